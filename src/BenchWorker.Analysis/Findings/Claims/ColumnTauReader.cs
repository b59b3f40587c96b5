namespace BenchWorker.Analysis;

/// <summary>Kendall's tests of pairs of columns over the rows that have both, each taken once.</summary>
internal sealed class ColumnTauReader(HeatmapTable table)
{
    private const int MinRows = 6;

    private readonly Dictionary<(int Facet, int First, int Second), KendallTest?> known = [];

    /// <returns>Null below six rows.</returns>
    public KendallTest? Of(int facet, int first, int second)
    {
        if (!known.TryGetValue((facet, first, second), out KendallTest? test))
            known[(facet, first, second)] = test = Test(facet, first, second);
        return test;
    }

    /// <summary>All pairs of a facet's columns, those left out in which one column is constant over the rows of both.</summary>
    public IEnumerable<(int First, int Second, KendallTest Test)> In(int facet)
    {
        for (int first = 0; first < table.Columns.Count; first++)
        {
            for (int second = first + 1; second < table.Columns.Count; second++)
            {
                if (Of(facet, first, second) is { } test && !double.IsNaN(test.TauB))
                    yield return (first, second, test);
            }
        }
    }

    private KendallTest? Test(int facet, int first, int second)
    {
        (double X, double Y)[] both = [.. Enumerable.Range(0, table.Rows.Count)
            .Select(row => (table[facet, row, first], table[facet, row, second])).Where(static pair => !double.IsNaN(pair.Item1 + pair.Item2))];
        return both.Length < MinRows ? null : KendallTest.Of([.. both.Select(static pair => pair.X)], [.. both.Select(static pair => pair.Y)]);
    }
}
