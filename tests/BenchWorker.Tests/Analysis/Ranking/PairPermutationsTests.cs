using BenchWorker.Analysis;
using Shouldly;
using Xunit;

namespace BenchWorker.Tests.Analysis.Ranking;

public sealed class PairPermutationsTests
{
    private const ulong Seed = 7;

    [Theory]
    [InlineData(1)]
    [InlineData(6)]
    [InlineData(10)]
    public void With_few_tasks_every_sign_is_tried_and_each_pair_has_its_exact_p(int tasks)
    {
        ScoreMatrix scores = MadeUp.Whole(13, tasks);

        PairPermutations tests = PairPermutations.Of(scores, Seed);

        tests.Exact.ShouldBeTrue();
        for (int i = 0; i < 13; i++)
        {
            for (int j = 0; j < i; j++)
                tests.P(i, j).ShouldBe(PermutationTest.Of(Differences(scores, i, j), Seed).P, 1e-12);
        }
    }

    [Theory]
    [InlineData(3, 11, 200)]
    [InlineData(21, 70, 1000)]
    public void With_many_tasks_p_counts_the_draws_that_reach_the_distance(int models, int tasks, int draws)
    {
        ScoreMatrix scores = MadeUp.Whole(models, tasks);

        PairPermutations tests = PairPermutations.Of(scores, Seed, draws);

        tests.Exact.ShouldBeFalse();
        for (int i = 0; i < models; i++)
        {
            for (int j = 0; j < models; j++)
            {
                if (i != j)
                    tests.P(i, j).ShouldBe((1.0 + Reached(Differences(scores, i, j), draws)) / (draws + 1));
            }
        }
    }

    [Fact]
    public void Corrected_values_are_those_of_Benjamini_and_Hochberg_over_all_pairs()
    {
        PairPermutations tests = PairPermutations.Of(MadeUp.Whole(17, 40), Seed);
        (int I, int J)[] pairs = [.. from i in Enumerable.Range(0, 17) from j in Enumerable.Range(0, i) select (i, j)];

        double[] corrected = tests.Corrected();

        double[] expected = Multiplicity.BenjaminiHochberg([.. pairs.Select(pair => tests.P(pair.I, pair.J))]);
        for (int k = 0; k < pairs.Length; k++)
        {
            corrected[(pairs[k].I * 17) + pairs[k].J].ShouldBe(expected[k], 1e-12);
            corrected[(pairs[k].J * 17) + pairs[k].I].ShouldBe(expected[k], 1e-12);
        }
    }

    [Fact]
    public void A_model_without_a_score_is_in_no_test_and_leaves_those_of_others_alone()
    {
        ScoreMatrix scores = MadeUp.Whole(4, 30);
        ScoreMatrix more = new(5, 30, [.. scores.Values, .. Enumerable.Repeat(double.NaN, 30)]);

        PairPermutations tests = PairPermutations.Of(more, Seed);

        tests.P(4, 0).ShouldBe(double.NaN);
        tests.P(1, 0).ShouldBe(PairPermutations.Of(scores, Seed).P(1, 0));
        tests.Corrected()[..4].ShouldBe(PairPermutations.Of(scores, Seed).Corrected()[..4]);
    }

    [Fact]
    public void Without_a_complete_task_there_is_no_test()
    {
        PairPermutations tests = PairPermutations.Of(new(2, 2, [1, double.NaN, double.NaN, 1]), Seed);

        tests.P(0, 1).ShouldBe(double.NaN);
        tests.Corrected().ShouldAllBe(static p => double.IsNaN(p));
    }

    [Fact]
    public void Equal_models_and_sums_beyond_every_number_are_not_told_apart_by_chance()
    {
        double[] huge = [.. Enumerable.Repeat(1e308, 20)];

        PairPermutations tests = PairPermutations.Of(new(3, 20, [.. huge, .. huge, .. huge.Select(static value => -value)]), Seed);

        tests.P(0, 1).ShouldBe(1);
        tests.P(0, 2).ShouldBe(1.0 / 1001);
    }

    [Fact]
    public void More_models_than_can_be_tested_are_refused_with_the_most()
    {
        Should.Throw<ArgumentException>(static () => PairPermutations.Of(new(2001, 1, new double[2001]), Seed)).Message.ShouldContain("2000 are the most");
    }

    private static double[] Differences(ScoreMatrix scores, int i, int j) => [.. Enumerable.Range(0, scores.Tasks).Select(task => scores[i, task] - scores[j, task])];

    private static int Reached(double[] differences, int draws)
    {
        double[] signs = new double[differences.Length];
        int reached = 0;
        for (int r = 0; r < draws; r++)
        {
            CounterRandom.Signs(Seed, r, signs);
            reached += Math.Abs(differences.Zip(signs, static (value, sign) => value * sign).Sum()) >= Math.Abs(differences.Sum()) ? 1 : 0;
        }

        return reached;
    }
}
