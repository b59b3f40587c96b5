using BenchWorker.Analysis;

namespace BenchWorker.Tests.Analysis.Findings;

/// <summary>Tables whose numbers are no scores of a matrix: win rates, differences, places, packed cells.</summary>
internal static class DerivedTables
{
    private const double None = double.NaN;

    /// <summary>Tables of which, taken together, every kind of such statement is made.</summary>
    public static IEnumerable<FindingExample> Examples =>
    [
        OfScores("a circle of wins", ["a", "b", "c"], [3, 2, 1, 2, 1, 3, 1, 3, 2]),
        OfScores("wins with ties", ["a", "b", "c", "d"], [3, 3, 3, 3, 2, 2, 4, 3, 1, 1, 1, 2, 0, None, 0, 1]),
        new("packed", [9, 8, 2, 5, 5, 5, 1, 2, 8], Packed),
        new("differences", [.. Enumerable.Repeat(0.0, 12), .. Enumerable.Repeat(-2.0, 11), 1, .. Enumerable.Range(-6, 12).Select(static i => (double)i)],
            static values => Changes(new TableContent.Changes("base", (Axis.Row, 0)), ["base", "a", "b"], values)),
        new("changes", [1, 2, None, 2, -1, 0, 3, 3, 5], static values => Changes(new TableContent.Changes("2026-03-02", null), ["a", "b", "c"], values)),
        new("places", [1, 1, 1, 1, 2, 2, 3, 4, 3, 4, 4, 2, 4, 3, 2, 3, 5, 6, 5, 6, 6, 5, 6, 5, None, 7, 7, 7], static values => Places(Stated.Names("m", 7), values)),
    ];

    private static FindingExample OfScores(string name, string[] entities, double[] scores) =>
        new(name, scores, values => Rates(entities, [.. values.Chunk(values.Length / entities.Length)]));

    public static HeatmapTable Rates(string[] entities, double[][] scores, Direction direction = Direction.HigherIsBetter)
    {
        ScoreTable table = new(entities, [.. scores[0].Select((_, j) => new ScoreColumn($"t{j}", direction))],
            [.. scores.SelectMany(static row => row).Select(static score => double.IsNaN(score) ? Cell.Absent() : new Cell(score))]);
        int sign = direction == Direction.LowerIsBetter ? -1 : 1;
        double[] rates = [.. from a in Enumerable.Range(0, entities.Length) from b in Enumerable.Range(0, entities.Length) select a == b ? None : Rate(scores[a], scores[b], sign)];
        return new HeatmapTable("Who beats whom", new HeatmapMetric("win rate", "%", Direction.HigherIsBetter), new HeatmapAxis("model", entities), new HeatmapAxis("against", entities), rates, decimals: 0)
        {
            Content = new TableContent.WinRates(table, "task"),
        };
    }

    public static HeatmapTable Changes(TableContent content, string[] rows, double[] values) => new(
        "Change", new HeatmapMetric("difference in accuracy to base", "%", Direction.HigherIsBetter), new HeatmapAxis("model", rows), new HeatmapAxis("task", Stated.Names("t", values.Length / rows.Length)), values, decimals: 0)
    {
        Content = content,
    };

    public static HeatmapTable Places(string[] rows, double[] values) => new(
        "Places", new HeatmapMetric("place", null, Direction.LowerIsBetter), new HeatmapAxis("model", rows), new HeatmapAxis("step", Stated.Names("", values.Length / rows.Length)) { Ordered = true }, values)
    {
        Content = new TableContent.Places(),
    };

    public static HeatmapTable Packed(double[] values) => new(
        "Packed", new HeatmapMetric("score", null, Direction.HigherIsBetter), new HeatmapAxis("model", ["a", "b", "c"]), new HeatmapAxis("language", ["x", "y", "z"]), values)
    {
        Content = new TableContent.Packed(),
    };

    private static double Rate(double[] one, double[] other, int sign)
    {
        double[] leads = [.. one.Zip(other, (a, b) => sign * (a - b)).Where(static lead => !double.IsNaN(lead))];
        return 100 * (leads.Count(static lead => lead > 0) + (0.5 * leads.Count(static lead => lead == 0))) / leads.Length;
    }
}
