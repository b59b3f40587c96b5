namespace BenchWorker.Analysis;

/// <summary>Fills templates briefly: <c>Templates.X.With(("n", Number(...)), ("row", Row(3)))</c>.</summary>
internal static class SentenceBuilder
{
    public static Sentence With(this Template template, params ReadOnlySpan<(string Hole, Fill Fill)> fills)
    {
        Dictionary<string, Fill> holes = new(fills.Length, StringComparer.Ordinal);
        foreach ((string hole, Fill fill) in fills)
            holes.Add(hole, fill);
        return new Sentence(template, holes);
    }

    public static Fill Number(Quantity quantity, double value, int decimals, NumberStyle style = NumberStyle.Plain) =>
        new Fill.Number(quantity, value, decimals, style);

    public static Fill Count(Quantity quantity, int value) => new Fill.Number(quantity, value, 0);

    /// <summary>A count that says "none" for zero.</summary>
    public static Fill Some(Quantity quantity, double value) => new Fill.Number(quantity, value, 0, NumberStyle.NoneForZero);

    /// <summary>A number that the statement sets itself: a threshold, a level, a number of resamplings.</summary>
    public static Fill Given(double value, int decimals = 0) => new Fill.Number(new Quantity.Constant(value), value, decimals);

    public static Fill Probability(TestFamily family, int facet, int first, int second, double q) =>
        new Fill.Number(new Quantity.Corrected(family, facet, first, second), q, ProbabilityDecimals, NumberStyle.Probability);

    public static Fill Rows(params IReadOnlyList<int> rows) => new Fill.Names(Axis.Row, rows);

    public static Fill Columns(params IReadOnlyList<int> columns) => new Fill.Names(Axis.Column, columns);

    /// <summary>A column's label alone, where the sentence has named the axis.</summary>
    public static Fill BareColumn(int column) => new Fill.Names(Axis.Column, [column], Bare: true);

    public static Fill Facets(params IReadOnlyList<int> facets) => new Fill.Names(Axis.Facet, facets);

    public static Fill Where(int facet) => new Fill.Where(facet);

    public static Fill Label(string text) => new Fill.Label(text);

    public static Fill Entities(params IReadOnlyList<string> names) => new Fill.Entities(names);

    /// <summary>The unit as it follows a difference: " points" for percent, " ms", or nothing.</summary>
    public static Fill Unit(HeatmapTable table) => new Fill.Label(table.Metric.Unit switch
    {
        null or "" => "",
        "%" => " points",
        string unit => " " + unit,
    });

    /// <summary>Decimals, at most three more than asked for, at which two unequal numbers also print unequal.</summary>
    public static int Apart(double first, double second, int decimals)
    {
        int most = Math.Min(DisplayNumber.MaxDecimals, decimals + 3);
        while (decimals < most && DisplayNumber.Round(first, decimals) == DisplayNumber.Round(second, decimals) && first != second)
            decimals++;
        return decimals;
    }

    /// <summary>Sentences inside a sentence; none print nothing.</summary>
    public static Fill Clause(Sentence? sentence) => new Fill.Clauses(sentence is null ? [] : [sentence], "");

    public const int ProbabilityDecimals = 3;
}
