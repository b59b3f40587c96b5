namespace BenchWorker.Analysis;

/// <summary>Every model's rank on every task: the one kernel from which mean rank, Borda and mean win rate follow.</summary>
/// <remarks>
/// On a complete table they give the same order (points = T N - sum of ranks, win rate = (N - mean rank) / (N - 1)), and so does
/// Bradley-Terry; they differ only in what a missing cell does.
/// </remarks>
public sealed class TaskRanks
{
    private readonly double[] ranks;
    private readonly int[] ranked;

    private TaskRanks(ScoreMatrix scores, double[] ranks, int[] ranked)
    {
        Scores = scores;
        this.ranks = ranks;
        this.ranked = ranked;
    }

    public ScoreMatrix Scores { get; }

    /// <summary>Average rank of model i among the models present on task j, 1 = best, exact ties; NaN where missing.</summary>
    public double this[int model, int task] => ranks[(model * Scores.Tasks) + task];

    /// <summary>How many models are ranked on a task.</summary>
    public int Ranked(int task) => ranked[task];

    public static TaskRanks Of(ScoreMatrix scores)
    {
        double[] all = new double[scores.Models * scores.Tasks];
        double[] column = new double[scores.Models];
        for (int j = 0; j < scores.Tasks; j++)
        {
            for (int i = 0; i < scores.Models; i++)
                column[i] = scores[i, j];
            double[] ofTask = Ranks.Average(column);
            for (int i = 0; i < scores.Models; i++)
                all[(i * scores.Tasks) + j] = ofTask[i];
        }

        return new(scores, all, scores.ModelsPerTask());
    }

    /// <summary>Mean over the tasks present of the average rank, lower is better; NaN for a model without a score.</summary>
    public double[] MeanRank() => OverPresent((i, j) => this[i, j]);

    /// <summary>Mean of (rank - 1) / (n - 1) over the tasks with at least two models: 0 = always first, 1 = always last.</summary>
    public double[] ScaledMeanRank() => OverPresent((i, j) => ranked[j] < 2 ? double.NaN : (this[i, j] - 1) / (ranked[j] - 1));

    /// <summary>Mean rank where all that miss a task share the ranks after its last, (n + 1 + M) / 2; tasks that nobody ran are left out.</summary>
    /// <remarks>M is every model of the matrix: leave those without a score out before, unless they were meant to run.</remarks>
    public double[] MeanRankMissingWorst()
    {
        int[] present = Scores.TasksPerModel();
        return OverPresent((i, j) =>
            present[i] == 0 || ranked[j] == 0 ? double.NaN : Scores.Has(i, j) ? this[i, j] : (ranked[j] + 1 + Scores.Models) / 2.0);
    }

    /// <summary>Borda points as MTEB counts them: N - rank on every task present, N = models with at least one score. A missing task adds nothing.</summary>
    /// <remarks>embeddings-benchmark/mteb, mteb/benchmarks/_create_table.py, <c>_get_borda_rank</c> at a905523d.</remarks>
    public double[] Borda()
    {
        int live = Scores.TasksPerModel().Count(static tasks => tasks > 0);
        double[] points = new double[Scores.Models];
        for (int i = 0; i < points.Length; i++)
        {
            bool any = false;
            for (int j = 0; j < Scores.Tasks; j++)
            {
                if (!Scores.Has(i, j))
                    continue;
                points[i] += live - this[i, j];
                any = true;
            }

            points[i] = any ? points[i] : double.NaN;
        }

        return points;
    }

    /// <summary>Mean over a model's tasks with at least two models of the share of others it beats, ties counting half; NaN where there is none.</summary>
    /// <remarks>stanford-crfm/helm, <c>compute_aggregate_row_win_rates</c> at 63754d05: (worse + (ties - 1) / 2) / (n - 1) = (n - rank) / (n - 1).</remarks>
    public double[] MeanWinRate() => OverPresent((i, j) => ranked[j] < 2 ? double.NaN : (ranked[j] - this[i, j]) / (ranked[j] - 1));

    /// <summary>The win rates behind <see cref="MeanWinRate"/>, task by task; a task with one model has none.</summary>
    public ScoreMatrix WinRates() => Terms((i, j) => ranked[j] < 2 ? double.NaN : (ranked[j] - this[i, j]) / (ranked[j] - 1));

    /// <summary>The points behind <see cref="Borda"/>, task by task.</summary>
    public ScoreMatrix BordaPoints()
    {
        int live = Scores.TasksPerModel().Count(static tasks => tasks > 0);
        return Terms((i, j) => live - this[i, j]);
    }

    /// <summary>The ranks behind <see cref="MeanRank"/>, negated: higher is better.</summary>
    public ScoreMatrix NegatedRanks() => Terms((i, j) => -this[i, j]);

    private ScoreMatrix Terms(Func<int, int, double> term)
    {
        double[] terms = new double[ranks.Length];
        for (int k = 0; k < terms.Length; k++)
            terms[k] = term(k / Scores.Tasks, k % Scores.Tasks);
        return new(Scores.Models, Scores.Tasks, terms);
    }

    private double[] OverPresent(Func<int, int, double> term)
    {
        double[] means = new double[Scores.Models];
        double[] terms = new double[Scores.Tasks];
        for (int i = 0; i < means.Length; i++)
        {
            int n = 0;
            for (int j = 0; j < Scores.Tasks; j++)
            {
                double value = term(i, j);
                if (!double.IsNaN(value))
                    terms[n++] = value;
            }

            means[i] = StableSum.Mean(terms.AsSpan(0, n));
        }

        return means;
    }
}
