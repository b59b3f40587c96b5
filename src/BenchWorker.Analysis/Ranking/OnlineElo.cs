namespace BenchWorker.Analysis;

/// <summary>Elo ratings updated battle by battle: they depend on the order of battles, so they draw a history and never a ranking.</summary>
public static class OnlineElo
{
    public const double DefaultStep = 4;

    /// <param name="battles">In order: models and the share that the first won (1, 0.5, 0).</param>
    /// <returns>One rating per model after the last battle.</returns>
    /// <remarks>FastChat's <c>compute_elo</c> at 0e6d3e4.</remarks>
    public static double[] Of(int models, IEnumerable<(int First, int Second, double Won)> battles, double step = DefaultStep, double start = BradleyTerry.EloCenter)
    {
        double[] ratings = new double[models];
        Array.Fill(ratings, start);
        foreach ((int first, int second, double won) in battles)
        {
            double expected = 1 / (1 + Elementary.Exp((ratings[second] - ratings[first]) / BradleyTerry.EloPerTheta));
            ratings[first] += step * (won - expected);
            ratings[second] += step * (expected - won);
        }

        return ratings;
    }
}
