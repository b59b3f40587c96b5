namespace BenchWorker.Analysis;

/// <summary>Mean over groups of the mean within each group, so that a group of many tasks does not outweigh a group of few.</summary>
/// <param name="Groups">Names in order of first task.</param>
/// <param name="WithinGroup">[model, group]; NaN where there is none.</param>
/// <param name="Mean">One per model; NaN where there is none.</param>
/// <remarks>MTEB's "Mean (TaskType)" is the policy <see cref="MissingPolicy.Null"/>, within and across groups.</remarks>
public sealed record GroupedMean(IReadOnlyList<string> Groups, double[,] WithinGroup, double[] Mean)
{
    /// <param name="groupOfTask">One name per task.</param>
    /// <exception cref="ArgumentException">Not one group per task.</exception>
    public static GroupedMean Of(ScoreMatrix scores, IReadOnlyList<string> groupOfTask, MissingPolicy policy)
    {
        if (groupOfTask.Count != scores.Tasks)
            throw new ArgumentException($"{groupOfTask.Count} groups for {scores.Tasks} tasks.", nameof(groupOfTask));
        string[] groups = [.. groupOfTask.Distinct(StringComparer.Ordinal)];
        double[] means = new double[scores.Models * groups.Length];
        double[,] within = new double[scores.Models, groups.Length];
        for (int g = 0; g < groups.Length; g++)
        {
            int[] tasks = [.. Enumerable.Range(0, scores.Tasks).Where(j => string.Equals(groupOfTask[j], groups[g], StringComparison.Ordinal))];
            double[] ofGroup = Means.By(policy, scores.OnTasks(tasks));
            for (int i = 0; i < scores.Models; i++)
                means[(i * groups.Length) + g] = within[i, g] = ofGroup[i];
        }

        return new(groups, within, Means.By(policy, new ScoreMatrix(scores.Models, groups.Length, means)));
    }
}
