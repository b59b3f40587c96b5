namespace BenchWorker;

/// <summary>The rows that an import would not take; bounded, however bad the file.</summary>
internal sealed class Rejects
{
    private readonly List<RejectedRow> told = [];

    public long Count { get; private set; }

    public IReadOnlyList<RejectedRow> Told => [.. told.OrderBy(row => row.Line)];

    public void Add(long line, string reason)
    {
        Count++;
        if (told.Count < ImportReport.MostRejectsTold) told.Add(new(line, reason));
    }

    public void AddUntold(long rows) => Count += rows;
}
