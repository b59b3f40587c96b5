namespace BenchWorker.Analysis;

/// <summary>How much an order is worth: whether the entities differ at all, and what other columns or other rankings would have made of it.</summary>
public sealed record Robustness
{
    /// <summary>Do the entities differ at all? On the columns that every live entity has.</summary>
    public required Friedman Friedman { get; init; }

    /// <summary>Nemenyi's: two mean ranks that differ by less cannot be told apart. Null where Friedman's test was not possible.</summary>
    public required double? CriticalDifference { get; init; }

    /// <summary>Columns that were left out one at a time.</summary>
    public required int LeftOut { get; init; }

    /// <summary>Of these, how many change the first of the leaders by mean.</summary>
    public required int LeaderChanges { get; init; }

    /// <summary>Lowest tau-b between the order by mean and the order with one column less; null where there is none.</summary>
    public required double? LowestTau { get; init; }

    /// <summary>How far the board's rankings agree, every pair of them.</summary>
    public required IReadOnlyList<RankingAgreement> Agreements { get; init; }

    public static Robustness Of(ScoreTable table, IReadOnlyList<Leaderboard> leaderboards)
    {
        ScoreMatrix scores = ScoreMatrix.Of(table);
        var friedman = Friedman.Of(scores);
        LeftOutTask[] without = [.. Stability.LeaveOneTaskOut(scores).OfType<LeftOutTask>()];
        int leader = Stability.Leader(scores);
        double[] taus = [.. without.Select(static one => one.TauB).Where(double.IsFinite)];
        return new()
        {
            Friedman = friedman,
            CriticalDifference = friedman.Status == FriedmanStatus.Ok && Nemenyi.Of(friedman, RankSets.Alpha).Difference is var difference && double.IsFinite(difference) ? difference : null,
            LeftOut = without.Length,
            LeaderChanges = without.Count(one => one.Leader != leader),
            LowestTau = taus.Length == 0 ? null : taus.Min(),
            Agreements = [.. RankSets.AllPairs(leaderboards.Count).Select(pair => Agreement(leaderboards[pair.First], leaderboards[pair.Second]))],
        };
    }

    private static RankingAgreement Agreement(Leaderboard first, Leaderboard second)
    {
        Dictionary<string, int> places = second.Standings.Where(static one => one.Rank is not null).ToDictionary(static one => one.Entity, static one => one.Rank ?? 0, StringComparer.Ordinal);
        Standing[] both = [.. first.Standings.Where(one => one.Rank is not null && places.ContainsKey(one.Entity))];
        double tau = Stability.Agreement([.. both.Select(static one => (double)(one.Rank ?? 0))], [.. both.Select(one => (double)places[one.Entity])]);
        return new(first.Method, second.Method, double.IsFinite(tau) ? tau : null);
    }
}

/// <param name="TauB">Kendall's, over the entities that both rank; null below two and where one of them ties all.</param>
public sealed record RankingAgreement(RankingMethod First, RankingMethod Second, double? TauB);
