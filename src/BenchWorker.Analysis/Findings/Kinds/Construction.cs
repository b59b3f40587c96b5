using static BenchWorker.Analysis.SentenceBuilder;

namespace BenchWorker.Analysis;

/// <summary>What the heatmap is made of (C1).</summary>
internal static class Construction
{
    private static readonly Template Shape = new(FindingKinds.C1,
        "Heatmap of {metric}{direction}: {rows} {rows|row|rows} ({row}) by {columns} {columns|column|columns} ({column}){panels}; {coverage}.");

    private static readonly Template PackedShape = new(FindingKinds.C1,
        "Packed cells of {metric}{direction}: {rows} {rows|panel|panels} ({row}) of {columns} {columns|cell|cells} ({column}); {coverage}.");

    private static readonly Template PairShape = new(FindingKinds.C1,
        "Densities of {metric}{direction}: {pairs} {pairs|pair|pairs} among {rows} {rows|row|rows} ({row}), each compared on up to {columns} {column}.");

    private static readonly Template RateShape = new(FindingKinds.C1,
        "Heatmap of win rates (%) among {rows} {rows|row|rows} ({row}): the share of the {columns} {columns|column|columns} ({column}), as far as both have them, in which the row's {row} "
        + "scores better than the column's, ties counting half; above {half} the row's {row} beats the column's.");

    private static readonly Template PlaceShape = new(FindingKinds.C1,
        "Places, where {best} is best: {rows} {rows|row|rows} ({row}) at {columns} {columns|snapshot|snapshots} ({column}); {coverage}.");

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
            Sentence = ShapeOf(table.Content).With(
                ("metric", Label(MetricName(table))),
                ("direction", Clause(DirectionOf(table.Metric))),
                ("rows", Size(Axis.Row, table)),
                ("row", Label(table.Rows.Name)),
                ("columns", table.Content is TableContent.WinRates { Of: var scores } ? Given(scores.Columns.Count(static column => column.Counts)) : Size(Axis.Column, table)),
                ("column", Label(table.Content is TableContent.WinRates { Column: var compared } ? compared : table.Columns.Name)),
                ("pairs", Given(table.Content is TableContent.Pairs { Rows: var pairs } ? pairs.Count : 0)),
                ("half", Given(Duels.Half)),
                ("best", Given(1)),
                ("panels", Clause(PanelsOf(table))),
                ("coverage", Clause(facts.Count == 0 ? None.With() : CoverageOf(facts)))),
            Checks = facts.Count == 0 || facts.Count == facts.Size ? [new Check(new Quantity.Over(RegionMeasure.Count, Region.All), Comparison.Equal, facts.Count)] : [],
            Effect = 1,
            Covered = facts.Count,
        };
    }

    private static Template ShapeOf(TableContent content) => content switch
    {
        TableContent.Packed => PackedShape,
        TableContent.Pairs => PairShape,
        TableContent.WinRates => RateShape,
        TableContent.Places => PlaceShape,
        _ => Shape,
    };

    /// <summary>"accuracy (%)"; differences of percentages are points.</summary>
    private static string MetricName(HeatmapTable table) => table.Metric.Unit switch
    {
        null or "" => table.Metric.Name,
        "%" when table.Content is TableContent.Changes => $"{table.Metric.Name} (points)",
        string unit => $"{table.Metric.Name} ({unit})",
    };

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
