using System.Collections.Frozen;
using System.Text.Json.Serialization;
using BenchWorker.Analysis;

namespace BenchWorker.Site;

/// <summary>What the site remembers of a board between publications: enough for every page that speaks of several boards, so that
/// refreshing one board needs no other board's report.</summary>
public sealed record BoardEntry
{
    public required string Slug { get; init; }

    public required string Title { get; init; }

    public string? Description { get; init; }

    /// <summary>What is ranked: the board's entity column.</summary>
    public required string Entity { get; init; }

    public string? Unit { get; init; }

    public required Direction Direction { get; init; }

    public required BoardFreshness Freshness { get; init; }

    [JsonIgnore]
    public DateTimeOffset? DataAsOf => Freshness.DataAsOf;

    /// <summary>Columns of the score table.</summary>
    public required int Columns { get; init; }

    /// <summary>Cells of the score table that have a value.</summary>
    public required int Present { get; init; }

    /// <summary>The ranking that orders the board.</summary>
    public required RankingMethod Method { get; init; }

    /// <summary>The rules of the ranking; null in entries of older releases.</summary>
    public BoardPolicy? Policy { get; init; }

    /// <summary>The scores themselves, for the pages of models; null where they are too many to be carried along.</summary>
    public ScoreRows? Scores { get; init; }

    /// <summary>Of everything the board's pages are made from; equal digests mean equal pages.</summary>
    public required string Digest { get; init; }

    /// <summary>Of the rows and settings that the pages were last computed from; equal ones mean equal pages. Null when they are not known.</summary>
    public string? Inputs { get; init; }

    /// <summary>Shared files that the board's page names; they stay as long as the page does.</summary>
    public IReadOnlyList<string> Assets { get; init; } = [];

    public ThumbnailEntry? Thumbnail { get; init; }

    /// <summary>In the leaderboard's order.</summary>
    public required IReadOnlyList<Place> Places { get; init; }

    /// <summary>Ranks before the newest change, by entity; empty when the ranking never changed.</summary>
    public IReadOnlyDictionary<string, int> Before { get; init; } = FrozenDictionary<string, int>.Empty;

    /// <summary>Newest first.</summary>
    public IReadOnlyList<BoardChange> Changes { get; init; } = [];

    /// <summary>Missing cells worth running, the most useful first.</summary>
    public IReadOnlyList<NextRun> Next { get; init; } = [];

    /// <summary>Dated copies of the data, newest first.</summary>
    public IReadOnlyList<DatedCopy> Copies { get; init; } = [];

    public IReadOnlyList<string> Warnings { get; init; } = [];
}

/// <summary>The board's first figure, for the index; paths from the site's root.</summary>
public sealed record ThumbnailEntry(string Light, string Dark);

/// <summary>One entity's place on one board.</summary>
/// <param name="Tied">Another entity shares the rank.</param>
/// <param name="Best">First rank the data cannot tell apart from its own; null when no test was possible.</param>
public sealed record Place(
    string Entity, int? Rank, bool Tied, int? Best, int? Worst, double? Score, double? StandardError, int Present, int Columns, string? NotRanked);

/// <summary>What changed on a board from one published state of its data to the next.</summary>
/// <param name="DataAsOf">The newer state; null when the board had no row left.</param>
/// <param name="Lines">Plain sentences, most important first.</param>
public sealed record BoardChange(DateTimeOffset? DataAsOf, DateTimeOffset? Previous, IReadOnlyList<string> Lines);

/// <summary>A cell that was not measured and what measuring it would settle.</summary>
public sealed record NextRun(string Entity, string Column, string Reason);

/// <summary>The data of one published state under names that never change; paths from the site's root.</summary>
public sealed record DatedCopy(DateTimeOffset? DataAsOf, string Csv, string Json);
