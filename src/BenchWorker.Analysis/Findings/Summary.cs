namespace BenchWorker.Analysis;

/// <summary>The prose of a board: every sentence computed, carried by its evidence and verified by a second code path.</summary>
/// <param name="Markdown">The whole document, <c>\n</c> line ends; also the long description of the figure.</param>
/// <param name="AltText">At most three sentences and 600 characters.</param>
/// <param name="EvidenceJson">One JSON array: claim kind, subjects, cell addresses, values, test, corrected p, verdict.</param>
public sealed record Summary(string Markdown, string AltText, string EvidenceJson)
{
    /// <summary>What the sentences are about; null for a summary that was not written from a table.</summary>
    public HeatmapTable? Table { get; init; }

    /// <summary>What the document states, in its order.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <summary>What the second code path did not confirm; left out of the document. Each one is a defect worth a log entry.</summary>
    public IReadOnlyList<Finding> Dropped { get; init; } = [];
}
