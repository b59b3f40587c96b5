using BenchWorker.Analysis;
using Shouldly;
using Xunit;

namespace BenchWorker.Tests.Analysis.Findings;

public sealed class ShiftReaderTests
{
    [Fact]
    public void A_shift_is_found_where_comparing_all_values_before_with_all_after_is_most_one_sided()
    {
        double[] values = [2, 1, double.NaN, 2, 3, 1, 2, 2, 5, 4, 6, double.NaN, 5, 5, 4, 6];
        double[] present = [.. values.Where(static value => !double.IsNaN(value))];
        int[] places = [.. Enumerable.Range(0, values.Length).Where(column => !double.IsNaN(values[column]))];
        long Size(int split) => Math.Abs(present[..split].Sum(before => present[split..].Sum(after => (long)before.CompareTo(after))));
        int best = Enumerable.Range(1, present.Length - 1).MaxBy(Size);

        (double column, double p) = Of(values);

        column.ShouldBe(places[best - 1]);
        p.ShouldBe(2 * Math.Exp(-6.0 * Size(best) * Size(best) / (Math.Pow(present.Length, 3) + Math.Pow(present.Length, 2))), 1e-15);
    }

    [Fact]
    public void A_changed_cell_moves_the_shift() => Of([1, 1, 1, 1, 1, 9, 9, 9, 9, 1]).ShouldNotBe(Of([1, 1, 1, 1, 1, 9, 9, 9, 9, 9]));

    private static (double Column, double P) Of(double[] values) => new ShiftReader(new LineReader(new HeatmapTable(
        "Shift", new HeatmapMetric("score", null, Direction.HigherIsBetter), new HeatmapAxis("model", ["a"]),
        new HeatmapAxis("step", Stated.Names("", values.Length)) { Ordered = true }, values))).Of(0, 0);
}
