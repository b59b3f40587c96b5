namespace BenchWorker.Analysis;

/// <summary>Standard errors of Bradley-Terry ratings, in Elo points, one per model.</summary>
public static class BradleyTerryCovariance
{
    /// <summary>Every meeting independent: the inverse of the information. Wrong where outcomes come from shared task scores.</summary>
    public static double[] ModelBased(BradleyTerry fit)
    {
        int m = fit.Theta.Count;
        double[] inverse = Inverse(fit);
        return [.. Enumerable.Range(0, m).Select(i => BradleyTerry.EloPerTheta * Math.Sqrt(Math.Max(0, inverse[(i * m) + i] - (1.0 / m))))];
    }

    /// <summary>Sandwich over tasks: all pairs within one task share its scores, so the task is the independent unit.</summary>
    /// <param name="scores">The scores that the fit's wins were counted on.</param>
    /// <remarks>H^-1 G H^-1 with G = k/(k-1) times the sum over the k tasks of g_t g_t^T; NaN below two tasks with a pair.</remarks>
    public static double[] TaskClustered(BradleyTerry fit, ScoreMatrix scores)
    {
        int m = fit.Theta.Count;
        double[] inverse = Inverse(fit);
        double[] variance = new double[m];
        int clusters = 0;
        for (int t = 0; t < scores.Tasks; t++)
        {
            double[] gradient = TaskGradient(fit, scores, t, out bool any);
            if (!any)
                continue;
            clusters++;
            for (int i = 0; i < m; i++)
            {
                double pull = Kernels.Dot(inverse.AsSpan(i * m, m), gradient);
                variance[i] += pull * pull;
            }
        }

        return [.. variance.Select(sum => clusters < 2 ? double.NaN : BradleyTerry.EloPerTheta * Math.Sqrt(sum * clusters / (clusters - 1)))];
    }

    private static double[] Inverse(BradleyTerry fit) => Cholesky.Factor(fit.Information(), fit.Theta.Count)?.Inverse()
        ?? throw new ArgumentException("The fit has no finite optimum.", nameof(fit));

    private static double[] TaskGradient(BradleyTerry fit, ScoreMatrix scores, int task, out bool any)
    {
        double[] gradient = new double[scores.Models];
        any = false;
        for (int i = 0; i < scores.Models; i++)
        {
            for (int j = 0; j < i; j++)
            {
                if (!scores.Has(i, task) || !scores.Has(j, task))
                    continue;
                any = true;
                double outcome = (1 + Math.Sign(scores[i, task] - scores[j, task])) / 2.0;
                double surprise = outcome - BradleyTerry.Sigmoid(fit.Theta[i] - fit.Theta[j]);
                gradient[i] += surprise;
                gradient[j] -= surprise;
            }
        }

        return gradient;
    }
}
