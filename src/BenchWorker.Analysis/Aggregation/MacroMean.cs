namespace BenchWorker.Analysis;

/// <summary>Errors of means over tasks. Two kinds, and both must be named: tasks fixed (items sampled) and tasks as a sample.</summary>
public static class MacroMean
{
    /// <summary>sqrt(sum (w SE)^2) / sum w: what other items of the same tasks would have changed.</summary>
    /// <returns>Null where there is no task, an error is unknown or the weights sum to zero.</returns>
    public static double? FixedTasksError(IReadOnlyList<(double Weight, double? Error)> tasks)
    {
        double total = tasks.Sum(static task => task.Weight);
        if (tasks.Count == 0 || total == 0 || tasks.Any(static task => task.Error is null))
            return null;
        double squares = tasks.Sum(static task => task.Weight * task.Weight * (task.Error ?? 0) * (task.Error ?? 0));
        return double.IsFinite(squares) ? Math.Sqrt(squares) / total : null;
    }

    /// <summary>sd / sqrt(T), n - 1: what another choice of tasks would have changed. Null below two tasks.</summary>
    public static double? SampledTasksError(ReadOnlySpan<double> scores)
    {
        double[] values = scores.ToArray();
        double mean = StableSum.Mean(values);
        return StableSum.Deviation(values, mean) / Math.Sqrt(values.Length);
    }

    /// <summary>By model, over the tasks it has: sqrt(T / (T - 1) sum (w (x - mean))^2) / sum w, which is sd / sqrt(T) where all weigh alike.</summary>
    /// <param name="weights">One per task, not negative; null weighs all alike.</param>
    /// <returns>NaN below two tasks that weigh anything, and where the squares leave the range of a double.</returns>
    public static double[] SampledTasksErrors(ScoreMatrix scores, IReadOnlyList<double>? weights) =>
        [.. Enumerable.Range(0, scores.Models).Select(i => SampledTasksError(scores.Row(i), weights))];

    private static double SampledTasksError(ReadOnlySpan<double> scores, IReadOnlyList<double>? weights)
    {
        var tasks = new List<(double Score, double Weight)>(scores.Length);
        for (int j = 0; j < scores.Length; j++)
        {
            double weight = weights?[j] ?? 1;
            if (!double.IsNaN(scores[j]) && weight > 0)
                tasks.Add((scores[j], weight));
        }

        if (tasks.Count < 2)
            return double.NaN;
        tasks.Sort();
        double total = tasks.Sum(static task => task.Weight);
        double mean = tasks.Sum(task => task.Score * (task.Weight / total));
        double squares = tasks.Sum(task => task.Weight * task.Weight * (task.Score - mean) * (task.Score - mean));
        double error = Math.Sqrt(squares * tasks.Count / (tasks.Count - 1)) / total;
        return double.IsFinite(error) ? error : double.NaN;
    }

    /// <summary>lm-eval's <c>pooled_sample_stderr</c>: of the micro mean only. sqrt(sum (n - 1) SE^2 n / (sum n - k) / sum n).</summary>
    /// <remarks>EleutherAI/lm-evaluation-harness 4e7e0d4. Null where sum n &lt;= k.</remarks>
    public static double? PooledError(IReadOnlyList<(long Count, double Error)> tasks)
    {
        long total = tasks.Sum(static task => task.Count);
        if (total <= tasks.Count)
            return null;
        double pooled = tasks.Sum(static task => (task.Count - 1) * task.Error * task.Error * task.Count);
        return Math.Sqrt(pooled / (total - tasks.Count) / total);
    }
}
