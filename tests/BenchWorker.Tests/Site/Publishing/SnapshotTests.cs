using BenchWorker.Site;
using Shouldly;
using Xunit;

namespace BenchWorker.Tests;

public sealed class SnapshotTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("benchworker-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task The_first_release_of_a_day_stays_under_the_date()
    {
        await PublishAsync(new DateTimeOffset(2026, 3, 1, 8, 0, 0, TimeSpan.Zero), hour: 1);
        await PublishAsync(new DateTimeOffset(2026, 3, 1, 9, 0, 0, TimeSpan.Zero), hour: 2);
        await PublishAsync(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero), hour: 3);

        Dates().ShouldBe(["2026-03-01", "2026-03-02"]);
        Board("snapshots/2026-03-01").ShouldContain("2026-03-01T13:00:00");
        Board("snapshots/2026-03-02").ShouldContain("2026-03-01T15:00:00");
        Board("current").ShouldContain("2026-03-01T15:00:00");
    }

    [Fact]
    public async Task Days_are_given_up_in_time_and_the_first_of_each_month_stays()
    {
        DateTimeOffset first = new(2026, 1, 30, 8, 0, 0, TimeSpan.Zero);
        foreach (int day in new[] { 0, 1, 3, 4, 20, 21 })
            await PublishAsync(first.AddDays(day), hour: day);

        Dates().ShouldBe(["2026-01-30", "2026-02-02", "2026-02-19", "2026-02-20"]);
        foreach (string date in Dates())
            Board($"snapshots/{date}").ShouldNotBeEmpty();
        Directory.GetDirectories(Path.Combine(folder, "releases")).Length.ShouldBe(4);
    }

    [Fact]
    public async Task A_page_lists_the_days_that_are_kept_newest_first()
    {
        DateTimeOffset first = new(2025, 12, 30, 8, 0, 0, TimeSpan.Zero);
        foreach (int day in new[] { 0, 1, 3, 20 })
            await PublishAsync(first.AddDays(day), hour: day);

        string page = await File.ReadAllTextAsync(Path.Combine(folder, SitePaths.Snapshots), TestContext.Current.CancellationToken);
        string[] links = [.. System.Text.RegularExpressions.Regex.Matches(page, "href=\"([^\"]*)\"").Select(static link => link.Groups[1].Value)];
        links.ShouldBe(["2026-01-19/index.html", "2026-01-02/index.html", "2025-12-30/index.html"]);
        links.ShouldAllBe(link => File.Exists(Path.Combine(folder, "snapshots", link)));
    }

    [Theory]
    [InlineData("https://bench.example/", "href=\"https://bench.example/snapshots/index.html\"")]
    [InlineData(null, "<code>snapshots/YYYY-MM-DD/</code>")]
    public void The_status_page_says_where_the_snapshots_are(string? home, string words)
    {
        SiteOptions site = new() { BaseUrl = home is null ? null : new Uri(home), Snapshots = true };

        Status(site).ShouldContain(words);
        Status(site with { Snapshots = false }).ShouldNotContain("snapshots");
    }

    private static string Status(SiteOptions site) =>
        System.Text.Encoding.UTF8.GetString(SiteBuilder.Build([SampleReport.Of("one")], null, new BlankRasterizer(), site).Files[SitePaths.Status].Content.Span);

    private async Task PublishAsync(DateTimeOffset now, int hour)
    {
        FolderPublisher publisher = new("site", new FolderOptions { Path = folder, KeepReleases = 0, KeepFor = TimeSpan.FromDays(-40_000), SnapshotDays = 10 }, new StandingClock(now));
        LiveSite? live = await publisher.ReadAsync(CancellationToken.None);
        SiteSnapshot site = SiteBuilder.Build([SampleReport.Of("one", SampleReport.Noon.AddHours(hour), ("alpha", [80 + hour]))], live, new BlankRasterizer(), new SiteOptions());
        await publisher.ApplyAsync(PublishPlan.Between(live, site), site, new Dictionary<string, long>(), CancellationToken.None);
    }

    private string Board(string state) => File.ReadAllText(Path.Combine(folder, state, "boards", "one", "board.json"));

    private string[] Dates() => [.. new DirectoryInfo(Path.Combine(folder, "snapshots")).EnumerateDirectories().Select(static link => link.Name).Order(StringComparer.Ordinal)];

    private sealed class StandingClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
