namespace BenchWorker.Analysis;

/// <summary>Recomputes what a quantity means straight from the table: the second code path, which shares no sums with the writers.</summary>
/// <remarks>NaN where the table does not define it; no relation holds then. Not safe for use by several threads at once.</remarks>
public sealed class QuantityEvaluator
{
    private readonly HeatmapTable table;
    private readonly RegionReader regions;
    private readonly LineReader lines;
    private readonly FamilyReader families;
    private readonly StructureReader structures;
    private readonly DuelReader duels;
    private readonly StandingReader? standings;
    private readonly Lazy<ChangeReader>? changes;
    private readonly TieKey key;
    private readonly Dictionary<Quantity, double> known = [];

    public QuantityEvaluator(HeatmapTable table)
    {
        this.table = table;
        regions = new RegionReader(table);
        lines = new LineReader(table);
        families = new FamilyReader(table, lines);
        duels = new DuelReader(table);
        structures = new StructureReader(table, lines, regions, families, duels);
        standings = table.Board is { } board ? new StandingReader(board) : null;
        changes = table.Board is { Previous: { } previous } changed ? new Lazy<ChangeReader>(() => new ChangeReader(changed, previous)) : null;
        double largest = 0;
        foreach (double value in table.Shown)
            largest = Math.Max(largest, double.IsNaN(value) ? 0 : Math.Abs(value));
        key = TieKey.For(largest);
    }

    /// <summary>Whether the relation holds on this table.</summary>
    public bool Holds(Check check) => key.Holds(Evaluate(check.First), check.Comparison, Evaluate(check.Second));

    public double Evaluate(Quantity quantity) => quantity switch
    {
        Quantity.Constant constant => constant.Value,
        Quantity.Size size => table.AxisOf(size.Axis).Count,
        Quantity.Cell cell => table.Shown[table.Index(cell.Address.Facet, cell.Address.Row, cell.Address.Column)],
        Quantity.Difference difference => Evaluate(difference.First) - Evaluate(difference.Second),
        Quantity.Absolute absolute => Math.Abs(Evaluate(absolute.Inner)),
        Quantity.Percent percent => 100 * Evaluate(percent.Part) / Evaluate(percent.Whole),
        Quantity.Over over => Remember(over, () => regions.Measure(over.Region, over.Measure)),
        Quantity.CountWhere count => Remember(count, () => regions.CountWhere(count.Region, key, count.Comparison, Evaluate(count.Bound))),
        Quantity.Paired paired => Remember(paired, () => new PairReader(regions, key).Measure(paired)),
        Quantity.Line line => lines.Measure(line.Measure, line.Axis, line.Facet, line.Index),
        Quantity.LinesWhere where => LinesWhere(where),
        Quantity.MedianOfMeans median => new GroupReader(table, lines).MedianOfMeans(median.Axis, median.Facet, median.Labels),
        Quantity.CompleteColumns complete => lines.CompleteColumns(complete.Facet).Count,
        Quantity.RowCoverage coverage => lines.Coverage(coverage.Measure),
        Quantity.Trends trends => Trends(trends),
        Quantity.Structure structure => Remember(structure, () => structures.Measure(structure)),
        Quantity.P p => families.Test(p.Family, p.Facet, p.First, p.Second).P,
        Quantity.Corrected q => families.Test(q.Family, q.Facet, q.First, q.Second).Q,
        Quantity.Duel duel => duels.Measure(duel.Measure, duel.First, duel.Second),
        Quantity.Precision precision => new PrecisionReader(table).Measure(precision.Measure, precision.Address),
        Quantity.Standing standing => Remember(standing, () => standings?.Measure(standing.Measure, standing.Entity) ?? double.NaN),
        Quantity.Change change => Remember(change, () => changes?.Value.Measure(change.Measure, change.Entity) ?? double.NaN),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private double Remember(Quantity quantity, Func<double> compute)
    {
        if (known.TryGetValue(quantity, out double value))
            return value;
        return known[quantity] = compute();
    }

    private double LinesWhere(Quantity.LinesWhere where)
    {
        double bound = Evaluate(where.Bound);
        int count = 0;
        for (int index = 0; index < table.AxisOf(where.Axis).Count; index++)
            if (!where.Except.Contains(index) && key.Holds(lines.Measure(where.Measure, where.Axis, where.Facet, index), where.Comparison, bound))
                count++;
        return count;
    }

    private double Trends(Quantity.Trends trends)
    {
        int count = 0;
        foreach (FamilyTest test in families.Members(TestFamily.RowTrends))
        {
            double tau = lines.Measure(LineMeasure.Tau, Axis.Row, test.Facet, test.First);
            TrendVerdict verdict = test.Q > TestResult.Alpha ? TrendVerdict.NoTrend : tau < 0 ? TrendVerdict.Falls : TrendVerdict.Rises;
            count += test.Facet == trends.Facet && verdict == trends.Verdict ? 1 : 0;
        }

        return count;
    }
}
