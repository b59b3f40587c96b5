using static BenchWorker.Analysis.SentenceBuilder;

namespace BenchWorker.Analysis;

/// <summary>What the heatmap is made of (C1).</summary>
internal static class Construction
{
    private static readonly Template Shape = new(FindingKinds.C1,
        "Heatmap of {metric}{direction}: {rows} {rows|row|rows} ({row}) by {columns} {columns|column|columns} ({column}){panels}; {coverage}.");

    private static readonly Template Higher = new(FindingKinds.C1, ", where higher is better");
    private static readonly Template Lower = new(FindingKinds.C1, ", where lower is better");
    private static readonly Template Panels = new(FindingKinds.C1, " in {n} {n|panel|panels}");
    private static readonly Template NamedPanels = new(FindingKinds.C1, " in {n} panels ({names})");
    private static readonly Template Some = new(FindingKinds.C1, "{n} of {size} cells have a value");
    private static readonly Template All = new(FindingKinds.C1, "all {size} cells have a value");
    private static readonly Template Single = new(FindingKinds.C1, "its only cell has a value");
    private static readonly Template None = new(FindingKinds.C1, "no cell has a value");

    /// <summary>More panels than these are counted, not named.</summary>
    private const int MostNamedPanels = 4;

    public static IEnumerable<Finding> From(TableFacts facts)
    {
        HeatmapTable table = facts.Table;
        yield return new Finding
        {
            Sentence = Shape.With(
                ("metric", Label(MetricName(table.Metric))),
                ("direction", Clause(DirectionOf(table.Metric))),
                ("rows", Size(Axis.Row, table)),
                ("row", Label(table.Rows.Name)),
                ("columns", Size(Axis.Column, table)),
                ("column", Label(table.Columns.Name)),
                ("panels", Clause(PanelsOf(table))),
                ("coverage", Clause(facts.Count == 0 ? None.With() : CoverageOf(facts)))),
            Checks = facts.Count == 0 || facts.Count == facts.Size ? [new Check(new Quantity.Over(RegionMeasure.Count, Region.All), Comparison.Equal, facts.Count)] : [],
            Effect = 1,
            Covered = facts.Count,
        };
    }

    /// <summary>"accuracy (%)".</summary>
    public static string MetricName(HeatmapMetric metric) => string.IsNullOrEmpty(metric.Unit) ? metric.Name : $"{metric.Name} ({metric.Unit})";

    private static Sentence? DirectionOf(HeatmapMetric metric) => metric.Direction switch
    {
        Direction.HigherIsBetter => Higher.With(),
        Direction.LowerIsBetter => Lower.With(),
        _ => null,
    };

    private static Sentence? PanelsOf(HeatmapTable table) => table.Facets.Count switch
    {
        1 => null,
        <= MostNamedPanels => NamedPanels.With(("n", Size(Axis.Facet, table)), ("names", Facets([.. Enumerable.Range(0, table.Facets.Count)]))),
        _ => Panels.With(("n", Size(Axis.Facet, table))),
    };

    private static Sentence CoverageOf(TableFacts facts) => facts is { Count: 1, Size: 1 } ? Single.With()
        : facts.Count == facts.Size ? All.With(("size", Count(new Quantity.Over(RegionMeasure.Count, Region.All), facts.Count)))
        : Some.With(("n", Count(new Quantity.Over(RegionMeasure.Count, Region.All), facts.Count)), ("size", Given(facts.Size)));

    private static Fill Size(Axis axis, HeatmapTable table) => Count(new Quantity.Size(axis), table.AxisOf(axis).Count);
}
