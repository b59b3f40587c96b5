using System.Buffers;

namespace BenchWorker.Analysis;

/// <summary>Every model's rank in every replicate of the tasks.</summary>
/// <remarks>Drawn, summed and ranked block by block of replicates, so that what passes between the steps stays in a core's cache.</remarks>
internal sealed class ReplicateRanks
{
    private readonly TaskDraws draws;
    private readonly bool divide;
    private readonly int models;
    private readonly int replicates;
    private readonly int[] ranks;

    private ReplicateRanks(RankTerms terms, ulong seed, int replicates)
    {
        (draws, this.replicates, divide) = (new(terms.Scores.Tasks, seed), replicates, terms.Divide);
        models = terms.Scores.Models;
        ranks = new int[models * replicates];
        FirstReplicate = new double[models];
        double[] byTask = ArrayPool<double>.Shared.Rent(terms.Scores.Values.Length);
        terms.Scores.WriteByTask(byTask);
        using RightFactor? present = Weigh(byTask, terms.Weights);
        using var sums = RightFactor.Of(byTask, draws.Tasks, models);
        ArrayPool<double>.Shared.Return(byTask);
        RowBlocks.Run(replicates, MatrixProduct.RowsInBlock, (from, to) => RankBlock(sums, present, from, to));
    }

    /// <summary>The scores of the first replicate; NaN where a model had no task in it.</summary>
    public double[] FirstReplicate { get; }

    /// <summary>Competition ranks of one model by replicate; 0 where it had no task.</summary>
    public ReadOnlySpan<int> Of(int model) => ranks.AsSpan(model * replicates, replicates);

    /// <summary>The ranks of so many models, one after another.</summary>
    public ReadOnlySpan<int> From(int model, int count) => ranks.AsSpan(model * replicates, count * replicates);

    public static ReplicateRanks Draw(RankTerms terms, ulong seed, int replicates) => new(terms, seed, replicates);

    /// <summary>Makes terms of weighted scores, 0 where missing.</summary>
    /// <returns>The weights of the tasks that each model has; null where every model has every task and all weigh alike.</returns>
    private RightFactor? Weigh(double[] byTask, IReadOnlyList<double>? weights)
    {
        int length = draws.Tasks * models;
        if (weights is null && !byTask.AsSpan(0, length).Contains(double.NaN))
            return null;
        double[] weighing = ArrayPool<double>.Shared.Rent(length);
        for (int k = 0; k < length; k++)
        {
            double weight = weights?[k / models] ?? 1;
            bool has = !double.IsNaN(byTask[k]);
            (byTask[k], weighing[k]) = has ? (byTask[k] * weight, weight) : (0, 0);
        }

        var present = RightFactor.Of(weighing, draws.Tasks, models);
        ArrayPool<double>.Shared.Return(weighing);
        return present;
    }

    private void RankBlock(RightFactor terms, RightFactor? present, int from, int to)
    {
        int length = (to - from) * models;
        double[] rented = ArrayPool<double>.Shared.Rent(length);
        int[] above = ArrayPool<int>.Shared.Rent(length);
        Span<double> scores = rented.AsSpan(0, length);
        Score(terms, present, from, to, scores);
        if (from == 0)
            scores[..models].CopyTo(FirstReplicate);
        for (int r = from; r < to; r++)
        {
            Span<double> keys = scores.Slice((r - from) * models, models);
            TieGrid.Write(keys, keys);
            RankCounts.Above(keys, above.AsSpan((r - from) * models, models));
        }

        for (int i = 0; i < models; i++)
        {
            Span<int> ofModel = ranks.AsSpan((i * replicates) + from, to - from);
            for (int r = 0; r < ofModel.Length; r++)
                ofModel[r] = double.IsNaN(scores[(r * models) + i]) ? 0 : above[(r * models) + i] + 1;
        }

        ArrayPool<double>.Shared.Return(rented);
        ArrayPool<int>.Shared.Return(above);
    }

    private void Score(RightFactor terms, RightFactor? present, int from, int to, Span<double> scores)
    {
        if (present is null)
        {
            draws.Sum(terms, from, to, scores);
            for (int k = 0; divide && k < scores.Length; k++)
                scores[k] /= draws.Tasks;
            return;
        }

        double[] drawn = ArrayPool<double>.Shared.Rent(scores.Length);
        draws.Sum(terms, present, from, to, scores, drawn);
        for (int k = 0; k < scores.Length; k++)
            scores[k] = drawn[k] == 0 ? double.NaN : divide ? scores[k] / drawn[k] : scores[k];
        ArrayPool<double>.Shared.Return(drawn);
    }
}
