namespace BenchWorker.Analysis;

/// <summary>One number per model over its tasks, by missing policy. All results are one per model, NaN where there is none.</summary>
public static class Means
{
    private const int ModelsInBlock = 32;

    /// <param name="weights">One per task, finite and not negative; null weighs all alike.</param>
    /// <exception cref="ArgumentException">The number of weights is not the number of tasks, or a weight is negative or not finite.</exception>
    public static double[] By(MissingPolicy policy, ScoreMatrix scores, IReadOnlyList<double>? weights = null)
    {
        if (weights is not null && (weights.Count != scores.Tasks || weights.Any(static weight => !(weight >= 0 && double.IsFinite(weight)))))
            throw new ArgumentException($"Weights are one per task ({scores.Tasks}), finite and not negative.", nameof(weights));
        return policy switch
        {
            MissingPolicy.Null => OverPresent(scores, weights, complete: true),
            MissingPolicy.CompleteTasks => OverComplete(scores, weights),
            MissingPolicy.ImputeWorst => OverPresent(WorstImputed(scores), weights, complete: false),
            MissingPolicy.Additive => AdditiveModel.Fit(scores).AdjustedMeans(),
            _ => OverPresent(scores, weights, complete: false),
        };
    }

    /// <summary>Weighted share of live tasks with a score, by model; 0 where no task is live.</summary>
    public static double[] Coverage(ScoreMatrix scores, IReadOnlyList<double>? weights = null)
    {
        int[] counts = scores.ModelsPerTask();
        double total = Enumerable.Range(0, scores.Tasks).Where(j => counts[j] > 0).Sum(j => weights?[j] ?? 1);
        return [.. Enumerable.Range(0, scores.Models).Select(i =>
            total == 0 ? 0 : Enumerable.Range(0, scores.Tasks).Where(j => scores.Has(i, j)).Sum(j => weights?[j] ?? 1) / total)];
    }

    /// <summary>Every missing score of a live model becomes the worst observed on its task; tasks that nobody ran are left out.</summary>
    public static ScoreMatrix WorstImputed(ScoreMatrix scores)
    {
        int[] counts = scores.ModelsPerTask();
        int[] live = scores.TasksPerModel();
        int[] tasks = [.. Enumerable.Range(0, scores.Tasks).Where(j => counts[j] > 0)];
        double[] filled = new double[scores.Models * scores.Tasks];
        Array.Fill(filled, double.NaN);
        foreach (int j in tasks)
        {
            double worst = double.PositiveInfinity;
            for (int i = 0; i < scores.Models; i++)
                worst = scores.Has(i, j) ? Math.Min(worst, scores[i, j]) : worst;
            for (int i = 0; i < scores.Models; i++)
                filled[(i * scores.Tasks) + j] = scores.Has(i, j) ? scores[i, j] : live[i] > 0 ? worst : double.NaN;
        }

        return ScoreMatrix.Taking(scores.Models, scores.Tasks, filled);
    }

    private static double[] OverComplete(ScoreMatrix scores, IReadOnlyList<double>? weights)
    {
        int[] tasks = scores.CompleteTasks();
        return OverPresent(scores.OnTasks(tasks), weights is null ? null : [.. tasks.Select(task => weights[task])], complete: false);
    }

    private static double[] OverPresent(ScoreMatrix scores, IReadOnlyList<double>? weights, bool complete)
    {
        double[] means = new double[scores.Models];
        RowBlocks.Run(scores.Models, ModelsInBlock, (from, to) =>
        {
            double[] present = new double[scores.Tasks];
            for (int i = from; i < to; i++)
                means[i] = OverPresent(scores.Row(i), weights, complete, present);
        });
        return means;
    }

    private static double OverPresent(ReadOnlySpan<double> scores, IReadOnlyList<double>? weights, bool complete, double[] present)
    {
        int n = 0;
        double total = 0;
        for (int j = 0; j < scores.Length; j++)
        {
            if (double.IsNaN(scores[j]))
                continue;
            double weight = weights?[j] ?? 1;
            total += weight;
            present[n++] = weights is null ? scores[j] : weight * scores[j];
        }

        return n == 0 || total == 0 || (complete && n < scores.Length) ? double.NaN : MeanOf(present.AsSpan(0, n), n / total);
    }

    /// <param name="scale">n over the total weight; 1 where all weigh alike.</param>
    private static double MeanOf(Span<double> present, double scale) => StableSum.Mean(present) * scale;
}
