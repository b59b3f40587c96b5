namespace BenchWorker.Analysis;

/// <summary>Whom each score beats in its column, counted in the sorted column; from it follow Borda points, win rates and the ranks of Friedman's test.</summary>
/// <remarks>In halves, so that all of them are whole numbers and their sums exact: two for each score below, one for each other that is equal.</remarks>
internal sealed class ColumnWins
{
    public const int Missing = -1;

    private readonly int[] halves;
    private readonly int rows;

    public ColumnWins(ScoreColumns scores)
    {
        (rows, halves) = (scores.Rows, new int[scores.Rows * scores.Count]);
        double[] sorted = new double[rows];
        int[] order = new int[rows];
        for (int column = 0; column < scores.Count; column++)
            Count(scores.Of(column), sorted, order, halves.AsSpan(column * rows, rows));
    }

    /// <summary>Half wins of every row in one column; <see cref="Missing"/> where it has no score.</summary>
    public ReadOnlySpan<int> Of(int column) => halves.AsSpan(column * rows, rows);

    private static void Count(ReadOnlySpan<double> scores, double[] sorted, int[] order, Span<int> halves)
    {
        int n = 0;
        for (int row = 0; row < scores.Length; row++)
        {
            halves[row] = Missing;
            if (!double.IsNaN(scores[row]))
                (sorted[n], order[n++]) = (scores[row], row);
        }

        Array.Sort(sorted, order, 0, n);
        for (int start = 0, end; start < n; start = end)
        {
            for (end = start + 1; end < n && sorted[end] == sorted[start];)
                end++;
            // Below are those before the run; its other members are equal.
            for (int i = start; i < end; i++)
                halves[order[i]] = (2 * start) + (end - start - 1);
        }
    }
}
