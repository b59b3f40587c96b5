namespace BenchWorker.Analysis;

/// <param name="Q">After Benjamini-Hochberg over the whole family.</param>
internal readonly record struct FamilyTest(int Facet, int First, int Second, double P, double Q);

/// <summary>Runs whole families of tests, because a corrected p depends on all of them.</summary>
internal sealed class FamilyReader(HeatmapTable table, LineReader lines)
{
    private readonly Dictionary<TestFamily, IReadOnlyList<FamilyTest>> known = [];
    private readonly Dictionary<TestFamily, Dictionary<(int Facet, int First, int Second), FamilyTest>> byMember = [];
    private readonly Lazy<ShiftReader> shifts = new(() => new ShiftReader(lines));
    private readonly Lazy<CrossingReader> crossings = new(() => new CrossingReader(table, lines));
    private readonly Lazy<ColumnTauReader> taus = new(() => new ColumnTauReader(table));

    public ShiftReader Shifts => shifts.Value;

    public CrossingReader Crossings => crossings.Value;

    public ColumnTauReader Taus => taus.Value;

    public IReadOnlyList<FamilyTest> Members(TestFamily family)
    {
        if (known.TryGetValue(family, out IReadOnlyList<FamilyTest>? members))
            return members;
        List<(int Facet, int First, int Second, double P)> tests = [.. Run(family)];
        double[] q = Multiplicity.BenjaminiHochberg([.. tests.Select(static test => test.P)]);
        return known[family] = [.. tests.Select((test, i) => new FamilyTest(test.Facet, test.First, test.Second, test.P, q[i]))];
    }

    /// <summary>One member; its p and q are NaN where the family has no such test.</summary>
    public FamilyTest Test(TestFamily family, int facet, int first, int second)
    {
        if (!byMember.TryGetValue(family, out var tests))
            byMember[family] = tests = Members(family).ToDictionary(static test => (test.Facet, test.First, test.Second));
        return tests.TryGetValue((facet, first, second), out FamilyTest found) ? found : new FamilyTest(facet, first, second, double.NaN, double.NaN);
    }

    private IEnumerable<(int Facet, int First, int Second, double P)> Run(TestFamily family) => family switch
    {
        TestFamily.RowTrends => RowTrends(),
        TestFamily.PairedNames => PairedNames(),
        TestFamily.ColumnAgreement => ColumnPairs(),
        TestFamily.NativeAdvantage => Diagonals(),
        TestFamily.Chance => ChanceReader.Tests(table).Select(static test => (test.Cell.Facet, test.Cell.Row, test.Cell.Column, test.P)),
        TestFamily.ChangePoints => AllShifts(),
        TestFamily.TrendDifferences => TrendDifferences(),
        TestFamily.Crossings => Crossings.Tests(),
        TestFamily.GroupDifferences => new GroupReader(table, lines).Tests(),
        TestFamily.ColumnGroups => new ClusterReader(table).Tests(),
        TestFamily.Changes => Differences(),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private IEnumerable<(int Facet, int First, int Second, double P)> Differences()
    {
        if (table.Content is not TableContent.Changes changes)
            yield break;
        Axis axis = changes.Baseline?.Axis ?? (table.Compared == Axis.Column ? Axis.Column : Axis.Row);
        for (int line = 0; line < table.AxisOf(axis).Count; line++)
        {
            (double up, double down) = (lines.Measure(LineMeasure.Positive, axis, 0, line), lines.Measure(LineMeasure.Negative, axis, 0, line));
            if (line != changes.Baseline?.Index && up + down >= OneSidedDifferences.MinCells)
                yield return (0, line, 0, SignTest.P((int)up, (int)down));
        }
    }

    private IEnumerable<(int Facet, int First, int Second, double P)> RowTrends() =>
        from facet in Enumerable.Range(0, table.Facets.Count)
        from row in Enumerable.Range(0, table.Rows.Count)
        let p = lines.Measure(LineMeasure.TrendP, Axis.Row, facet, row)
        where !double.IsNaN(p)
        select (facet, row, 0, p);

    private IEnumerable<(int Facet, int First, int Second, double P)> PairedNames()
    {
        IReadOnlyList<(string Affix, List<(int With, int Without)> Pairs)> groups = NamePairs.Of(table.Rows.Labels).Groups;
        for (int facet = 0; facet < table.Facets.Count; facet++)
        {
            for (int group = 0; group < groups.Count; group++)
            {
                for (int column = 0; column < table.Columns.Count; column++)
                {
                    double[] differences = [.. groups[group].Pairs.Select(pair =>
                        table.Shown[table.Index(facet, pair.With, column)] - table.Shown[table.Index(facet, pair.Without, column)]).Where(static difference => !double.IsNaN(difference))];
                    if (differences.Length >= MinNamePairs)
                        yield return (facet, group, column, SignTest.P(differences.Count(static d => d > 0), differences.Count(static d => d < 0)));
                }
            }
        }
    }

    private IEnumerable<(int Facet, int First, int Second, double P)> ColumnPairs() =>
        from facet in Enumerable.Range(0, table.Facets.Count)
        from pair in Taus.In(facet)
        select (facet, pair.First, pair.Second, pair.Test.P);

    private IEnumerable<(int Facet, int First, int Second, double P)> AllShifts() =>
        from facet in Enumerable.Range(0, table.Facets.Count)
        from row in Enumerable.Range(0, table.Rows.Count)
        let p = Shifts.Of(facet, row).P
        where !double.IsNaN(p)
        select (facet, row, 0, p);

    private IEnumerable<(int Facet, int First, int Second, double P)> TrendDifferences() =>
        from facet in Enumerable.Range(0, table.Facets.Count)
        from first in Enumerable.Range(0, table.Rows.Count)
        let own = lines.Read(Axis.Row, facet, first)
        from second in Enumerable.Range(first + 1, table.Rows.Count - first - 1)
        let other = lines.Read(Axis.Row, facet, second).ToDictionary(static cell => cell.At, static cell => cell.Stored)
        let both = own.Where(cell => other.ContainsKey(cell.At)).Select(cell => cell.Stored - other[cell.At]).ToArray()
        where both.Length >= Analysis.TrendDifferences.MinShared
        select (facet, first, second, MannKendall.Of(both)?.P ?? double.NaN);

    private IEnumerable<(int Facet, int First, int Second, double P)> Diagonals() =>
        from facet in Enumerable.Range(0, table.Facets.Count)
        let contrast = DiagonalContrast.Of(table, facet)
        where contrast is not null
        select (facet, 0, 0, contrast.P);

    private const int MinNamePairs = 3;
}
