using BenchWorker.Analysis;
using BenchWorker.Site;
using Shouldly;
using Xunit;

namespace BenchWorker.Tests;

public sealed class ChangeLogTests
{
    [Fact]
    public void A_mover_is_named_with_the_cells_that_moved_it()
    {
        SiteSnapshot first = Build(null, SampleReport.Of("one", SampleReport.Noon, ("alpha", [80, 70, 60]), ("beta", [70, 60, 50])));

        SiteSnapshot second = Build(Live(first), SampleReport.Of("one", SampleReport.Noon.AddHours(1), ("beta", [70, 90, 80]), ("alpha", [80, 70, 60])));

        second.Manifest.Find("one").ShouldNotBeNull().Changes[0].Lines.ShouldBe(
        [
            "beta rose from 2 to 1, within the span of ranks the data cannot tell apart: task 2 60 → 90, task 3 50 → 80.",
            "alpha fell from 1 to 2, within the span of ranks the data cannot tell apart; no cell of its own changed.",
            "Cells: 2 changed.",
        ]);
    }

    [Fact]
    public void Those_who_come_and_go_are_named_and_their_part_in_moves_is_told()
    {
        SiteSnapshot first = Build(null, SampleReport.Of("one", SampleReport.Noon, ("alpha", [80, 70]), ("beta", [70, 60])));

        SiteSnapshot second = Build(Live(first), SampleReport.Of("one", SampleReport.Noon.AddHours(1), ("gamma", [75, 65]), ("beta", [70, 60])));

        IReadOnlyList<string> lines = second.Manifest.Find("one").ShouldNotBeNull().Changes[0].Lines;
        lines.ShouldContain("gamma entered at rank 1 (1 to 2 not separable).");
        lines.ShouldContain("alpha left; it was at rank 1 (1 to 2 not separable).");
    }

    [Fact]
    public void A_changed_rule_is_told_before_anything_else()
    {
        BoardReport before = SampleReport.Of("one");
        BoardReport after = before with { Board = before.Board with { Missing = MissingPolicy.ImputeWorst } };

        SiteSnapshot second = Build(Live(Build(null, before)), after);

        second.Manifest.Find("one").ShouldNotBeNull().Changes[0].Lines[0].ShouldBe("Policy: the rule for missing cells changed from “exclude” to “impute-worst”; places are not comparable with those before.");
    }

    [Fact]
    public void The_leaderboard_shows_the_places_gained_and_lost()
    {
        SiteSnapshot first = Build(null, SampleReport.Of("one", SampleReport.Noon, ("alpha", [80, 70]), ("beta", [70, 60])));

        string page = Text(Build(Live(first), SampleReport.Of("one", SampleReport.Noon.AddHours(1), ("beta", [90, 91]), ("alpha", [80, 70]))), "boards/one/index.html");

        page.ShouldContain("<span class=\"unseen\">up </span><span aria-hidden=\"true\">▲</span> 1");
        page.ShouldContain("<span class=\"unseen\">down </span><span aria-hidden=\"true\">▼</span> 1");
    }

    [Fact]
    public void Without_the_published_file_changes_are_told_without_cells()
    {
        SiteSnapshot first = Build(null, SampleReport.Of("one", SampleReport.Noon, ("alpha", [80]), ("beta", [70])));

        SiteSnapshot second = Build(Live(first) with { BoardFiles = new Dictionary<string, ReadOnlyMemory<byte>> { ["one"] = "not json"u8.ToArray() } }, SampleReport.Of("one", SampleReport.Noon, ("beta", [90]), ("alpha", [80])));

        second.Manifest.Find("one").ShouldNotBeNull().Changes[0].Lines[0].ShouldBe("beta rose from 2 to 1, within the span of ranks the data cannot tell apart.");
    }

    [Fact]
    public void The_cell_that_most_rivals_have_is_asked_for_first()
    {
        BoardReport report = SampleReport.Of("one", SampleReport.Noon, ("alpha", [80, 70, 60, 50, 40]), ("beta", [79, 69, 59, double.NaN, double.NaN]), ("gamma", [78, 68, 58, double.NaN, 38]));

        IReadOnlyList<NextRun> next = NextRuns.Of(report);

        next.Select(static run => (run.Entity, run.Column)).ShouldBe([("beta", "task 5"), ("beta", "task 4"), ("gamma", "task 4")]);
        next[0].Reason.ShouldBe("may rank anywhere from 1 to 3");
    }

    private static SiteSnapshot Build(LiveSite? published, BoardReport report) => SiteBuilder.Build([report], published, new BlankRasterizer(), new SiteOptions());

    private static LiveSite Live(SiteSnapshot site) => new(new Release { Sequence = 1, Hash = site.Hash, PublishedAt = SampleReport.Noon }, SiteManifest.Parse(site.Manifest.ToJson()), "")
    {
        BoardFiles = new Dictionary<string, ReadOnlyMemory<byte>> { ["one"] = site.Files["boards/one/board.json"].Content },
    };

    private static string Text(SiteSnapshot site, string path) => System.Text.Encoding.UTF8.GetString(site.Files[path].Content.Span);
}
