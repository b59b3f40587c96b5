using System.Text;
using BenchWorker.Site;
using Shouldly;
using Xunit;

namespace BenchWorker.Tests;

/// <summary>Each rule that a site must pass before readers are switched to it, broken once.</summary>
public sealed class SiteCheckTests
{
    private const string Page = "boards/one/index.html";

    [Fact]
    public void A_composed_site_passes() => SiteCheck.Problems(Sample()).ShouldBeEmpty();

    [Fact]
    public void A_link_to_nothing_is_found() =>
        Broken(Page, static page => page.Replace("</main>", "<a href=\"gone.html\">x</a></main>", StringComparison.Ordinal)).ShouldContain($"{Page} points to gone.html, which is not there.");

    [Fact]
    public void A_fragment_that_the_page_does_not_have_is_found() =>
        Broken(Page, static page => page.Replace("</main>", "<a href=\"#gone\">x</a></main>", StringComparison.Ordinal)).ShouldContain($"{Page} points to #gone, which it does not have.");

    [Fact]
    public void A_page_that_does_not_parse_is_found() =>
        Broken(Page, static page => page.Replace("</main>", "<b>", StringComparison.Ordinal)).ShouldHaveSingleItem().ShouldStartWith($"{Page} is not well-formed: ");

    [Fact]
    public void A_figure_that_does_not_parse_is_found() =>
        Broken("boards/one/scores.svg", static svg => svg[..(svg.Length / 2)]).ShouldHaveSingleItem().ShouldStartWith("boards/one/scores.svg is not well-formed: ");

    [Fact]
    public void A_picture_that_was_cut_short_is_found()
    {
        SiteSnapshot site = Sample();
        SiteFile whole = site.Files["boards/one/scores.png"];

        SiteCheck.Problems(With(site, SiteFile.Of(whole.Path, whole.Content[..^5]))).ShouldBe(["boards/one/scores.png is cut short."]);
    }

    [Fact]
    public void A_picture_with_one_wrong_bit_is_found()
    {
        SiteSnapshot site = Sample();
        SiteFile whole = site.Files["boards/one/scores.png"];
        byte[] damaged = whole.Content.ToArray();
        damaged[^20] ^= 1;

        SiteCheck.Problems(With(site, SiteFile.Of(whole.Path, damaged))).ShouldBe(["boards/one/scores.png has a chunk with a wrong checksum."]);
    }

    [Fact]
    public void A_board_that_would_lose_all_its_values_is_refused_and_its_pages_stay()
    {
        SiteSnapshot before = Sample();
        LiveSite live = new(new Release { Sequence = 1, Hash = before.Hash, PublishedAt = SampleReport.Noon }, before.Manifest, "");

        SiteSnapshot after = SiteBuilder.Build([SampleReport.Of("one", SampleReport.Noon, ("alpha", [double.NaN, double.NaN]))], live, new BlankRasterizer(), new SiteOptions());

        after.Boards.ShouldHaveSingleItem().Outcome.ShouldBe(BoardOutcome.Refused);
        after.Manifest.Files.Single(static file => file.Path == Page).ShouldBe(before.Manifest.Files.Single(static file => file.Path == Page));
    }

    private static SiteSnapshot Sample() => SiteBuilder.Build([SampleReport.Of("one")], null, new BlankRasterizer(), new SiteOptions());

    private static IReadOnlyList<string> Broken(string path, Func<string, string> damage)
    {
        SiteSnapshot site = Sample();
        return SiteCheck.Problems(With(site, SiteFile.Of(path, damage(Encoding.UTF8.GetString(site.Files[path].Content.Span)))));
    }

    private static SiteSnapshot With(SiteSnapshot site, SiteFile file) =>
        site with { Files = new Dictionary<string, SiteFile>(site.Files, StringComparer.Ordinal) { [file.Path] = file } };
}
