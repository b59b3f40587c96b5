using System.Text.Json;
using Shouldly;
using Xunit;

namespace BenchWorker.IntegrationTests;

/// <summary>The main job on real results: import, publish, and the numbers on the page against facts that were computed independently.</summary>
public sealed class PublicDataBoardTests : IDisposable
{
    /// <summary>The facts were computed in doubles, in another order of summation.</summary>
    private const double Tolerance = 1e-9;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("bench-public-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task A_board_of_183_models_and_150_tasks_with_gaps_has_the_means_and_ranks_of_the_facts()
    {
        JsonElement facts = PublicData.Facts("mteb_wide").GetProperty("table");
        await using TestDatabase database = await TestDatabase.CreateMigratedAsync();
        await ImportAsync(database, Path.Combine(PublicData.Folder("mteb_wide"), "mteb_wide.csv"));

        JsonElement board = await PublishAsync(database, "mteb", "{ benchmark: MTEB }", "ranking: [mean, mean-win-rate]\nmissing: exclude\nmin_coverage: 0");

        board.GetProperty("columns").GetArrayLength().ShouldBe(facts.GetProperty("n_cols").GetInt32());
        board.GetProperty("entities").GetArrayLength().ShouldBe(facts.GetProperty("n_rows").GetInt32());
        Compare(board, facts, "mean", "mean");
        Compare(board, facts, "mean-win-rate", "mean_win_rate");
        Order(board, "mean-win-rate").Take(30).ShouldBe(facts.GetProperty("order_by_mean_win_rate_available").EnumerateArray().Select(name => name.GetString()!));
    }

    [Fact]
    public async Task A_board_over_two_metrics_in_opposite_directions_has_the_means_and_ranks_of_the_facts()
    {
        JsonElement facts = PublicData.Facts("pythia_lm_eval").EnumerateObject().First(fact => fact.Name.StartsWith("final checkpoint, 0-shot", StringComparison.Ordinal)).Value;
        await using TestDatabase database = await TestDatabase.CreateMigratedAsync();
        foreach (string file in Directory.GetFiles(PublicData.Folder("pythia_lm_eval"), "*.csv"))
            await ImportAsync(database, file);

        JsonElement board = await PublishAsync(database, "pythia", "{ benchmark: \"lm-eval (Pythia v1)\" }",
            "columns: [task, metric]\n"
            + "where: { step: \"143000\", num_fewshot: \"0\", task: [arc_challenge, arc_easy, lambada_openai, logiqa, piqa, sciq, winogrande, wsc] }\n"
            + "ranking: [mean-win-rate, mean-rank]\nmissing: exclude\nmin_coverage: 0");

        board.GetProperty("columns").GetArrayLength().ShouldBe(facts.GetProperty("n_cols").GetInt32());
        Compare(board, facts, "mean-win-rate", "mean_win_rate");
        Compare(board, facts, "mean-rank", "mean_rank");
    }

    /// <summary>The score of every entity that the facts name, its number of cells, and its rank by that score: 1 + how many are better.</summary>
    private static void Compare(JsonElement board, JsonElement facts, string method, string fact)
    {
        Dictionary<string, double> expected = facts.GetProperty("available_case").EnumerateObject()
            .ToDictionary(static entity => entity.Name, entity => entity.Value.GetProperty(fact).GetDouble(), StringComparer.Ordinal);
        int sign = method == "mean-rank" ? -1 : 1;
        foreach (JsonElement standing in Standings(board, method))
        {
            string entity = standing.GetProperty("entity").GetString()!;
            if (!expected.TryGetValue(entity, out double score))
                continue;
            standing.GetProperty("score").GetDouble().ShouldBe(score, Tolerance * Math.Max(1, Math.Abs(score)), $"{method} of {entity}");
            standing.GetProperty("rank").GetInt32().ShouldBe(Standings(board, method).Count(other => IsBetter(other, standing, sign)) + 1, $"rank of {entity} by {method}");
            standing.GetProperty("present").GetInt32().ShouldBe(facts.GetProperty("available_case").GetProperty(entity).GetProperty("n").GetInt32(), $"cells of {entity}");
        }

        expected.Keys.Except(Order(board, method), StringComparer.Ordinal).ShouldBeEmpty();
    }

    private static bool IsBetter(JsonElement other, JsonElement standing, int sign) =>
        sign * (other.GetProperty("score").GetDouble() - standing.GetProperty("score").GetDouble()) > Tolerance;

    private static IEnumerable<string> Order(JsonElement board, string method) => Standings(board, method).Select(static standing => standing.GetProperty("entity").GetString()!);

    private static JsonElement[] Standings(JsonElement board, string method) =>
        [.. board.GetProperty("leaderboards").EnumerateArray().Single(one => one.GetProperty("method").GetString() == method).GetProperty("standings").EnumerateArray()];

    private static async Task ImportAsync(TestDatabase database, string path) =>
        (await new CsvImport(database.DataSource).ImportAsync(path, new ImportOptions(), progress: null, TestContext.Current.CancellationToken)).Committed.ShouldBeTrue();

    private async Task<JsonElement> PublishAsync(TestDatabase database, string slug, string source, string policies)
    {
        string boards = folder.CreateSubdirectory("boards").FullName;
        await File.WriteAllTextAsync(Path.Combine(boards, "board.yaml"), $"board: {slug}\nsource: {source}\n{policies}\n", TestContext.Current.CancellationToken);

        ProgramRun run = await ProgramRun.StartAsync(database.ConnectionString, folder, "publish", slug);

        run.Status.ShouldBe(0, run.Errors);
        return JsonDocument.Parse(await File.ReadAllBytesAsync(Path.Combine(folder.FullName, "site", "current", "boards", slug, "board.json"), TestContext.Current.CancellationToken)).RootElement;
    }
}
