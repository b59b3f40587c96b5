namespace BenchWorker.Analysis;

public enum FriedmanStatus
{
    Ok,

    /// <summary>Fewer than two models or two complete tasks.</summary>
    TooSmall,

    /// <summary>Every model ties with every other on every task.</summary>
    AllTied,
}

/// <summary>Do the models differ at all? Friedman's test on the tasks that every live model has, with the refinement of Iman and Davenport.</summary>
/// <remarks>Friedman (1937), tie-corrected; Iman and Davenport (1980); Kendall's W as in Kendall and Babington Smith (1939).</remarks>
public sealed record Friedman
{
    public required FriedmanStatus Status { get; init; }

    /// <summary>k, live models.</summary>
    public required int Models { get; init; }

    /// <summary>n, complete tasks.</summary>
    public required int Tasks { get; init; }

    /// <summary>Mean average rank, 1 = best, of each live model in order.</summary>
    public IReadOnlyList<double> MeanRanks { get; init; } = [];

    /// <summary>Chi-squared with k - 1 degrees of freedom; NaN unless the status is Ok, and so are the others.</summary>
    public double Q { get; init; } = double.NaN;

    public double P { get; init; } = double.NaN;

    /// <summary>Infinite where all tasks agree.</summary>
    public double F { get; init; } = double.NaN;

    /// <summary>With k - 1 and (k - 1)(n - 1) degrees of freedom.</summary>
    public double PF { get; init; } = double.NaN;

    /// <summary>Agreement of the tasks, 0 to 1.</summary>
    public double KendallW { get; init; } = double.NaN;

    public static Friedman Of(ScoreMatrix scores)
    {
        int[] present = scores.TasksPerModel();
        int[] live = [.. Enumerable.Range(0, scores.Models).Where(i => present[i] > 0)];
        int[] complete = live.Length == 0 ? [.. Enumerable.Range(0, scores.Tasks)] : scores.CompleteTasks();
        (int k, int n) = (live.Length, complete.Length);
        if (k < 2 || n < 2)
            return new() { Status = FriedmanStatus.TooSmall, Models = k, Tasks = n };
        TaskRanks ranks = TaskRanks.Of(scores.OfModels(live).OnTasks(complete));
        double[] meanRanks = ranks.MeanRank();
        double correction = 1 - (TieMass(ranks) / (n * (double)k * (((double)k * k) - 1)));
        return correction <= 1e-12
            ? new() { Status = FriedmanStatus.AllTied, Models = k, Tasks = n, MeanRanks = meanRanks }
            : Test(k, n, meanRanks, correction);
    }

    private static Friedman Test(int k, int n, double[] meanRanks, double correction)
    {
        // Sums of ranks are multiples of a half, so that these squares are exact.
        double squares = meanRanks.Sum(rank => Math.Round(2 * rank * n) * Math.Round(2 * rank * n) / 4);
        double q = ((12 / (n * (double)k * (k + 1)) * squares) - (3.0 * n * (k + 1))) / correction;
        double rest = (n * (k - 1.0)) - q;
        double f = rest <= 1e-9 * n * (k - 1) ? double.PositiveInfinity : (n - 1) * q / rest;
        return new()
        {
            Status = FriedmanStatus.Ok,
            Models = k,
            Tasks = n,
            MeanRanks = meanRanks,
            Q = q,
            P = Distributions.ChiSquaredUpper(q, k - 1),
            F = f,
            PF = Distributions.FisherUpper(f, k - 1, (k - 1.0) * (n - 1)),
            KendallW = q / (n * (k - 1.0)),
        };
    }

    /// <summary>Sum of t^3 - t over the groups of t tied models of every task.</summary>
    private static double TieMass(TaskRanks ranks)
    {
        double mass = 0;
        double[] ofTask = new double[ranks.Scores.Models];
        for (int j = 0; j < ranks.Scores.Tasks; j++)
        {
            for (int i = 0; i < ofTask.Length; i++)
                ofTask[i] = ranks[i, j];
            Array.Sort(ofTask);
            double tied = 0;
            for (int k = 0; k < ofTask.Length; k++)
            {
                tied = k > 0 && ofTask[k] == ofTask[k - 1] ? tied + 1 : 1;
                if (k + 1 == ofTask.Length || ofTask[k + 1] != ofTask[k])
                    mass += (tied * tied * tied) - tied;
            }
        }

        return mass;
    }
}
