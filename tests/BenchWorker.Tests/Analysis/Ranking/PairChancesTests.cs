using BenchWorker.Analysis;
using Shouldly;
using Xunit;

namespace BenchWorker.Tests.Analysis.Ranking;

public sealed class PairChancesTests
{
    private const ulong Seed = 11;

    [Theory]
    [InlineData(3, 7)]
    [InlineData(21, 30)]
    public void A_chance_is_the_share_of_replicates_in_which_one_is_ahead_and_half_of_those_in_which_both_are_level(int models, int tasks)
    {
        ScoreMatrix scores = MadeUp.Whole(models, tasks);

        double[] chances = PairChances.OfMeans(scores, Seed, replicates: 203).All();

        for (int i = 0; i < models; i++)
        {
            for (int j = 0; j < models; j++)
                chances[(i * models) + j].ShouldBe(i == j ? 0.5 : Plain(scores, i, j, 203), 1e-12);
        }
    }

    [Fact]
    public void One_pair_alone_has_the_chance_it_has_among_all()
    {
        ScoreMatrix scores = MadeUp.Whole(13, 20);
        PairChances chances = PairChances.OfMeans(scores, Seed);

        double[] all = chances.All();

        for (int i = 1; i < 13; i++)
            chances.Ahead(i, i - 1).ShouldBe(all[(i * 13) + i - 1]);
    }

    [Fact]
    public void Chances_of_both_directions_sum_to_one()
    {
        double[] all = PairChances.OfMeans(MadeUp.Whole(19, 9), Seed).All();

        for (int k = 0; k < all.Length; k++)
            (all[k] + all[(k % 19 * 19) + (k / 19)]).ShouldBe(1);
    }

    [Fact]
    public void A_replicate_without_a_task_of_a_model_is_none_of_its_pairs()
    {
        const double none = double.NaN;
        ScoreMatrix scores = new(3, 3, [1, 2, 3, none, none, 9, none, none, none]);

        PairChances chances = PairChances.OfMeans(scores, Seed);

        chances.Ahead(1, 0).ShouldBe(1);
        chances.Ahead(0, 1).ShouldBe(0);
        chances.Ahead(2, 0).ShouldBe(double.NaN);
        double[] all = chances.All();
        (all[3], all[1], all[6], all[2]).ShouldBe((1, 0, none, none));
    }

    private static double Plain(ScoreMatrix scores, int i, int j, int replicates)
    {
        int[] drawn = new int[scores.Tasks];
        double points = 0;
        for (int r = 0; r < replicates; r++)
        {
            CounterRandom.Indices(Seed, r, drawn.Length, drawn);
            points += (Math.Sign(drawn.Sum(task => scores[i, task] - scores[j, task])) + 1) / 2.0;
        }

        return points / replicates;
    }
}
