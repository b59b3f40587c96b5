namespace BenchWorker.Analysis;

/// <summary>Reads figures of a table's structure: fits, correlations, diagonals.</summary>
internal sealed class StructureReader(HeatmapTable table, LineReader lines, RegionReader regions, FamilyReader families, DuelReader duels)
{
    private readonly Dictionary<int, IReadOnlyList<OutlierCell>> outliers = [];
    private readonly Lazy<ClusterReader> clusters = new(() => new ClusterReader(table));
    private readonly Lazy<DiscriminationReader> discrimination = new(() => new DiscriminationReader(table));

    public double Measure(Quantity.Structure structure)
    {
        (int facet, int first, int second) = (structure.Facet, structure.First, structure.Second);
        return structure.Measure switch
        {
            StructureMeasure.AdditiveFit => AdditiveFit.RSquared(regions.Stored(Region.Facet(facet)), table.Rows.Count, table.Columns.Count),
            StructureMeasure.OutlierCount => Outliers(facet).Count,
            StructureMeasure.OutlierResidual => Outliers(facet).Where(cell => cell.Row == first && cell.Column == second)
                .Select(static cell => cell.Residual).DefaultIfEmpty(double.NaN).First(),
            StructureMeasure.ColumnTau => families.Taus.Of(facet, first, second)?.TauB ?? double.NaN,
            StructureMeasure.HighestColumnTau => families.Taus.In(facet).Select(static pair => pair.Test.TauB).DefaultIfEmpty(double.NaN).Max(),
            StructureMeasure.LowestColumnTau => families.Taus.In(facet).Select(static pair => pair.Test.TauB).DefaultIfEmpty(double.NaN).Min(),
            StructureMeasure.DiagonalMean => Diagonal(facet).Average(),
            StructureMeasure.OffDiagonalMean => OffDiagonal(facet).Average(),
            StructureMeasure.CrossMean => Cross(facet, first).DefaultIfEmpty(double.NaN).Average(),
            StructureMeasure.NativeBetter => NativeBetter(facet),
            StructureMeasure.LargestAsymmetry => Asymmetries(facet).DefaultIfEmpty(double.NaN).Max(),
            StructureMeasure.BothAtUpper => Both(first, second).Count(pair => pair.X == table.Metric.Upper && pair.Y == table.Metric.Upper),
            StructureMeasure.BothAtLower => Both(first, second).Count(pair => pair.X == table.Metric.Lower && pair.Y == table.Metric.Lower),
            StructureMeasure.Bands => PairBands.Of([.. Both(first, second)], table.Metric)?.Count ?? double.NaN,
            StructureMeasure.BandsFirstHigher => PairBands.Of([.. Both(first, second)], table.Metric)?.FirstHigher ?? double.NaN,
            StructureMeasure.BandsFirstSignificant => PairBands.Of([.. Both(first, second)], table.Metric)?.FirstSignificant ?? double.NaN,
            StructureMeasure.NestedRows => Nested(facet) ? 1 : 0,
            StructureMeasure.FacetTau => FacetTau(facet, first),
            StructureMeasure.ChangePoint => families.Shifts.Of(facet, first).Column,
            StructureMeasure.AgainstChance => families.Members(TestFamily.Chance).Count,
            StructureMeasure.AtChance => families.Members(TestFamily.Chance).Count(static test => test.Q > TestResult.Alpha),
            StructureMeasure.BelowChance => families.Members(TestFamily.Chance).Count(test => test.Q <= TestResult.Alpha && table[test.Facet, test.First, test.Second] < table.Metric.Chance),
            StructureMeasure.ColumnGroups => clusters.Value.Groups(facet),
            StructureMeasure.SameGroup => clusters.Value.Together(facet, first, second) ? 1 : 0,
            StructureMeasure.Silhouette => clusters.Value.Silhouette(facet),
            StructureMeasure.Crossing => families.Crossings.Best(facet, first, second).Column,
            StructureMeasure.RestCorrelation => discrimination.Value.RestCorrelation(facet, first),
            StructureMeasure.Discriminating => discrimination.Value.Leader(facet),
            StructureMeasure.DiscriminatingDraws => discrimination.Value.DrawsLed(facet, first),
            StructureMeasure.DuelPairs => duels.Pairs(static rate => !double.IsNaN(rate)),
            StructureMeasure.LevelPairs => duels.Pairs(static rate => rate == Duels.Half),
            StructureMeasure.SweptPairs => duels.Pairs(static rate => rate == Duels.Whole),
            StructureMeasure.Circles => duels.Circles(),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private IReadOnlyList<OutlierCell> Outliers(int facet)
    {
        if (!outliers.TryGetValue(facet, out IReadOnlyList<OutlierCell>? cells))
            outliers[facet] = cells = OutlierCell.In(regions.Stored(Region.Facet(facet)), table.Rows.Count, table.Columns.Count);
        return cells;
    }

    private IEnumerable<(double X, double Y)> Both(int first, int second)
    {
        Dictionary<int, double> other = lines.Read(Axis.Row, 0, second).ToDictionary(static cell => cell.At, static cell => cell.Shown);
        return lines.Read(Axis.Row, 0, first).Where(cell => other.ContainsKey(cell.At)).Select(cell => (cell.Shown, other[cell.At]));
    }

    /// <summary>Of any two rows one has every column of the other: each has those of the next smaller one.</summary>
    private bool Nested(int facet)
    {
        HashSet<int>[] present = [.. Enumerable.Range(0, table.Rows.Count)
            .Select(row => lines.Read(Axis.Row, facet, row).Select(static cell => cell.At).ToHashSet()).OrderBy(static columns => columns.Count)];
        return present.Zip(present.Skip(1)).All(static pair => pair.First.IsSubsetOf(pair.Second));
    }

    private double FacetTau(int first, int second)
    {
        double[] Means(int facet) => [.. Enumerable.Range(0, table.Rows.Count).Select(row => lines.Measure(LineMeasure.Mean, Axis.Row, facet, row))];
        return KendallScore.Of(Means(first), Means(second)).TauB;
    }

    private double At(int facet, int row, int other) => table[facet, row, table.DiagonalColumns[other]];

    private IEnumerable<double> Diagonal(int facet) =>
        Enumerable.Range(0, table.Rows.Count).Select(row => At(facet, row, row)).Where(static value => !double.IsNaN(value));

    private IEnumerable<double> OffDiagonal(int facet) => Enumerable.Range(0, table.Rows.Count).SelectMany(row => Cross(facet, row));

    private IEnumerable<double> Cross(int facet, int row) =>
        Enumerable.Range(0, table.Rows.Count).Where(other => other != row).Select(other => At(facet, row, other)).Where(static value => !double.IsNaN(value));

    private double NativeBetter(int facet)
    {
        TieKey key = TieKey.For(table.Shown.Where(static value => !double.IsNaN(value)).Select(Math.Abs).DefaultIfEmpty(0).Max());
        int sign = table.Metric.Direction == Direction.LowerIsBetter ? -1 : 1;
        return Enumerable.Range(0, table.Rows.Count)
            .Count(row => key.Holds(sign * table.Shown[table.Index(facet, row, table.DiagonalColumns[row])], Comparison.Greater, sign * Cross(facet, row).DefaultIfEmpty(double.NaN).Average()));
    }

    private IEnumerable<double> Asymmetries(int facet) =>
        from row in Enumerable.Range(0, table.Rows.Count)
        from other in Enumerable.Range(row + 1, table.Rows.Count - row - 1)
        let gap = Math.Abs(
            table.Shown[table.Index(facet, row, table.DiagonalColumns[other])] - table.Shown[table.Index(facet, other, table.DiagonalColumns[row])])
        where !double.IsNaN(gap)
        select gap;
}
