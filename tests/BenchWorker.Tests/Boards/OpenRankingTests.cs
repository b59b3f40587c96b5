using System.Text;
using BenchWorker.Analysis;
using BenchWorker.Figures;
using BenchWorker.Site;
using Shouldly;
using Xunit;

namespace BenchWorker.Tests.Boards;

/// <summary>Boards that name no ranking, from rows to pages.</summary>
public sealed class OpenRankingTests
{
    [Fact]
    public void A_complete_board_says_that_its_order_is_by_the_mean()
    {
        (BoardReport report, string page, string json) = Publish("", [Score("a", "t1", 1), Score("a", "t2", 2), Score("b", "t1", 3), Score("b", "t2", 4)]);

        report.Leaderboards.ShouldHaveSingleItem().Method.ShouldBe(RankingMethod.Mean);
        page.ShouldContain("No cell is missing, so the order is by the plain mean.");
        json.ShouldContain("\"rankingReason\":\"No cell is missing, so the order is by the plain mean.\"");
    }

    [Fact]
    public void A_board_with_gaps_prints_the_adjusted_mean_with_the_plain_one_its_place_and_the_coverage_beside_it()
    {
        // b skipped the hard task, which lifts its plain mean above that of a.
        Result[] rows = [Score("a", "easy", 90), Score("a", "hard", 40), Score("b", "easy", 80), Score("c", "easy", 70), Score("c", "hard", 20)];

        (BoardReport report, string page, string json) = Publish("min_coverage: 0", rows);

        report.Leaderboards[0].Standings.Select(static one => one.Entity).ShouldBe(["a", "b", "c"]);
        report.Leaderboards[1].Standings.Select(static one => one.Entity).ShouldBe(["b", "a", "c"]);
        page.ShouldContain("Of the 6 cells 1 is missing, so the order is by the adjusted mean");
        page.ShouldContain(">80 (1)</td>");
        page.ShouldContain(">1/2</td>");
        json.ShouldContain("\"method\":\"adjusted-mean\",\"missing\":\"additive\"");
    }

    [Fact]
    public void A_board_that_declares_its_ranking_or_its_mean_gets_that_and_no_reason()
    {
        Result[] rows = [Score("a", "t1", 1), Score("a", "t2", 2), Score("b", "t1", 3)];

        foreach (string keys in new[] { "ranking: mean", "missing: exclude", "mean: macro" })
        {
            (BoardReport report, _, string json) = Publish(keys, rows);
            report.Leaderboards.ShouldHaveSingleItem().Method.ShouldBe(RankingMethod.Mean);
            json.ShouldContain("\"rankingReason\":null");
        }
    }

    [Fact]
    public void Metrics_without_a_direction_do_not_keep_the_others_from_being_averaged()
    {
        Result[] rows = [Score("a", "t1", 1), Score("b", "t1", 3), Score("a", "t1", 100) with { Metric = "tokens", Direction = Direction.Unknown }];

        Publish("", rows).Report.Leaderboards[0].Method.ShouldBe(RankingMethod.Mean);
        Publish("", [.. rows, Score("a", "t1", 5) with { Metric = "loss", Direction = Direction.LowerIsBetter }]).Report.Leaderboards[0].Method.ShouldBe(RankingMethod.MeanWinRate);
    }

    private static (BoardReport Report, string Page, string Json) Publish(string keys, Result[] rows)
    {
        BoardReport report = BoardComposer.Compose(BoardFile.Parse("b.yaml", $"board: x\nsource: b\n{keys}\n").Single(), new ResultSnapshot(rows, null), FontSet.Default);
        SiteSnapshot site = SiteBuilder.Build([report], null, new BlankRasterizer(), new SiteOptions());
        return (report, Encoding.UTF8.GetString(site.Files["boards/x/index.html"].Content.Span), Encoding.UTF8.GetString(site.Files["boards/x/board.json"].Content.Span));
    }

    private static Result Score(string model, string task, double value) =>
        new() { Benchmark = "b", Task = task, Model = model, Metric = "acc", Direction = Direction.HigherIsBetter, Value = value };
}
