using System.Text;
using System.Text.RegularExpressions;
using BenchWorker.Site;
using Shouldly;
using Xunit;

namespace BenchWorker.Tests.Site.Reports;

/// <summary>What a summary links to lies beside it in the site.</summary>
public sealed partial class SummaryLinksTests
{
    private static readonly SiteOptions Options = new() { Title = "Benchmarks", BaseUrl = new Uri("https://example.org/bench/") };

    [Fact]
    public void Every_link_of_a_summary_leads_to_a_table_of_the_site()
    {
        BoardReport report = EveryKindOfFigure.Report(models: 34);

        SiteSnapshot site = SiteBuilder.Build([report], published: null, new BlankRasterizer(), Options);

        string[] links = Links(site, "boards/all/summary.md");
        links.ShouldContain("boards/all/leaderboard.csv");
        links.Count(static link => link.StartsWith("boards/all/figure-", StringComparison.Ordinal)).ShouldBe(report.Summary.Figures.Count - SameAsAnother(report));
        links.ShouldAllBe(link => site.Files.ContainsKey(link));
        links.ShouldAllBe(link => Text(site, link).Contains("m1", StringComparison.Ordinal));
    }

    [Fact]
    public void The_file_behind_the_link_holds_every_value_that_the_summary_leaves_out()
    {
        BoardReport report = EveryKindOfFigure.Report(models: 48, tasks: 3);

        SiteSnapshot site = SiteBuilder.Build([report], published: null, new BlankRasterizer(), Options);

        Text(site, "boards/all/summary.md").ShouldContain("The table has 48 rows and 3 columns; the first and the last 10 rows");
        Text(site, "boards/all/figure-1.csv").TrimEnd().Split('\n').Length.ShouldBe(1 + (48 * 3));
    }

    private static int SameAsAnother(BoardReport report) => Regex.Count(report.Summary.Markdown, "^The values are those of", RegexOptions.Multiline);

    /// <summary>As paths from the site's root.</summary>
    private static string[] Links(SiteSnapshot site, string path)
    {
        Uri root = new("https://site.example/"), document = new(root, path);
        return [.. Target().Matches(Text(site, path)).Select(link => Uri.UnescapeDataString(new Uri(document, link.Groups[1].Value).AbsolutePath[1..]))];
    }

    private static string Text(SiteSnapshot site, string path) => Encoding.UTF8.GetString(site.Files[path].Content.Span);

    [GeneratedRegex(@"\]\(<([^>]+)>\)")]
    private static partial Regex Target();
}
