using System.Text.RegularExpressions;
using BenchWorker.Site;
using Shouldly;
using Xunit;

namespace BenchWorker.Tests;

/// <summary>Which files one new result writes, by name, on a site of three boards that rank the same models.</summary>
public sealed partial class ChangedFilesTests : IDisposable
{
    private static readonly SiteOptions Options = new() { Title = "Benchmarks", BaseUrl = new Uri("https://example.org/"), Now = SampleReport.Noon.AddHours(2) };

    private readonly string folder = Directory.CreateTempSubdirectory("benchworker-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task One_new_cell_writes_its_board_the_pages_of_the_whole_site_and_its_model()
    {
        await PublishAsync(Board("one", 55), Board("two", 55), Board("three", 55));

        string[] written = await PublishAsync(Board("one", 56), Board("two", 55), Board("three", 55));

        written.ShouldBe(
        [
            "404.html",
            "boards/one/board.json",
            "boards/one/data/board.*.json",
            "boards/one/data/scores.*.csv",
            "boards/one/feed.xml",
            "boards/one/files/scores-dark.*.svg",
            "boards/one/files/scores.*.svg",
            "boards/one/index.html",
            "boards/one/leaderboard.csv",
            "boards/one/scores-dark.svg",
            "boards/one/scores.csv",
            "boards/one/scores.svg",
            "changes.html",
            "index.html",
            "methods.html",
            "models/gamma.html",
            "next.html",
            "sitemap.xml",
            "status.html",
        ]);
    }

    [Fact]
    public async Task A_model_that_passes_another_writes_both_pages_and_no_third()
    {
        await PublishAsync(Board("one", 55), Board("two", 55));

        string[] written = await PublishAsync(Board("one", 80), Board("two", 55));

        written.Where(static path => path.StartsWith("models/", StringComparison.Ordinal)).ShouldBe(["models/beta.html", "models/gamma.html"]);
    }

    private static BoardReport Board(string slug, double gamma)
    {
        (string, double[])[] models = [("alpha", [81.5, 70.25]), ("beta", [70, 71]), ("gamma", [gamma, 62]), ("delta", [20, 21])];
        return SampleReport.Of(slug, SampleReport.Noon.AddMinutes(gamma), [.. models.OrderByDescending(static model => model.Item2.Average())]);
    }

    /// <returns>Paths written, in order, the digits of content hashes replaced by an asterisk.</returns>
    private async Task<string[]> PublishAsync(params BoardReport[] reports)
    {
        FolderPublisher publisher = new("site", new FolderOptions { Path = folder }, TimeProvider.System);
        LiveSite? live = await publisher.ReadAsync(CancellationToken.None);
        SiteSnapshot site = SiteBuilder.Build(reports, live, new BlankRasterizer(), Options);
        var plan = PublishPlan.Between(live, site);
        PublishOutcome outcome = await publisher.ApplyAsync(plan, site, new Dictionary<string, long>(), CancellationToken.None);
        string[] paths = [.. plan.Writes.Select(static file => Hash().Replace(file.Path, ".*."))];
        outcome.FilesWritten.ShouldBe(paths.Length);
        return paths;
    }

    [GeneratedRegex(@"\.[0-9a-f]{16}\.", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Hash();
}
