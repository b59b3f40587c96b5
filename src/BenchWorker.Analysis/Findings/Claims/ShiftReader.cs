namespace BenchWorker.Analysis;

/// <summary>Finds where a row shifts, by comparing every value before a split with every value after it.</summary>
internal static class ShiftReader
{
    /// <returns>The column that the shift follows; NaN below ten values.</returns>
    public static (double Column, double P) Of(LineReader lines, int facet, int row)
    {
        List<(int At, double Stored, double Shown)> line = lines.Read(Axis.Row, facet, row);
        int n = line.Count;
        if (n < ChangePoints.MinCount)
            return (double.NaN, double.NaN);
        long largest = -1;
        double column = double.NaN;
        long sum = 0;
        for (int split = 0; split < n - 1; split++)
        {
            // Moving one value over the split adds its comparisons with all others: those before it cancel.
            sum += line.Sum(other => (long)line[split].Stored.CompareTo(other.Stored));
            if (Math.Abs(sum) > largest)
                (largest, column) = (Math.Abs(sum), line[split].At);
        }

        return (column, Math.Min(1, 2 * Elementary.Exp(-6.0 * largest * largest / (((double)n * n * n) + ((double)n * n)))));
    }
}
