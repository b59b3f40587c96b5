using System.Text.Json;
using BenchWorker.Analysis;
using BenchWorker.Figures;

namespace BenchWorker.Tests.Analysis.PublicData;

internal static class TalesFacts
{
    private const int Bins = 10;

    public static object Made(JsonElement sheet)
    {
        IReadOnlyList<Result> games = Facts.Rows("tales_pairwise", "tales_games.csv");
        IReadOnlyList<Result> frameworks = Facts.Rows("tales_pairwise", "tales_frameworks.csv");
        ScoreTable table = ScoreTable.From(games, new ScoreTableRules());
        return new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["games_table"] = TableFacts.Of(sheet.GetProperty("games_table"), table),
            ["cells_above_100_percent"] = games.Where(static row => row.Value > 100).Select(static row => new object[] { row.Model, row.Task, row.Value }),
            ["pairs"] = sheet.GetProperty("pairs").EnumerateObject().ToDictionary(static pair => pair.Name, pair => Pair(table, pair.Name), StringComparer.Ordinal),
            ["win_fraction_matrix (row beats column; ties half)"] = Wins(table),
            ["framework_snapshots"] = frameworks.GroupBy(static row => row.RunAt).OrderBy(static day => day.Key)
                .Select(static day => new { run_at = $"{day.Key:yyyy-MM-ddTHH:mm:sszzz}", commit = day.First().Field("commit"), models = day.DistinctBy(static row => row.Model).Count() }),
            ["cells_that_changed_between_snapshots"] = frameworks.OrderBy(static row => row.RunAt).By(static row => $"{row.Model} / {row.Task}", static rows => rows.Select(static row => row.Value).ToArray())
                .Where(static cell => ((double[])cell.Value!).Distinct().Count() > 1).ToDictionary(StringComparer.Ordinal),
            ["overall_is_weighted_by_number_of_games"] = Overall(frameworks, games, sheet.GetProperty("overall_is_weighted_by_number_of_games").GetProperty("weights")),
        };
    }

    private static object Pair(ScoreTable table, string name)
    {
        IReadOnlyList<(double A, double B)> all = PairFacts.Scores(table, name, scale: 100);
        DensityBins bins = DensityBins.For([], (0, 1), Bins);
        DensityGrid grid = new(bins, null, null);
        // A figure counts what lies beyond its axes at the edge; the sheet leaves it out.
        var counts = DensityCounts.Of(Panel(name, all.Where(pair => !bins.IsOutside(pair.A) && !bins.IsOutside(pair.B))), grid, Better.Higher);
        return new
        {
            all_64_games = PairFacts.Of(all),
            jericho_54 = PairFacts.Of(PairFacts.Scores(table, name, static game => game.StartsWith("JerichoEnv", StringComparison.Ordinal), scale: 100)),
            hist_10x10_x_is_first = Enumerable.Range(0, Bins).Select(x => Enumerable.Range(0, Bins).Select(y => counts.Cells[x, y])),
            points_outside_0_1 = DensityCounts.Of(Panel(name, all), grid, Better.Higher).Outside,
            numpy_linspace_edge_disagreements = Enumerable.Range(0, Bins * Bins).Count(cell => counts.Cells[cell / Bins, cell % Bins]
                != all.Count(pair => pair is { A: <= 1, B: <= 1 } && (Naive(pair.A), Naive(pair.B)) == (cell / Bins, cell % Bins))),
            both_zero = all.Count(static pair => pair is { A: 0, B: 0 }),
        };
    }

    private static DensityPanel Panel(string name, IEnumerable<(double A, double B)> pairs) =>
        new(name, name, [.. pairs.Select(static pair => pair.A)], [.. pairs.Select(static pair => pair.B)]);

    /// <summary>The bin whose lower edge i * 0.1 is the last at or below a value: what numpy.linspace makes of values that lie on edges.</summary>
    private static int Naive(double value) => Math.Clamp(Enumerable.Range(0, Bins + 1).Count(i => i * 0.1 <= value) - 1, 0, Bins - 1);

    private static Dictionary<string, object?> Wins(ScoreTable table)
    {
        var wins = PairWins.On(ScoreMatrix.Of(table));
        int[] models = [.. Enumerable.Range(0, wins.Models)];
        return models.ToDictionary(
            i => table.Entities[i],
            object? (i) => models.Where(j => j != i).ToDictionary(j => table.Entities[j], j => wins[i, j] / wins.Meetings(i, j), StringComparer.Ordinal),
            StringComparer.Ordinal);
    }

    /// <summary>TALES' newest overall score is the mean of its frameworks, each weighted by its number of games.</summary>
    private static object Overall(IReadOnlyList<Result> all, IReadOnlyList<Result> games, JsonElement stated)
    {
        Result[] newest = [.. all.Where(row => row.RunAt == all.Max(static other => other.RunAt))];
        ScoreTable table = ScoreTable.From([.. newest.Where(static row => row.Task != "overall")], new ScoreTableRules());
        Dictionary<string, double> published = newest.Where(static row => row.Task == "overall").ToDictionary(static row => row.Model, static row => row.Value, StringComparer.Ordinal);
        Dictionary<string, int> counted = games.DistinctBy(static row => row.Task).CountBy(static row => row.Subset!).ToDictionary(StringComparer.Ordinal);
        Dictionary<string, double> weights = table.Columns.ToDictionary(
            static column => column.Name, column => counted.TryGetValue(column.Name, out int count) ? count : stated.GetProperty(column.Name).GetDouble(), StringComparer.Ordinal);
        ScoreMatrix scores = ScoreMatrix.Of(table);
        return new
        {
            weights,
            max_abs_difference_to_published_overall = Farthest(Means.By(MissingPolicy.Null, scores, [.. table.Columns.Select(column => weights[column.Name])])),
            max_abs_difference_if_unweighted = Farthest(Means.By(MissingPolicy.Null, scores)),
        };

        double Farthest(double[] means) => table.Entities.Select((model, i) => Math.Abs(means[i] - published[model])).Max();
    }
}
