namespace BenchWorker.Analysis;

/// <summary>What one task less does to the order by mean score.</summary>
/// <param name="TauB">Kendall's tau-b between the order without the task and the whole; NaN where one of them is all tied.</param>
/// <param name="Leader">Index of the first of the leaders without the task.</param>
public readonly record struct LeftOutTask(double TauB, int Leader);

/// <summary>How much an order by mean depends on each single task.</summary>
/// <remarks>Diversity of tasks and stability of ranks trade off: Zhang and Hardt, ICML 2024.</remarks>
public static class Stability
{
    private const int TasksInBlock = 16;

    /// <summary>One per task; null for a task that nobody ran. Missing cells are left out of means.</summary>
    public static LeftOutTask?[] LeaveOneTaskOut(ScoreMatrix scores)
    {
        int[] perTask = scores.ModelsPerTask();
        double[] sums = new double[scores.Models];
        int[] counts = scores.TasksPerModel();
        for (int i = 0; i < sums.Length; i++)
        {
            foreach (double value in scores.Row(i))
                sums[i] += double.IsNaN(value) ? 0 : value;
        }

        double[] whole = TieGrid.Of([.. sums.Select((sum, i) => counts[i] == 0 ? double.NaN : sum / counts[i])]);
        var without = new LeftOutTask?[scores.Tasks];
        RowBlocks.Run(scores.Tasks, TasksInBlock, (from, to) =>
        {
            for (int j = from; j < to; j++)
                without[j] = perTask[j] == 0 ? null : Without(scores, j, sums, counts, whole);
        });
        return without;
    }

    /// <summary>Index of the first of the leaders by mean over the tasks present; -1 where nobody has a score.</summary>
    public static int Leader(ScoreMatrix scores) => First(TieGrid.Of(Means.By(MissingPolicy.Exclude, scores)));

    /// <summary>Kendall's tau-b of two scorings of the same models over those that both score, equal to 12 digits being tied; NaN below two.</summary>
    public static double Agreement(ReadOnlySpan<double> first, ReadOnlySpan<double> second) => Tau(TieGrid.Of(first), TieGrid.Of(second));

    private static LeftOutTask Without(ScoreMatrix scores, int task, double[] sums, int[] counts, double[] whole)
    {
        double[] means = new double[sums.Length];
        for (int i = 0; i < means.Length; i++)
        {
            bool has = scores.Has(i, task);
            int n = counts[i] - (has ? 1 : 0);
            means[i] = n == 0 ? double.NaN : (sums[i] - (has ? scores[i, task] : 0)) / n;
        }

        double[] keys = TieGrid.Of(means);
        return new(Tau(whole, keys), First(keys));
    }

    private static int First(double[] keys)
    {
        int leader = -1;
        for (int i = 0; i < keys.Length; i++)
            leader = !double.IsNaN(keys[i]) && (leader < 0 || keys[i] > keys[leader]) ? i : leader;
        return leader;
    }

    private static double Tau(double[] first, double[] second)
    {
        int n = 0;
        double[] x = new double[first.Length];
        double[] y = new double[first.Length];
        for (int i = 0; i < first.Length; i++)
        {
            if (!double.IsNaN(first[i]) && !double.IsNaN(second[i]))
                (x[n], y[n++]) = (first[i], second[i]);
        }

        return KendallScore.Of(x.AsSpan(0, n), y.AsSpan(0, n)).TauB;
    }
}
