using static BenchWorker.Analysis.SentenceBuilder;

namespace BenchWorker.Analysis;

/// <summary>What the overview does not say of axes and values: which order is one, what splits the panels, which values are possible.</summary>
internal static class AxesSection
{
    private static readonly Template Ordered = new(FindingKinds.Document, "The columns ({columns}) have an order, from {first} to {last}.");
    private static readonly Template Panels = new(FindingKinds.Document, "The panels are split by {panels}.");
    private static readonly Template Limits = new(FindingKinds.Document, "{metric} can run from {low} to {high}{unit}.");
    private static readonly Template LimitsAndChance = new(FindingKinds.Document, "{metric} can run from {low} to {high}{unit}; guessing scores {chance}.");
    private static readonly Template Chance = new(FindingKinds.Document, "Of {metric}, guessing scores {chance}.");

    public static IEnumerable<string> Lines(HeatmapTable table) => Axes(table).Concat(Range(table)).Select(sentence => sentence.Markdown(table));

    private static IEnumerable<Sentence> Axes(HeatmapTable table)
    {
        if (table.Columns is { Ordered: true, Count: > 1 } columns)
            yield return Ordered.With(("columns", Label(columns.Name)), ("first", BareColumn(0)), ("last", BareColumn(columns.Count - 1)));
        if (table.Facets.Count > 1)
            yield return Panels.With(("panels", Label(table.Facets.Name)));
    }

    private static IEnumerable<Sentence> Range(HeatmapTable table)
    {
        if (table.Content is TableContent.WinRates or TableContent.Changes or TableContent.Places)
            yield break;
        (double? low, double? high, double? chance) = (table.Metric.Lower, table.Metric.Upper, table.Metric.Chance);
        bool limited = low is not null && high is not null;
        if (!limited && chance is null)
            yield break;
        yield return (limited && chance is not null ? LimitsAndChance : limited ? Limits : Chance).With(
            ("metric", Label(table.Metric.Name)), ("low", Exact(low)), ("high", Exact(high)), ("chance", Exact(chance)),
            ("unit", Label(table.Metric.Unit is { Length: > 0 } unit ? " " + unit : "")));
    }

    /// <summary>As declared, without decimals that it does not need.</summary>
    private static Fill Exact(double? value) => Given(value ?? 0, DisplayNumber.DecimalsOf([value ?? 0], HeatmapTable.MostInferredDecimals));
}
