using BenchWorker.Analysis;
using Shouldly;
using Xunit;

namespace BenchWorker.Tests.Analysis;

/// <summary>Inner loops against plain ones that say what they are to give, bit for bit: on any machine, with any vectors and any number of threads.</summary>
public sealed class KernelTests
{
    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(5, 3, 33)]
    [InlineData(130, 70, 67)]
    [InlineData(67, 250, 35)]
    public void Every_element_of_a_product_is_one_chain_of_fused_multiply_adds(int rows, int inner, int columns)
    {
        double[] a = Draw(1, rows * inner);
        double[] b = Draw(2, inner * columns);

        double[] product = MatrixProduct.Of(a, b, rows, inner, columns);

        for (int k = 0; k < product.Length; k++)
        {
            double sum = 0;
            for (int t = 0; t < inner; t++)
                sum = Math.FusedMultiplyAdd(a[(k / columns * inner) + t], b[(t * columns) + (k % columns)], sum);
            product[k].ShouldBe(sum);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(13)]
    [InlineData(1024)]
    [InlineData(1500)]
    public void Values_above_each_value_are_counted_with_ties_and_without_what_is_missing(int length)
    {
        double[] spread = Draw(3, length);

        CountsAbove(spread);
        CountsAbove([.. spread.Select(static (value, k) => k % 7 == 3 ? double.NaN : Math.Round(value * 20))]);
        CountsAbove([.. spread.Select(static (value, k) => k % 7 == 3 ? double.NaN : value * double.MaxValue)]);
        CountsAbove([.. spread.Select(static (value, k) => k == 5 ? 1e300 : value)]);
        CountsAbove([.. spread.Select(static (value, k) => k == 5 ? double.PositiveInfinity : k == 6 ? double.NegativeInfinity : value)]);
        CountsAbove([.. spread.Select(static value => value * double.Epsilon * 100)]);
        CountsAbove([.. spread.Select(static _ => double.NaN)]);
    }

    private static void CountsAbove(double[] values)
    {
        int[] above = new int[values.Length];

        RankCounts.Above(values, above);

        above.ShouldBe(values.Select(value => values.Count(other => other > value)));
    }

    [Theory]
    [InlineData(5)]
    [InlineData(19)]
    public void Distances_from_four_rows_are_those_from_each(int length)
    {
        double[] a = Draw(7, length);
        double[] rows = Draw(8, 4 * length);
        double[] squares = new double[4];

        FourRows.SquaredDistances(a, rows, squares);

        squares.ShouldBe(Enumerable.Range(0, 4).Select(row => Kernels.SquaredDistance(a, rows.AsSpan(row * length, length))));
    }

    [Fact]
    public void The_largest_scaled_distance_ignores_what_is_no_number()
    {
        double[] rows = Draw(9, 4 * 21);
        double[] scale = [.. Draw(10, 20).Select(Math.Abs)];
        rows[3] = double.NaN;
        double[] maxima = [0, 0, 0, 100];

        FourRows.RaiseToScaledDistances(rows, 20, scale, maxima);

        for (int row = 0; row < 3; row++)
            maxima[row].ShouldBe(Enumerable.Range(0, 20).Select(k => Math.Abs(rows[(row * 21) + k] - rows[(row * 21) + 20]) * scale[k]).Where(double.IsFinite).Max());
        maxima[3].ShouldBe(100);
    }

    [Fact]
    public void Wins_are_counted_where_both_have_a_score_and_ties_are_halves()
    {
        ScoreMatrix scores = new(11, 29, [.. Draw(11, 11 * 29).Select(static (value, k) => k % 5 == 2 ? double.NaN : Math.Round(value * 3))]);

        PairWins wins = PairWins.On(scores);

        for (int i = 0; i < 11; i++)
        {
            for (int j = 0; j < 11; j++)
            {
                if (i != j)
                    wins[i, j].ShouldBe(Enumerable.Range(0, 29).Sum(t => scores[i, t] > scores[j, t] ? 1 : scores[i, t] == scores[j, t] ? 0.5 : 0));
            }
        }
    }

    [Fact]
    public void Average_ranks_share_the_places_of_a_tie()
    {
        double[] scores = [.. Enumerable.Range(0, 21).Select(k => k == 4 ? double.NaN : (double)(k % 5))];

        double[] ranks = Ranks.Average(scores);

        for (int k = 0; k < scores.Length; k++)
            ranks[k].ShouldBe(double.IsNaN(scores[k]) ? double.NaN : scores.Count(one => one > scores[k]) + ((scores.Count(one => one == scores[k]) + 1) / 2.0));
    }

    [Fact]
    public void Keys_of_ties_are_rounded_half_to_even_whatever_their_place()
    {
        double[] scores = [.. Draw(4, 27), 0.5, double.NaN, -0.25];

        double[] keys = TieGrid.Of(scores);

        keys.ShouldBe(scores.Select(static score => Math.Round(score / (Math.Pow(10, 0) / 1e12), MidpointRounding.ToEven)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(127)]
    [InlineData(128)]
    [InlineData(1000)]
    public void Values_are_sorted_whatever_their_size_and_sign(int length)
    {
        double[] values = [.. Draw(12, length).Select(static (value, k) => (k % 6) switch { 0 => value * 1e300, 1 => value * 1e-300, 2 => Math.Round(value * 3), 3 => k % 4 == 1 ? double.PositiveInfinity : -0.5, _ => value })];
        double[] expected = [.. values.Order()];

        Ascending.Sort(values);

        values.ShouldBe(expected);
    }

    [Fact]
    public void A_matrix_turned_twice_is_itself()
    {
        ScoreMatrix scores = new(19, 37, Draw(5, 19 * 37));

        ScoreMatrix turned = scores.Transposed();

        (turned.Models, turned.Tasks).ShouldBe((37, 19));
        turned[36, 2].ShouldBe(scores[2, 36]);
        turned.Transposed().Values.ToArray().ShouldBe(scores.Values.ToArray());
    }

    /// <summary>In (-1, 1).</summary>
    private static double[] Draw(ulong stream, int length) =>
        [.. Enumerable.Range(0, length).Select(k => ((CounterRandom.Word(6, stream, (ulong)k) >> 11) * (2.0 / (1UL << 53))) - 1)];
}
