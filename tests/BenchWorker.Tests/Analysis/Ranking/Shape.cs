using BenchWorker.Analysis;

namespace BenchWorker.Tests.Analysis.Ranking;

/// <summary>Results of this program in the shape of the reference files.</summary>
internal static class Shape
{
    public static object Wins(PairWins wins) => new
    {
        W = Square(wins.Models, (i, j) => i == j ? 0 : wins[i, j]),
        N = Square(wins.Models, (i, j) => i == j ? 0 : wins.Meetings(i, j)),
    };

    public static object Ridge(ScoreMatrix scores)
    {
        (int[] live, PairWins wins) = Live(scores);
        BradleyTerry fit = BradleyTerry.FitRidge(wins);
        return new { theta = Spread(live, fit.Theta, scores.Models), elo = Spread(live, fit.Elo, scores.Models), components = wins.StrongComponents().Distinct().Count() };
    }

    public static object Fit(ScoreMatrix scores)
    {
        (int[] live, PairWins wins) = Live(scores);
        if (BradleyTerry.Fit(wins) is not { } fit)
            return new { status = "mle_undefined", components = wins.StrongComponents().Distinct().Count(), labels = wins.StrongComponents() };
        return new
        {
            theta = Spread(live, fit.Theta, scores.Models),
            elo = Spread(live, fit.Elo, scores.Models),
            se_model = Spread(live, BradleyTerryCovariance.ModelBased(fit), scores.Models),
            se_task_cluster = Spread(live, BradleyTerryCovariance.TaskClustered(fit, scores.OfModels(live)), scores.Models),
        };
    }

    public static object Kemeny(ScoreMatrix scores)
    {
        (int[] live, PairWins wins) = Live(scores);
        Kemeny found = BenchWorker.Analysis.Kemeny.Of(wins);
        return new { order = found.Order.Select(i => live[i]), cost = found.Cost };
    }

    public static object Friedman(Friedman test) => new
    {
        status = test.Status switch { FriedmanStatus.TooSmall => "too_small", FriedmanStatus.AllTied => "all_tied", _ => "ok" },
        k = test.Models,
        n = test.Tasks,
        mean_ranks = test.MeanRanks,
        test.Q,
        df = test.Models - 1,
        p = test.P,
        test.F,
        df1 = test.Models - 1,
        df2 = (test.Models - 1) * (test.Tasks - 1),
        pF = test.PF,
        W = test.KendallW,
    };

    public static object Nemenyi(Friedman friedman)
    {
        Nemenyi found = BenchWorker.Analysis.Nemenyi.Of(friedman);
        double[,] p = BenchWorker.Analysis.Nemenyi.PairP(friedman);
        return new { q_alpha = found.Critical, cd = found.Difference, p = Square(friedman.Models, (i, j) => p[i, j]), groups = found.Groups };
    }

    public static object RankSets(RankSets sets) => new
    {
        pairs = sets.Pairs.Select(pair => new[] { pair.First, pair.Second }),
        p = sets.Pairs.Select(pair => pair.P),
        p_holm = sets.Pairs.Select(pair => pair.HolmP),
        diff = sets.Pairs.Select(pair => pair.Difference),
        lo = sets.Sets.Select(set => set?.Best),
        hi = sets.Sets.Select(set => set?.Worst),
    };

    public static object MaxT(MaxT test) => new
    {
        status = "ok",
        crit = test.Critical,
        lo = test.Sets.Select(set => set?.Best),
        hi = test.Sets.Select(set => set?.Worst),
        T = test.Tasks,
        publishable = test.Publishable ? (object)true : false,
    };

    public static object Resampling(RankResampling resampling) => new
    {
        lo = resampling.Models.Select(one => one?.Range.Best),
        hi = resampling.Models.Select(one => one?.Range.Worst),
        median = resampling.Models.Select(one => one?.Median),
        p_first = resampling.Models.Select(one => one?.FirstShare),
        mean_first_replicates = resampling.FirstReplicate,
    };

    public static double[][] Square(int n, Func<int, int, double> cell) =>
        [.. Enumerable.Range(0, n).Select(i => Enumerable.Range(0, n).Select(j => cell(i, j)).ToArray())];

    private static (int[] Live, PairWins Wins) Live(ScoreMatrix scores)
    {
        int[] present = scores.TasksPerModel();
        int[] live = [.. Enumerable.Range(0, scores.Models).Where(i => present[i] > 0)];
        return (live, PairWins.On(scores.OfModels(live)));
    }

    private static double[] Spread(int[] live, IReadOnlyList<double> values, int models) =>
        [.. Enumerable.Range(0, models).Select(i => Array.IndexOf(live, i) is var at and >= 0 ? values[at] : double.NaN)];
}
