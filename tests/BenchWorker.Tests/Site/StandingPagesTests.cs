using System.Text;
using System.Text.RegularExpressions;
using BenchWorker.Site;
using Shouldly;
using Xunit;

namespace BenchWorker.Tests;

/// <summary>A site so large that its lists have several pages, one board of which was refreshed.</summary>
public sealed partial class StandingPagesTests
{
    private const int Boards = 505;

    private static readonly SiteOptions Options = new() { Title = "Benchmarks", BaseUrl = new Uri("https://example.org/") };

    private static readonly SiteSnapshot First = SiteBuilder.Build([.. Enumerable.Range(0, Boards).Select(static i => Board(i, 80))], null, new BlankRasterizer(), Options);

    private static readonly LiveSite Live = Published(First.Manifest);

    [Theory]
    [InlineData(0)]
    [InlineData(300)]
    [InlineData(504)]
    public void Pages_that_stay_say_what_they_would_if_they_were_composed(int refreshed)
    {
        SiteSnapshot quick = SiteBuilder.Build([Board(refreshed, 95)], Live, new BlankRasterizer(), Options);
        SiteSnapshot whole = SiteBuilder.Build([Board(refreshed, 95)], Published(Live.Manifest! with { Pages = null }), new BlankRasterizer(), Options);

        string[] different = [.. whole.Files.Values.Where(file => Words(quick.Files.GetValueOrDefault(file.Path) ?? First.Files[file.Path]) != Words(file)).Select(static file => file.Path)];
        different.ShouldBeEmpty();
        quick.Manifest.Files.Select(static file => file.Path).ShouldBe(whole.Manifest.Files.Select(static file => file.Path));
        quick.Files.Count.ShouldBeLessThan(whole.Files.Count);
        SiteCheck.Problems(quick).ShouldBeEmpty();
    }

    [Fact]
    public void Only_pages_that_show_the_refreshed_board_are_composed()
    {
        SiteSnapshot site = SiteBuilder.Build([Board(300, 95)], Live, new BlankRasterizer(), Options);

        site.Files.Keys.ShouldContain("index-2.html");
        site.Files.Keys.ShouldNotContain("index.html");
        site.Files.Keys.ShouldNotContain("index-3.html");
        site.Files.Keys.ShouldNotContain(SitePaths.ModelPage("beta").Replace(".html", ".2.html", StringComparison.Ordinal));
    }

    [Fact]
    public void A_new_board_renews_every_list()
    {
        SiteSnapshot site = SiteBuilder.Build([Board(Boards, 70)], Live, new BlankRasterizer(), Options);

        new[] { "index.html", "index-2.html", "index-3.html", "status.html", "status-2.html", "models.html" }.ShouldBeSubsetOf(site.Files.Keys);
        SiteCheck.Problems(site).ShouldBeEmpty();
    }

    [Fact]
    public void Another_name_of_the_site_renews_every_page()
    {
        SiteSnapshot site = SiteBuilder.Build([], Live, Options with { Title = "Renamed" });

        new[] { "index.html", "index-2.html", "index-3.html", "status.html", "models.html", SitePaths.ModelPage("beta") }.ShouldBeSubsetOf(site.Files.Keys);
    }

    [Fact]
    public void A_model_of_which_nothing_new_is_said_keeps_its_page()
    {
        SiteSnapshot site = SiteBuilder.Build([Board(300, 95)], Live, new BlankRasterizer(), Options);

        site.Files.Keys.ShouldContain(SitePaths.ModelPage("alpha"));
        site.Files.Keys.ShouldNotContain(SitePaths.ModelPage("beta"));
    }

    /// <summary>A model's page without its times, which stay with the page; any other file as it is.</summary>
    private static string Words(SiteFile file) => !file.Path.StartsWith("models", StringComparison.Ordinal) ? file.Sha256 : Time().Replace(Encoding.UTF8.GetString(file.Content.Span), "");

    [GeneratedRegex("<time .*?</time>", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Time();

    private static BoardReport Board(int number, double score) =>
        SampleReport.Of(FormattableString.Invariant($"board-{number:D3}"), SampleReport.Noon.AddMinutes(score), ("alpha", [score]), ("beta", [75]));

    private static LiveSite Published(SiteManifest manifest) => new(new Release { Sequence = 1, Hash = manifest.Hash(), PublishedAt = SampleReport.Noon }, manifest, "");
}
