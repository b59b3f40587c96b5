namespace BenchWorker.Analysis;

/// <summary>Finds where a row shifts, by how many values each one exceeds and how many exceed it.</summary>
internal sealed class ShiftReader(LineReader lines)
{
    private readonly Dictionary<(int Facet, int Row), (double Column, double P)> known = [];

    /// <returns>The column that the shift follows; NaN below ten values.</returns>
    public (double Column, double P) Of(int facet, int row)
    {
        if (!known.TryGetValue((facet, row), out (double, double) shift))
            known[(facet, row)] = shift = Find(lines.Read(Axis.Row, facet, row));
        return shift;
    }

    private static (double Column, double P) Find(List<(int At, double Stored, double Shown)> line)
    {
        int n = line.Count;
        if (n < ChangePoints.MinCount)
            return (double.NaN, double.NaN);
        double[] sorted = [.. line.Select(static cell => cell.Stored).Order()];
        long largest = -1;
        double column = double.NaN;
        long sum = 0;
        foreach ((int at, double value, _) in line.Take(n - 1))
        {
            // Moving one value over the split adds its comparisons with all others: those before it cancel.
            sum += Below(sorted, value, orEqual: false) - (n - Below(sorted, value, orEqual: true));
            if (Math.Abs(sum) > largest)
                (largest, column) = (Math.Abs(sum), at);
        }

        return (column, Math.Min(1, 2 * Elementary.Exp(-6.0 * largest * largest / (((double)n * n * n) + ((double)n * n)))));
    }

    /// <summary>How many of the sorted values are below this one.</summary>
    private static int Below(double[] sorted, double value, bool orEqual)
    {
        int low = 0;
        for (int high = sorted.Length; low < high;)
        {
            int middle = (low + high) / 2;
            (low, high) = sorted[middle] < value || (orEqual && sorted[middle] == value) ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
