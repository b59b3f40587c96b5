namespace BenchWorker.Analysis;

/// <summary>Why a task could not be brought to the common scale; its column is left out.</summary>
public enum NormalizationOutcome
{
    Normalized,
    Constant,
    Empty,
    TooFew,
}

/// <summary>Scores brought to one scale, task by task, over the models present.</summary>
/// <param name="Scores">A task that could not be normalised has no score.</param>
/// <param name="Outcomes">One per task.</param>
/// <remarks>Min-max and z depend on the pool of models: another pool, other numbers.</remarks>
public sealed record Normalization(ScoreMatrix Scores, IReadOnlyList<NormalizationOutcome> Outcomes)
{
    /// <summary>(u - min) / (max - min): 0 = worst of the pool, 1 = best.</summary>
    public static Normalization MinMax(ScoreMatrix scores) => ByTask(scores, static present =>
        present.Length == 0 ? (0, 1, NormalizationOutcome.Empty)
        : present[^1] == present[0] ? (0, 1, NormalizationOutcome.Constant)
        : (present[0], Span(present[0], present[^1]), NormalizationOutcome.Normalized));

    /// <summary>(u - mean) / sd.</summary>
    /// <param name="degreesOfFreedom">0 divides the squares by n (SciPy, scikit-learn), 1 by n - 1.</param>
    public static Normalization ZScore(ScoreMatrix scores, int degreesOfFreedom = 0) => ByTask(scores, present =>
    {
        if (present.Length < 2)
            return (0, 1, NormalizationOutcome.TooFew);
        double mean = StableSum.Mean(present);
        double deviation = (StableSum.Deviation(present, mean) ?? double.PositiveInfinity) * Math.Sqrt((present.Length - 1.0) / (present.Length - degreesOfFreedom));
        return double.IsFinite(deviation) && deviation > 1e-12 * Math.Max(1, Math.Abs(mean))
            ? (mean, deviation, NormalizationOutcome.Normalized)
            : (0, 1, NormalizationOutcome.Constant);
    });

    /// <summary>(x - chance) / (best - chance): 0 = guessing, 1 = perfect.</summary>
    /// <param name="chance">One per task, oriented as the scores are (negated where lower is better), and so is <paramref name="best"/>.</param>
    /// <param name="clip">Below chance counts as 0, as on the Open LLM Leaderboard v2.</param>
    /// <exception cref="ArgumentException">Not one chance and one best per task, or best is not above chance.</exception>
    public static Normalization ChanceCorrected(ScoreMatrix scores, IReadOnlyList<double> chance, IReadOnlyList<double> best, bool clip = false)
    {
        if (chance.Count != scores.Tasks || best.Count != scores.Tasks)
            throw new ArgumentException($"{scores.Tasks} tasks need as many chance levels and best scores.", nameof(chance));
        if (Enumerable.Range(0, scores.Tasks).Any(j => !(best[j] > chance[j])))
            throw new ArgumentException("The best score is above chance.", nameof(best));
        double[] values = scores.Values.ToArray();
        for (int k = 0; k < values.Length; k++)
        {
            int j = k % scores.Tasks;
            values[k] = (values[k] - chance[j]) / (best[j] - chance[j]);
            values[k] = clip && values[k] < 0 ? 0 : values[k];
        }

        return new(ScoreMatrix.Taking(scores.Models, scores.Tasks, values), new NormalizationOutcome[scores.Tasks]);
    }

    private static Normalization ByTask(ScoreMatrix scores, Func<double[], (double Origin, double Unit, NormalizationOutcome Outcome)> scale)
    {
        double[] values = scores.Values.ToArray();
        var outcomes = new NormalizationOutcome[scores.Tasks];
        for (int j = 0; j < scores.Tasks; j++)
        {
            double[] present = [.. Enumerable.Range(0, scores.Models).Where(i => scores.Has(i, j)).Select(i => scores[i, j]).Order()];
            (double origin, double unit, outcomes[j]) = scale(present);
            for (int i = 0; i < scores.Models; i++)
            {
                ref double value = ref values[(i * scores.Tasks) + j];
                value = outcomes[j] == NormalizationOutcome.Normalized ? (value - origin) / unit : double.NaN;
            }
        }

        return new(ScoreMatrix.Taking(scores.Models, scores.Tasks, values), outcomes);
    }

    /// <summary>max - min, at most the largest double.</summary>
    private static double Span(double min, double max) => Math.Min(max - min, double.MaxValue);
}
