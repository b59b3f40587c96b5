namespace BenchWorker.Analysis;

/// <summary>Recomputes what is said of a board's ranking, from the published standings and the scores behind them.</summary>
internal sealed class StandingReader
{
    private readonly RankedBoard board;
    private readonly Lazy<ScoreColumns> scores;
    private readonly Lazy<PlaceReader> places;
    private readonly Lazy<FirstShareReader> draws;
    private readonly Lazy<StabilityReader> leftOut;
    private readonly Lazy<OrderAgreement> agreement;
    private readonly Lazy<PublishedRanks> ranks;
    private readonly Lazy<CostReader?> costs;

    public StandingReader(RankedBoard board)
    {
        this.board = board;
        scores = new(() => new ScoreColumns(board.Scores));
        Lazy<ColumnWins> wins = new(() => new ColumnWins(scores.Value));
        places = new(() => new PlaceReader(scores.Value, wins.Value));
        draws = new(() => new FirstShareReader(scores.Value, board.Leaderboard.Seed));
        leftOut = new(() => new StabilityReader(scores.Value));
        agreement = new(() => new OrderAgreement(scores.Value, wins.Value));
        ranks = new(() => new PublishedRanks(board));
        costs = new(() => board.Costs is { } declared ? new CostReader(board, declared, ranks.Value.Score) : null);
    }

    private IReadOnlyList<Standing> Standings => board.Leaderboard.Standings;

    public double Measure(StandingMeasure measure, string entity) => measure switch
    {
        StandingMeasure.Rank => ranks.Value.Rank(entity),
        StandingMeasure.BestRank => ranks.Value.Of(entity)?.Interval?.Best ?? double.NaN,
        StandingMeasure.WorstRank => ranks.Value.Of(entity)?.Interval?.Worst ?? double.NaN,
        StandingMeasure.Score => ranks.Value.Score(entity),
        StandingMeasure.TiedFirst => Standings.Count(static standing => standing.Rank is not null && standing.Interval?.Best == 1),
        StandingMeasure.Leaders => Standings.Count(static standing => standing.Rank == 1),
        StandingMeasure.Ranked => Standings.Count(static standing => standing.Rank is not null),
        StandingMeasure.Live => scores.Value.Live.Count,
        StandingMeasure.BordaRank => places.Value.BordaRank(entity),
        StandingMeasure.WinRateRank => places.Value.WinRateRank(entity),
        StandingMeasure.FirstShare => 100 * draws.Value.Of(entity),
        StandingMeasure.LeftOutColumns => leftOut.Value.Cases,
        StandingMeasure.StaysFirst => leftOut.Value.Kept,
        StandingMeasure.LeaveOneOutTau => leftOut.Value.LeastTau,
        StandingMeasure.FriedmanEntities => agreement.Value.Entities,
        StandingMeasure.FriedmanQ => agreement.Value.Q,
        StandingMeasure.FriedmanP => agreement.Value.P,
        StandingMeasure.KendallW => agreement.Value.W,
        StandingMeasure.CriticalDifference => agreement.Value.CriticalDifference,
        StandingMeasure.Costed => costs.Value?.Count ?? double.NaN,
        StandingMeasure.OnFront => costs.Value?.OnFront ?? double.NaN,
        StandingMeasure.Undominated => costs.Value?.IsUndominated(entity) == true ? 1 : 0,
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
