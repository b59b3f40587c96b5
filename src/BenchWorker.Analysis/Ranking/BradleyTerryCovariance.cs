using System.Buffers;

namespace BenchWorker.Analysis;

/// <summary>Standard errors of Bradley-Terry ratings, in Elo points, one per model.</summary>
public static class BradleyTerryCovariance
{
    private const double ArenaRegularization = 1e-5;

    /// <summary>Every meeting independent: the inverse of the information. Wrong where outcomes come from shared task scores.</summary>
    public static double[] ModelBased(BradleyTerry fit)
    {
        int m = fit.Theta.Count;
        double[] inverse = Inverse(fit);
        return [.. Enumerable.Range(0, m).Select(i => BradleyTerry.EloPerTheta * Math.Sqrt(Math.Max(0, inverse[(i * m) + i] - (1.0 / m))))];
    }

    /// <summary>Sandwich over battles, as arena-rank prints it: H^-1 G H^-1 with 1e-5 times the number of battles added to H's diagonal.</summary>
    /// <param name="battles">Those that the fit's wins were counted from: models and the share that the first won.</param>
    /// <remarks>lmarena/arena-rank at 3900eae. Wrong where battles share task scores, as <see cref="ModelBased"/> is.</remarks>
    public static double[] Arena(BradleyTerry fit, IReadOnlyList<(int First, int Second, double Won)> battles)
    {
        int m = fit.Theta.Count;
        double[] information = fit.Information();
        for (int i = 0; i < m; i++)
        {
            information[(i * m) + i] += ArenaRegularization * battles.Count;
            for (int j = 0; j < m; j++)
                information[(i * m) + j] -= 1.0 / m;
        }

        double[] inverse = Factored(information, m).Inverse();
        double[] variance = new double[m];
        foreach ((int first, int second, double won) in battles)
        {
            double surprise = won - BradleyTerry.Sigmoid(fit.Theta[first] - fit.Theta[second]);
            for (int i = 0; i < m; i++)
            {
                double pull = surprise * (inverse[(i * m) + first] - inverse[(i * m) + second]);
                variance[i] += pull * pull;
            }
        }

        return [.. variance.Select(static sum => BradleyTerry.EloPerTheta * Math.Sqrt(sum))];
    }

    /// <summary>Sandwich over tasks: all pairs within one task share its scores, so the task is the independent unit.</summary>
    /// <param name="scores">The scores that the fit's wins were counted on.</param>
    /// <remarks>H^-1 G H^-1 with G = k/(k-1) times the sum over the k tasks of g_t g_t^T; NaN below two tasks with a pair.</remarks>
    public static double[] TaskClustered(BradleyTerry fit, ScoreMatrix scores)
    {
        (int m, int tasks) = (scores.Models, scores.Tasks);
        double[] pulls = Pulls(fit, scores);
        int clusters = scores.ModelsPerTask().Count(static models => models > 1);
        return [.. Enumerable.Range(0, m).Select(i =>
        {
            ReadOnlySpan<double> row = pulls.AsSpan(i * tasks, tasks);
            return clusters < 2 ? double.NaN : BradleyTerry.EloPerTheta * Math.Sqrt(Kernels.Dot(row, row) * clusters / (clusters - 1));
        })];
    }

    /// <summary>What each task adds to each strength, so that a sum over drawn tasks is one Newton step towards the refit on them.</summary>
    /// <remarks>theta* = theta + H^-1 sum over tasks of c_t g_t, with c_t how often the task was drawn: no refit of every replicate.</remarks>
    public static ScoreMatrix OneStepTerms(BradleyTerry fit, ScoreMatrix scores)
    {
        double[] terms = Pulls(fit, scores);
        for (int k = 0; k < terms.Length; k++)
            terms[k] += fit.Theta[k / scores.Tasks] / scores.Tasks;
        return ScoreMatrix.Taking(scores.Models, scores.Tasks, terms);
    }

    /// <summary>H^-1 g_t, [model, task].</summary>
    private static double[] Pulls(BradleyTerry fit, ScoreMatrix scores)
    {
        double[] gradients = ArrayPool<double>.Shared.Rent(scores.Values.Length);
        WriteTaskGradients(fit, scores, gradients);
        double[] pulls = MatrixProduct.Of(Inverse(fit), gradients, scores.Models, scores.Models, scores.Tasks);
        ArrayPool<double>.Shared.Return(gradients);
        return pulls;
    }

    /// <summary>Observed less expected wins of each model on each task, [model, task]; 0 where it was not there.</summary>
    private static void WriteTaskGradients(BradleyTerry fit, ScoreMatrix scores, double[] gradients)
    {
        (int m, int tasks) = (scores.Models, scores.Tasks);
        double[] chances = new double[m * m];
        for (int i = 0; i < m; i++)
        {
            for (int j = 0; j < m; j++)
                chances[(i * m) + j] = i == j ? 0 : BradleyTerry.Sigmoid(fit.Theta[i] - fit.Theta[j]);
        }

        double[] present = ArrayPool<double>.Shared.Rent(m * tasks);
        for (int k = 0; k < m * tasks; k++)
            present[k] = double.IsNaN(scores.Values[k]) ? 0 : 1;
        MatrixProduct.Write(chances, present, m, m, tasks, gradients);
        ArrayPool<double>.Shared.Return(present);
        TaskRanks ranks = TaskRanks.Of(scores);
        for (int i = 0; i < m; i++)
        {
            for (int j = 0; j < tasks; j++)
            {
                double expected = gradients[(i * tasks) + j];
                gradients[(i * tasks) + j] = scores.Has(i, j) ? ranks.Ranked(j) - ranks[i, j] - expected : 0;
            }
        }
    }

    private static double[] Inverse(BradleyTerry fit) => Factored(fit.Information(), fit.Theta.Count).Inverse();

    private static Cholesky Factored(double[] information, int models) =>
        Cholesky.Factor(information, models) ?? throw new ArgumentException("The fit has no finite optimum.", nameof(information));
}
