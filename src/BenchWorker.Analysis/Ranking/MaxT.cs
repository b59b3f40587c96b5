using System.Buffers;

namespace BenchWorker.Analysis;

/// <summary>Rank sets for many models: the studentised bootstrap maximum over all pairs, tasks resampled.</summary>
/// <remarks>
/// Romano and Wolf (2005). c = 95 % quantile over replicates of max |d*_ij - d_ij| / se_ij; a pair is told apart where |d_ij| / se_ij > c.
/// Only tasks that every live model has.
/// </remarks>
public sealed record MaxT
{
    /// <summary>Below, the critical value is not to be trusted and the sets are not published.</summary>
    public const int MinTasks = 20;

    public const int DefaultReplicates = 1000;

    /// <summary>Complete tasks.</summary>
    public required int Tasks { get; init; }

    /// <summary>NaN where there is nothing to compare: fewer than two models or tasks, or no pair that varies.</summary>
    public required double Critical { get; init; }

    /// <summary>One per model; null for a model without a score.</summary>
    public required IReadOnlyList<RankInterval?> Sets { get; init; }

    public bool Publishable => Tasks >= MinTasks;

    public static MaxT Of(ScoreMatrix scores, ulong seed, int replicates = DefaultReplicates)
    {
        int[] present = scores.TasksPerModel();
        int[] live = [.. Enumerable.Range(0, scores.Models).Where(i => present[i] > 0)];
        ScoreMatrix complete = scores.OfModels(live).OnTasks(scores.CompleteTasks());
        int m = live.Length;
        if (m < 2 || complete.Tasks < 2)
            return new() { Tasks = complete.Tasks, Critical = double.NaN, Sets = Spread(live, [.. live.Select(_ => new RankInterval(1, m))], scores.Models) };
        double[] means = Means.By(MissingPolicy.Exclude, complete);
        PairErrors errors = PairErrors.Of(complete, means);
        double critical = CriticalValue(complete, means, errors, seed, replicates);
        return new() { Tasks = complete.Tasks, Critical = critical, Sets = Spread(live, Ranges(means, errors, critical), scores.Models) };
    }

    private static double CriticalValue(ScoreMatrix complete, double[] means, PairErrors errors, ulong seed, int replicates)
    {
        TaskDraws draws = new(complete.Tasks, seed);
        using RightFactor terms = Terms(complete);
        double[] maxima = new double[Padded(replicates)];
        RowBlocks.Run(replicates, MatrixProduct.RowsInBlock, (from, to) =>
        {
            double[] rented = ArrayPool<double>.Shared.Rent(Padded(to - from) * means.Length);
            Span<double> sums = rented.AsSpan(0, Padded(to - from) * means.Length);
            sums.Clear();
            draws.Sum(terms, from, to, sums);
            Studentise(sums, means, complete.Tasks, errors, maxima.AsSpan(from, Padded(to - from)));
            ArrayPool<double>.Shared.Return(rented);
        });
        Array.Sort(maxima, 0, replicates);
        double critical = Quantiles.Linear(maxima.AsSpan()[..replicates], 1 - RankSets.Alpha);
        return critical > 0 ? critical : double.NaN;
    }

    private static RightFactor Terms(ScoreMatrix complete)
    {
        double[] byTask = ArrayPool<double>.Shared.Rent(complete.Values.Length);
        complete.WriteByTask(byTask);
        var terms = RightFactor.Of(byTask, complete.Tasks, complete.Models);
        ArrayPool<double>.Shared.Return(byTask);
        return terms;
    }

    /// <summary>Replicates are compared four by four; those beyond the last are zero and forgotten.</summary>
    private static int Padded(int replicates) => (replicates + FourRows.Rows - 1) / FourRows.Rows * FourRows.Rows;

    /// <summary>The largest shift of a pair in its standard errors, by replicate. One model's errors serve all replicates while they are near.</summary>
    private static void Studentise(Span<double> sums, double[] means, int tasks, PairErrors errors, Span<double> maxima)
    {
        int m = means.Length;
        for (int row = 0; row < maxima.Length; row++)
        {
            for (int i = 0; i < m; i++)
                sums[(row * m) + i] = (sums[(row * m) + i] / tasks) - means[i];
        }

        for (int i = 1; i < m; i++)
        {
            for (int r = 0; r < maxima.Length; r += FourRows.Rows)
                FourRows.RaiseToScaledDistances(sums.Slice(r * m, FourRows.Rows * m), i, errors.Inverse(i), maxima.Slice(r, FourRows.Rows));
        }
    }

    private static RankInterval[] Ranges(double[] means, PairErrors errors, double critical)
    {
        int m = means.Length;
        int[] better = new int[m];
        int[] worse = new int[m];
        for (int i = 1; i < m; i++)
        {
            ReadOnlySpan<double> inverse = errors.Inverse(i);
            for (int j = 0; j < i; j++)
            {
                double difference = means[i] - means[j];
                if (!(Math.Abs(difference) * inverse[j] > critical))
                    continue;
                (int winner, int loser) = difference > 0 ? (i, j) : (j, i);
                better[loser]++;
                worse[winner]++;
            }
        }

        return [.. Enumerable.Range(0, m).Select(i => new RankInterval(1 + better[i], m - worse[i]))];
    }

    private static RankInterval?[] Spread(int[] live, RankInterval[] sets, int models)
    {
        var all = new RankInterval?[models];
        for (int k = 0; k < live.Length; k++)
            all[live[k]] = sets[k];
        return all;
    }
}
