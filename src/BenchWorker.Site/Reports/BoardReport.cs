using BenchWorker.Analysis;

namespace BenchWorker.Site;

/// <summary>Everything a board says about one snapshot of its results; the site is written from it and from nothing else.</summary>
public sealed record BoardReport
{
    public required Board Board { get; init; }

    /// <summary>The unit of the scores; null when they have none.</summary>
    public string? Unit { get; init; }

    public required Direction Direction { get; init; }

    public required ScoreTable Table { get; init; }

    /// <summary>The first orders the page; the others stand beside it.</summary>
    public required IReadOnlyList<Leaderboard> Leaderboards { get; init; }

    /// <summary>Why the order is by this ranking, as a sentence; null where the board names it.</summary>
    public string? RankingReason { get; init; }

    /// <summary>What the order is worth; null where it was not asked.</summary>
    public Robustness? Robustness { get; init; }

    /// <summary>Null for a board that weighs scores against nothing.</summary>
    public ScoreAgainstCost? Costs { get; init; }

    /// <summary>Runs that were declared invalid and are in no number, by name.</summary>
    public IReadOnlyList<QuarantinedRun> Quarantined { get; init; } = [];

    /// <summary>16 hex digits that name the set of ranked entities.</summary>
    public string Pool { get; init; } = "";

    public required IReadOnlyList<BoardFigure> Figures { get; init; }

    public required Summary Summary { get; init; }

    /// <summary>When the newest row was stored; null when there is no row.</summary>
    public DateTimeOffset? DataAsOf { get; init; }

    /// <summary>What a reader must know before comparing: mixed revisions, rows left out, figures that failed their check.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];
}

/// <param name="Reason">As it was given when the run was invalidated.</param>
public sealed record QuarantinedRun(string Run, string Reason);
