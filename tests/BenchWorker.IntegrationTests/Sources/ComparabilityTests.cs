using System.Text;
using System.Text.Json;
using BenchWorker.Analysis;
using BenchWorker.Figures;
using BenchWorker.Site;
using BenchWorker.Tests;
using Shouldly;
using Xunit;

namespace BenchWorker.IntegrationTests;

/// <summary>From rows in the database to page and JSON: what was not measured alike is said to be so, and comes apart on request.</summary>
public sealed class ComparabilityTests
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("dataset_revision", "5f3a", "9c1d")]
    [InlineData("dataset_version", "1.0", "1.1")]
    [InlineData("task_version", "0", "2")]
    [InlineData("prompt_hash", "ab12", "cd34")]
    [InlineData("num_fewshot", "0", "5")]
    [InlineData("harness", "helm", "lm-eval")]
    [InlineData("harness_version", "0.4.2", "0.4.9")]
    [InlineData("mteb_version", "1.12", "2.0")]
    [InlineData("split", "test", "validation")]
    [InlineData("limit", "100", "1000")]
    [InlineData("sample_limit", "100", "1000")]
    public async Task A_column_that_mixes_conditions_is_flagged_on_page_and_in_json_and_can_be_split(string field, string first, string second)
    {
        await using TestDatabase database = await TestDatabase.CreateMigratedAsync();
        await database.ExecuteAsync($$"""
            insert into bench.result (benchmark, task, model, metric, higher_is_better, value, dimensions) values
            ('B', 'sums', 'Alpha', 'acc', true, 0.5, '{"{{field}}": "{{first}}"}'), ('B', 'sums', 'Beta', 'acc', true, 0.25, '{"{{field}}": "{{second}}"}')
            """);
        string warning = $"sums mixes 2 values of {field} ({first}, {second}).";

        (string page, JsonElement json) = await PublishedAsync(database, "");
        (string splitPage, JsonElement splitJson) = await PublishedAsync(database, $"split: [{field}]");

        page.ShouldContain($"<li>{warning}</li>");
        Texts(json.GetProperty("warnings")).ShouldContain(warning);
        splitPage.ShouldNotContain("mixes");
        Texts(splitJson.GetProperty("warnings")).ShouldBeEmpty();
        Texts(splitJson.GetProperty("columns")).ShouldBe([$"sums / {first}", $"sums / {second}"]);
    }

    private static async Task<(string Page, JsonElement Json)> PublishedAsync(TestDatabase database, string keys)
    {
        Board board = BoardFile.Parse("b.yaml", $"board: b\nsource: B\n{keys}\n").Single();
        ResultSnapshot read = await new ResultSources(database.DataSource, new()).ReadAsync(board, Ct);
        SiteSnapshot site = SiteBuilder.Build([BoardComposer.Compose(board, read, FontSet.Default)], null, new BlankRasterizer(), new SiteOptions());
        return (Encoding.UTF8.GetString(site.Files["boards/b/index.html"].Content.Span), JsonDocument.Parse(site.Files["boards/b/board.json"].Content).RootElement);
    }

    private static IEnumerable<string?> Texts(JsonElement array) => array.EnumerateArray().Select(static one => one.ValueKind == JsonValueKind.String ? one.GetString() : one.GetProperty("name").GetString());
}
