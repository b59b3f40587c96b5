using System.Text;
using BenchWorker.Analysis;
using BenchWorker.Site;
using Shouldly;
using Xunit;

namespace BenchWorker.Tests;

public sealed class PageWordsTests
{
    [Fact]
    public void A_model_page_leads_to_the_scores_that_it_has_no_room_for()
    {
        SiteSnapshot site = Build(SampleReport.Large("large", 70, 60), SampleReport.Of("small", SampleReport.Noon, ("org/model-0001", [80])));

        string page = Text(site, SitePaths.ModelPage("org/model-0001"));

        page.ShouldContain("<li>Board large: <a href=\"../boards/large/scores.csv\" aria-label=\"scores.csv of Board large\">scores.csv</a></li>");
        page.ShouldContain("<summary>Board small: 1 of 1 columns</summary>");
        page.ShouldNotContain("scores.csv of Board small");
        site.Files.Keys.ShouldContain("boards/large/scores.csv");
    }

    [Fact]
    public void The_status_counts_the_warnings_that_the_page_of_a_board_says()
    {
        SiteSnapshot site = Build(SampleReport.Of("one") with { Warnings = ["Figure 1 could not be drawn: no row is left.", "t1 mixes 3 values of split (dev, test, validation)."] });

        Text(site, SitePaths.Status).ShouldContain("Board one</a> <span class=\"why\">2 warnings</span>");
        Text(site, SitePaths.Status).ShouldNotContain("could not be drawn");
        Text(site, "boards/one/index.html").ShouldContain("Figure 1 could not be drawn: no row is left.");
    }

    [Theory]
    [InlineData(MissingPolicy.Exclude, "By mean over", "<dt>Mean</dt>")]
    [InlineData(MissingPolicy.Additive, "By adjusted mean over", "<dt>Adjusted mean</dt>")]
    public void A_mean_that_bridges_missing_cells_is_called_adjusted(MissingPolicy missing, string order, string method)
    {
        BoardReport report = SampleReport.Of("one");

        string page = Text(Build(report with { Leaderboards = [report.Leaderboards[0] with { Missing = missing }] }), "boards/one/index.html");

        page.ShouldContain(order);
        page.ShouldContain(method);
    }

    [Theory]
    [InlineData(1, "with the whole order is 1.00 each time.")]
    [InlineData(0.996, "with the whole order is 1.00 each time.")]
    [InlineData(0.91, "with the whole order is 0.91 or more.")]
    public void An_order_that_nothing_changes_is_not_said_to_agree_more_than_wholly(double tau, string words)
    {
        BoardReport report = SampleReport.Of("one");

        SiteSnapshot site = Build(report with { Robustness = Robustness.Of(report.Table, report.Leaderboards) with { LeftOut = 3, LowestTau = tau } });

        Text(site, "boards/one/index.html").ShouldContain(words);
    }

    private static SiteSnapshot Build(params BoardReport[] reports) => SiteBuilder.Build(reports, null, new BlankRasterizer(), new SiteOptions());

    private static string Text(SiteSnapshot site, string path) => Encoding.UTF8.GetString(site.Files[path].Content.Span);
}
