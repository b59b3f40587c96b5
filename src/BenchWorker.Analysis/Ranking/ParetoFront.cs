namespace BenchWorker.Analysis;

/// <summary>Who is not beaten in score and cost at once.</summary>
public static class ParetoFront
{
    /// <summary>Indices of the entities that no other equals or betters in both while bettering in one, ascending.</summary>
    /// <param name="scores">Higher is better; NaN is never on the front.</param>
    /// <param name="costs">Cost, size, seconds: lower is better; NaN is never on the front.</param>
    public static int[] Of(ReadOnlySpan<double> scores, ReadOnlySpan<double> costs)
    {
        (double[] score, double[] cost) = (scores.ToArray(), costs.ToArray());
        int[] known = [.. Enumerable.Range(0, score.Length).Where(i => !double.IsNaN(score[i]) && !double.IsNaN(cost[i]))];
        var front = new List<int>();
        double bestBefore = double.NegativeInfinity;
        foreach (var sameCost in known.GroupBy(i => cost[i]).OrderBy(static group => group.Key))
        {
            double best = sameCost.Max(i => score[i]);
            if (best > bestBefore)
                front.AddRange(sameCost.Where(i => score[i] == best));
            bestBefore = Math.Max(bestBefore, best);
        }

        front.Sort();
        return [.. front];
    }
}
