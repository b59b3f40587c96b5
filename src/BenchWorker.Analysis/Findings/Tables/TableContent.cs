namespace BenchWorker.Analysis;

/// <summary>What the numbers of a table are; it decides which statements make sense of them.</summary>
public abstract record TableContent
{
    private TableContent()
    {
    }

    /// <summary>What was measured, as a matrix.</summary>
    public sealed record Scores : TableContent;

    /// <summary>What was measured, a panel of cells for each row.</summary>
    public sealed record Packed : TableContent;

    /// <summary>Rows that are set against each other, item by item.</summary>
    public sealed record Pairs(IReadOnlyList<(int First, int Second)> Rows) : TableContent;

    /// <summary>Of the columns that two entities share, the percentage in which the row's scores better than the column's; ties count half.</summary>
    /// <param name="Of">The scores that were compared; the table's labels are entities of it.</param>
    /// <param name="Column">What is compared on: "task".</param>
    public sealed record WinRates(ScoreTable Of, string Column) : TableContent;

    /// <summary>Differences to one line of the same table, or to what was known before.</summary>
    /// <param name="Against">The baseline's label, or the day up to which results counted.</param>
    /// <param name="Baseline">The line that all are compared with, which holds zeros; null where the baseline is an earlier state.</param>
    public sealed record Changes(string Against, (Axis Axis, int Index)? Baseline) : TableContent;

    /// <summary>Places, one being best, of rows at snapshots.</summary>
    public sealed record Places : TableContent;
}
