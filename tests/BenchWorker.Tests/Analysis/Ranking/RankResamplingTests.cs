using BenchWorker.Analysis;
using Shouldly;
using Xunit;

namespace BenchWorker.Tests.Analysis;

/// <summary>Resampled ranks against tasks drawn one by one.</summary>
public sealed class RankResamplingTests
{
    private const ulong Seed = 11;
    private const int Models = 9, Tasks = 12;

    /// <summary>More than one block of replicates, and a last one that is not full.</summary>
    private const int Replicates = 150;

    [Theory]
    [InlineData(0, false)]
    [InlineData(3, false)]
    [InlineData(3, true)]
    public void Ranks_of_means_are_those_of_the_drawn_tasks(int missingEvery, bool weighted)
    {
        ScoreMatrix scores = Scores(missingEvery);
        double[]? weights = weighted ? [.. Enumerable.Range(1, Tasks).Select(static task => task / 4.0)] : null;

        var resampled = RankResampling.OfMeans(scores, Seed, Replicates, weights);

        Check(resampled, scores, (sum, weight) => sum / weight, weights);
    }

    [Fact]
    public void Ranks_of_sums_are_those_of_the_drawn_tasks()
    {
        ScoreMatrix scores = Scores(missingEvery: 4);

        var resampled = RankResampling.OfSums(scores, Seed, Replicates);

        Check(resampled, scores, static (sum, _) => sum, weights: null);
    }

    private static void Check(RankResampling resampled, ScoreMatrix scores, Func<double, double, double> score, double[]? weights)
    {
        int?[][] ranks = [.. Enumerable.Range(0, Replicates).Select(r => Ranks.Competition(Replicate(scores, r, score, weights)))];
        for (int i = 0; i < Models; i++)
        {
            int[] held = [.. ranks.Select(ofModels => ofModels[i]).OfType<int>().Order()];
            ResampledRank model = resampled.Models[i].ShouldNotBeNull();
            model.FirstShare.ShouldBe((double)held.Count(static rank => rank == 1) / Replicates);
            model.Median.ShouldBe(held[(int)Math.Ceiling(0.5 * held.Length) - 1]);
            model.Range.ShouldBe(new RankInterval(held[(int)Math.Ceiling(0.025 * held.Length) - 1], held[(int)Math.Ceiling(0.975 * held.Length) - 1]));
        }
    }

    private static double[] Replicate(ScoreMatrix scores, int replicate, Func<double, double, double> score, double[]? weights)
    {
        int[] drawn = new int[Tasks];
        CounterRandom.Indices(Seed, replicate, Tasks, drawn);
        return [.. Enumerable.Range(0, Models).Select(i =>
        {
            int[] present = [.. drawn.Where(task => scores.Has(i, task))];
            return present.Length == 0 ? double.NaN : score(present.Sum(task => scores[i, task] * (weights?[task] ?? 1)), present.Sum(task => weights?[task] ?? 1));
        })];
    }

    private static ScoreMatrix Scores(int missingEvery) => new(Models, Tasks,
        [.. Enumerable.Range(0, Models * Tasks).Select(k => missingEvery > 0 && k % missingEvery == 0 ? double.NaN : CounterRandom.Below(CounterRandom.Word(1, 1, (ulong)k), 40))]);
}
