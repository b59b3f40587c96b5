using System.Buffers;

namespace BenchWorker.Analysis;

/// <summary>Every model's rank on every task: the one kernel from which mean rank, Borda and mean win rate follow.</summary>
/// <remarks>
/// On a complete table they give the same order (points = T N - sum of ranks, win rate = (N - mean rank) / (N - 1)), and so does
/// Bradley-Terry; they differ only in what a missing cell does. Ranks are whole or half, so that sums of them are exact in any order.
/// </remarks>
public sealed class TaskRanks
{
    private const int TasksInBlock = 32;

    /// <summary>[task, model].</summary>
    private readonly double[] ranks;
    private readonly int[] ranked;
    private readonly int[] present;

    private TaskRanks(ScoreMatrix scores, double[] ranks)
    {
        Scores = scores;
        this.ranks = ranks;
        ranked = scores.ModelsPerTask();
        present = scores.TasksPerModel();
    }

    public ScoreMatrix Scores { get; }

    /// <summary>Average rank of model i among the models present on task j, 1 = best, exact ties; NaN where missing.</summary>
    public double this[int model, int task] => ranks[(task * Scores.Models) + model];

    /// <summary>How many models are ranked on a task.</summary>
    public int Ranked(int task) => ranked[task];

    public static TaskRanks Of(ScoreMatrix scores)
    {
        double[] byTask = scores.ByTask();
        int m = scores.Models;
        RowBlocks.Run(scores.Tasks, TasksInBlock, (from, to) =>
        {
            for (int j = from; j < to; j++)
                Ranks.WriteAverage(byTask.AsSpan(j * m, m), byTask.AsSpan(j * m, m));
        });
        return new(scores, byTask);
    }

    /// <summary>Mean over the tasks present of the average rank, lower is better; NaN for a model without a score.</summary>
    public double[] MeanRank() => [.. Sums((rank, _) => rank).Select((sum, i) => sum / present[i])];

    /// <summary>Mean of (rank - 1) / (n - 1) over the tasks with at least two models: 0 = always first, 1 = always last.</summary>
    public double[] ScaledMeanRank() => Means.By(MissingPolicy.Exclude, Terms((rank, n) => n < 2 ? double.NaN : (rank - 1) / (n - 1)));

    /// <summary>Mean rank where all that miss a task share the ranks after its last, (n + 1 + M) / 2; tasks that nobody ran are left out.</summary>
    /// <remarks>M is every model of the matrix: leave those without a score out before, unless they were meant to run.</remarks>
    public double[] MeanRankMissingWorst()
    {
        int live = ranked.Count(static models => models > 0);
        double[] sums = Sums((rank, n) => double.IsNaN(rank) && n > 0 ? (n + 1 + Scores.Models) / 2.0 : rank);
        return [.. sums.Select((sum, i) => present[i] == 0 ? double.NaN : sum / live)];
    }

    /// <summary>Borda points as MTEB counts them: N - rank on every task present, N = models with at least one score. A missing task adds nothing.</summary>
    /// <remarks>embeddings-benchmark/mteb, mteb/benchmarks/_create_table.py, <c>_get_borda_rank</c> at a905523d.</remarks>
    public double[] Borda()
    {
        int live = Live();
        return [.. Sums((rank, _) => live - rank).Select((points, i) => present[i] == 0 ? double.NaN : points)];
    }

    /// <summary>Mean over a model's tasks with at least two models of the share of others it beats, ties counting half; NaN where there is none.</summary>
    /// <remarks>stanford-crfm/helm, <c>compute_aggregate_row_win_rates</c> at 63754d05: (worse + (ties - 1) / 2) / (n - 1) = (n - rank) / (n - 1).</remarks>
    public double[] MeanWinRate() => Means.By(MissingPolicy.Exclude, WinRates());

    /// <summary>The win rates behind <see cref="MeanWinRate"/>, task by task; a task with one model has none.</summary>
    public ScoreMatrix WinRates() => Terms((rank, n) => n < 2 ? double.NaN : (n - rank) / (n - 1));

    /// <summary>The points behind <see cref="Borda"/>, task by task.</summary>
    public ScoreMatrix BordaPoints()
    {
        int live = Live();
        return Terms((rank, _) => live - rank);
    }

    /// <summary>The ranks behind <see cref="MeanRank"/>, negated: higher is better.</summary>
    public ScoreMatrix NegatedRanks() => Terms(static (rank, _) => -rank);

    private int Live() => present.Count(static tasks => tasks > 0);

    /// <param name="term">Of a rank and the number of models ranked on its task.</param>
    private ScoreMatrix Terms(Func<double, int, double> term)
    {
        double[] terms = ArrayPool<double>.Shared.Rent(ranks.Length);
        RowBlocks.Run(Scores.Tasks, TasksInBlock, (from, to) =>
        {
            for (int j = from; j < to; j++)
            {
                for (int k = j * Scores.Models; k < (j + 1) * Scores.Models; k++)
                    terms[k] = term(ranks[k], ranked[j]);
            }
        });
        var matrix = ScoreMatrix.OfTasks(Scores.Models, Scores.Tasks, terms);
        ArrayPool<double>.Shared.Return(terms);
        return matrix;
    }

    /// <summary>By model, exact; NaN terms add nothing.</summary>
    /// <param name="term">Of a rank and the number of models ranked on its task; whole or half.</param>
    private double[] Sums(Func<double, int, double> term)
    {
        double[] sums = new double[Scores.Models];
        for (int j = 0; j < Scores.Tasks; j++)
        {
            for (int i = 0; i < sums.Length; i++)
            {
                double value = term(ranks[(j * sums.Length) + i], ranked[j]);
                sums[i] += double.IsNaN(value) ? 0 : value;
            }
        }

        return sums;
    }
}
