using BenchWorker.Analysis;
using BenchWorker.Figures;
using BenchWorker.Site;
using Shouldly;
using Xunit;

namespace BenchWorker.Tests.Analysis.Findings;

/// <summary>Seconds in one panel and shares in another: nothing runs across them.</summary>
public sealed class PanelsOfMetricsTests
{
    private static readonly double[] Values = [0.9, 0.5, 0.7, 0.8, 0.4, 0.6, 120, 340, 95, 410, 88, 207];

    [Fact]
    public void Each_panel_has_extremes_of_its_own() => Of(Values).Holding(FindingKinds.E1).ShouldBe(
    [
        "The highest value in share is 0.9 (m1, t1); the lowest value is 0.4 (m2, t2).",
        "The highest value in seconds is 410.0 (m2, t1); the lowest value is 88.0 (m2, t2).",
    ]);

    [Fact]
    public void No_panel_is_held_against_another()
    {
        FindingKind[] across = [FindingKinds.F1, FindingKinds.F3, FindingKinds.F4, FindingKinds.U3];

        FindingEngine.Find(Of(Values)).Select(finding => finding.Kind).Intersect(across).ShouldBeEmpty();
        FindingEngine.Find(Of(Values, commensurable: true)).Select(finding => finding.Kind).Intersect(across).Count().ShouldBeGreaterThan(1);
    }

    [Fact]
    public void A_changed_extreme_is_told_apart_in_its_panel_alone()
    {
        FindingVerifier verifier = new(Of([.. Values[..9], 420, .. Values[10..]]));

        FindingEngine.Find(Of(Values)).Where(finding => finding.Kind == FindingKinds.E1).Select(verifier.Verify).ShouldBe([Verdict.Holds, Verdict.Fails]);
    }

    [Fact]
    public void A_figure_with_a_panel_for_each_metric_is_such_a_table()
    {
        Board board = new() { Slug = "b", Title = "Both", Source = new BoardSource.Benchmark("b"), Columns = ["task"], Figures = [new FigureDeclaration { Panels = new PanelDeclaration("metric") }] };
        Result Row(string metric, int i) => new()
        {
            Benchmark = "b",
            Task = $"t{1 + (i % 3)}",
            Model = $"m{1 + (i / 3)}",
            Metric = metric,
            Direction = metric == "share" ? Direction.HigherIsBetter : Direction.LowerIsBetter,
            Value = Values[i + (metric == "share" ? 0 : 6)],
        };

        Summary summary = BoardComposer.Compose(board, new ResultSnapshot([.. Enumerable.Range(0, 6).SelectMany(i => new[] { Row("share", i), Row("seconds", i) })], null), FontSet.Default).Summary;

        summary.Markdown.ShouldContain("The highest value in seconds is 410 (m2, t1)");
        summary.Markdown.ShouldContain("The highest value in share is 0.9 (m1, t1)");
        summary.Markdown.ShouldNotContain("is higher than");
    }

    private static HeatmapTable Of(double[] values, bool commensurable = false) => new(
        "Both", new HeatmapMetric("score", null, Direction.Unknown), new HeatmapAxis("metric", ["share", "seconds"]), new HeatmapAxis("model", ["m1", "m2"]), new HeatmapAxis("task", Stated.Names("t", 3)), values, 1)
    {
        CommensurableFacets = commensurable,
        StandardErrors = [.. values.Select((value, i) => (i + 1) * value / 100)],
    };
}
