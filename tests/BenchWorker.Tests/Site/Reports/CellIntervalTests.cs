using BenchWorker.Analysis;
using BenchWorker.Figures;
using BenchWorker.Site;
using Shouldly;
using Xunit;

namespace BenchWorker.Tests.Site.Reports;

/// <summary>Intervals in the cells of a figure. Quantiles are SciPy's t.ppf(0.975, df).</summary>
public sealed class CellIntervalTests
{
    [Theory]
    [InlineData(null, null, 1.959963984540054)]
    [InlineData(1000L, null, 1.959963984540054)]
    [InlineData(30L, null, 1.959963984540054)]
    [InlineData(29L, null, 2.048407141795244)]
    [InlineData(5L, null, 2.7764451051977987)]
    [InlineData(2L, null, 12.706204736432095)]
    [InlineData(1000L, 4L, 3.182446305284263)]
    [InlineData(1000L, 51L, 2.008559112100761)]
    public void A_standard_error_of_few_samples_or_clusters_is_widened_by_Students_t(long? samples, long? clusters, double width)
    {
        Cell cell = new(0.5, StandardError: 1, SampleCount: samples, ClusterCount: clusters);

        IntervalWidth.Of(cell.DegreesOfFreedom).ShouldBe(width, 1e-9);
    }

    [Theory]
    [InlineData(1L, null)]
    [InlineData(1000L, 1L)]
    public void One_sample_or_one_cluster_has_no_interval(long? samples, long? clusters) =>
        double.IsNaN(IntervalWidth.Of(new Cell(0.5, StandardError: 1, SampleCount: samples, ClusterCount: clusters).DegreesOfFreedom)).ShouldBeTrue();

    [Fact]
    public void A_standard_error_of_runs_has_the_degrees_of_freedom_of_the_runs()
    {
        Result[] runs = [Score("a", 0.4), Score("a", 0.5), Score("a", 0.9)];

        Cell cell = ScoreTable.From([.. runs.Select(static (row, i) => row with { Run = $"{i}", SampleCount = 1000 })], new())[0, 0];

        cell.DegreesOfFreedom.ShouldBe(2);
    }

    [Fact]
    public void A_figure_shows_the_wider_interval_of_few_samples()
    {
        Result few = Score("few", 0.5) with { StandardError = 0.1, SampleCount = 5 }, many = Score("many", 0.6) with { StandardError = 0.1, SampleCount = 500 };

        string figure = Drawn("interval", few, many);

        figure.ShouldContain("±0.28");
        figure.ShouldContain("±0.20");
        Drawn("standard-error", few, many).ShouldNotContain("±0.28");
    }

    private static string Drawn(string uncertainty, params Result[] rows)
    {
        Board board = BoardFile.Parse("b.yaml", $"board: x\nsource: b\nfigures:\n  - {{ kind: matrix, uncertainty: {uncertainty}, decimals: 2 }}\n").Single();
        return SvgWriter.Write(BoardComposer.Compose(board, new ResultSnapshot(rows, null), FontSet.Default).Figures[0].Light);
    }

    private static Result Score(string model, double value) =>
        new() { Benchmark = "b", Task = "t", Model = model, Metric = "acc", Direction = Direction.HigherIsBetter, Value = value };
}
