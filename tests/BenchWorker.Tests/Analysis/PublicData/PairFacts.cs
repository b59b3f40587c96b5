using BenchWorker.Analysis;

namespace BenchWorker.Tests.Analysis.PublicData;

/// <summary>What the sheets say of two models on the same items.</summary>
internal static class PairFacts
{
    public static object Of(IReadOnlyList<(double A, double B)> pairs)
    {
        double[] a = [.. pairs.Select(static pair => pair.A)];
        double[] b = [.. pairs.Select(static pair => pair.B)];
        int wins = pairs.Count(static pair => pair.A > pair.B);
        int losses = pairs.Count(static pair => pair.A < pair.B);
        SampleSummary difference = SampleSummary.Of([.. pairs.Select(static pair => pair.A - pair.B)], []);
        return new
        {
            n = pairs.Count,
            wins_a = wins,
            wins_b = losses,
            ties = pairs.Count - wins - losses,
            mean_a = StableSum.Mean([.. a]),
            mean_b = StableSum.Mean([.. b]),
            mean_diff = difference.Mean,
            se_diff = difference.StandardError,
            sign_test_p_two_sided = SignTest.P(wins, losses),
            pearson_r = Correlation.Pearson(a, b),
            spearman_rho = Correlation.Spearman(a, b),
        };
    }

    /// <summary>Both models of "a vs b" on the columns of a table.</summary>
    public static IReadOnlyList<(double A, double B)> Scores(ScoreTable table, string pair, Func<string, bool>? column = null, double scale = 1)
    {
        int[] models = [.. pair.Split(" vs ").Select(name => table.Entities.ToList().IndexOf(name))];
        return [.. Enumerable.Range(0, table.Columns.Count).Where(j => column?.Invoke(table.Columns[j].Name) != false)
            .Select(j => (table[models[0], j].Value / scale, table[models[1], j].Value / scale))];
    }
}
