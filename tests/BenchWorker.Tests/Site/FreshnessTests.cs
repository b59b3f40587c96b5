using System.Text;
using BenchWorker.Site;
using Shouldly;
using Xunit;

namespace BenchWorker.Tests;

public sealed class FreshnessTests
{
    private static readonly DateTimeOffset Soon = SampleReport.Noon.AddMinutes(4);

    [Fact]
    public void A_page_says_how_new_its_data_is_when_it_was_published_and_how_long_that_took()
    {
        SiteSnapshot site = Build(null, Soon, SampleReport.Of("one"));

        Footer(site, "boards/one/index.html").ShouldBe("Data as of 2026-03-01 12:00 UTC Published 2026-03-01 12:04 UTC; the newest result 4 min after it was stored");
        Footer(site, "index.html").ShouldBe(Footer(site, "boards/one/index.html"));
        site.Freshness["one"].ShouldBe(new BoardFreshness(SampleReport.Noon, Soon, 240));
    }

    [Fact]
    public void Publishing_another_board_later_does_not_age_this_one()
    {
        LiveSite live = Live(Build(null, Soon, SampleReport.Of("one")));

        SiteSnapshot site = Build(live, Soon.AddDays(3), SampleReport.Of("two", SampleReport.Noon.AddDays(-1), ("alpha", [1])));

        site.Freshness["one"].ShouldBe(new BoardFreshness(SampleReport.Noon, Soon, 240));
        Footer(site, "index.html").ShouldBe("Data as of 2026-03-01 12:00 UTC Published 2026-03-04 12:04 UTC; the newest result 4 min after it was stored");
    }

    [Fact]
    public void Writing_the_same_results_again_does_not_make_them_late()
    {
        LiveSite live = Live(Build(null, Soon, SampleReport.Of("one")));
        BoardReport renamed = SampleReport.Of("one");

        SiteSnapshot site = Build(live, Soon.AddDays(8), renamed with { Board = renamed.Board with { Title = "Renamed" } });

        site.Freshness["one"].ShouldBe(new BoardFreshness(SampleReport.Noon, Soon.AddDays(8), 240));
    }

    [Fact]
    public void The_time_alone_changes_nothing()
    {
        SiteSnapshot first = Build(null, Soon, SampleReport.Of("one"));

        Build(Live(first), Soon.AddDays(1), SampleReport.Of("one")).Hash.ShouldBe(first.Hash);
    }

    [Fact]
    public void A_clock_behind_the_database_gives_no_negative_lag() =>
        Build(null, SampleReport.Noon.AddHours(-1), SampleReport.Of("one")).Freshness["one"].LagSeconds.ShouldBe(0);

    [Theory]
    [InlineData(0, "0 s")]
    [InlineData(59, "59 s")]
    [InlineData(60, "1 min")]
    [InlineData(3599, "59 min")]
    [InlineData(3600, "1 h")]
    [InlineData(172_800, "2 days")]
    public void A_length_of_time_is_told_in_its_largest_unit(int seconds, string text) => DisplayTime.Span(TimeSpan.FromSeconds(seconds)).ShouldBe(text);

    private static SiteSnapshot Build(LiveSite? live, DateTimeOffset now, params BoardReport[] reports) => SiteBuilder.Build(reports, live, new BlankRasterizer(), new SiteOptions { Now = now });

    private static LiveSite Live(SiteSnapshot site) => new(new Release { Sequence = 1, Hash = site.Hash, PublishedAt = Soon }, site.Manifest, "");

    /// <summary>The foot's two lines of freshness as a reader sees them.</summary>
    private static string Footer(SiteSnapshot site, string path)
    {
        string page = Encoding.UTF8.GetString(site.Files[path].Content.Span);
        System.Xml.Linq.XElement foot = System.Xml.Linq.XElement.Parse(page["<!DOCTYPE html>".Length..]).Descendants("footer").Single();
        return string.Join(' ', foot.Descendants("p").Take(2).Select(static line => line.Value));
    }
}
