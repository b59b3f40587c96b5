using System.Globalization;

namespace BenchWorker.Analysis;

/// <summary>The prose of a board: every sentence computed, carried by its evidence and verified by a second code path.</summary>
/// <param name="Markdown">The whole document, <c>\n</c> line ends; also the long description of the figures.</param>
/// <param name="AltText">Of the first figure: at most three sentences and 600 characters.</param>
/// <param name="EvidenceJson">One JSON array: figure, claim kind, subjects, cell addresses, values, test, corrected p, verdict.</param>
public sealed record Summary(string Markdown, string AltText, string EvidenceJson)
{
    /// <summary>One for every figure, in the board's order; none for a summary that was not written from tables.</summary>
    public IReadOnlyList<FigureSummary> Figures { get; init; } = [];

    /// <summary>What is said of the ranking and of its changes, in the document's order.</summary>
    public IReadOnlyList<Statement> Ranking { get; init; } = [];

    /// <summary>The table that carries the ranking, one of the figures' or its own; null for a board without one.</summary>
    public HeatmapTable? RankingTable { get; init; }

    /// <summary>What the second code path did not confirm; left out of the document. Each one is a defect worth a log entry.</summary>
    public IReadOnlyList<Statement> Dropped { get; init; } = [];
}

/// <summary>What a summary says under one of its figures.</summary>
/// <param name="AltText">At most three sentences and 600 characters.</param>
/// <param name="Statements">In the document's order.</param>
public sealed record FigureSummary(HeatmapTable Table, string AltText, IReadOnlyList<Statement> Statements);

/// <summary>A finding with the table that it speaks of.</summary>
public sealed record Statement(HeatmapTable Table, Finding Finding)
{
    public string Text => Finding.Sentence.Text(Table);

    /// <summary>What it rests on, for a log: every number with what it is a number of, every relation that its words claim.</summary>
    public string Evidence => string.Join("; ",
    [
        .. Finding.Sentence.Numbers().Select(static number => string.Create(CultureInfo.InvariantCulture, $"{number.Value:R} is {QuantityText.Of(number.Quantity)}")),
        .. Finding.Checks.Select(QuantityText.Of),
    ]);
}
