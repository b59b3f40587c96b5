namespace BenchWorker.Analysis;

/// <summary>How much of a table its row and column averages explain.</summary>
public static class AdditiveFit
{
    private const int MaxSweeps = 2000;

    private const double Converged = 1e-13;

    /// <summary>R squared of the least-squares fit value = mean + row + column.</summary>
    /// <param name="cells">[row, column], row-major; NaN = missing.</param>
    /// <returns>In [0, 1]; NaN where all values are equal or there is none.</returns>
    /// <remarks>A complete table needs one sweep; with gaps, sweeps alternate between rows and columns until the residual sum settles.</remarks>
    public static double RSquared(ReadOnlySpan<double> cells, int rows, int columns)
    {
        double[] residuals = cells.ToArray();
        double total = Centre(residuals);
        if (!(total > 0))
            return double.NaN;
        double before = double.PositiveInfinity;
        for (int sweep = 0; sweep < MaxSweeps; sweep++)
        {
            SweepRows(residuals, rows, columns);
            double after = SweepColumns(residuals, rows, columns);
            if (before - after <= Converged * total)
                return Math.Clamp(1 - (after / total), 0, 1);
            before = after;
        }

        return Math.Clamp(1 - (before / total), 0, 1);
    }

    /// <summary>Takes out the mean; returns the sum of squares that is left.</summary>
    private static double Centre(double[] values)
    {
        double sum = 0;
        long count = 0;
        foreach (double value in values)
        {
            if (double.IsNaN(value))
                continue;
            sum += value;
            count++;
        }

        double mean = sum / count;
        double squares = 0;
        double largest = 0;
        for (int i = 0; i < values.Length; i++)
        {
            largest = double.IsNaN(values[i]) ? largest : Math.Max(largest, Math.Abs(values[i]));
            values[i] -= mean;
            squares += double.IsNaN(values[i]) ? 0 : values[i] * values[i];
        }

        return squares <= count * Elementary.Power(1e-14 * largest, 2) ? 0 : squares;
    }

    private static void SweepRows(double[] residuals, int rows, int columns)
    {
        for (int r = 0; r < rows; r++)
        {
            Span<double> row = residuals.AsSpan(r * columns, columns);
            double sum = 0;
            int count = 0;
            foreach (double value in row)
            {
                if (double.IsNaN(value))
                    continue;
                sum += value;
                count++;
            }

            double mean = count == 0 ? 0 : sum / count;
            for (int c = 0; c < columns; c++)
                row[c] -= mean;
        }
    }

    private static double SweepColumns(double[] residuals, int rows, int columns)
    {
        double[] means = new double[columns];
        int[] counts = new int[columns];
        for (int i = 0; i < residuals.Length; i++)
        {
            if (double.IsNaN(residuals[i]))
                continue;
            means[i % columns] += residuals[i];
            counts[i % columns]++;
        }

        for (int c = 0; c < columns; c++)
            means[c] = counts[c] == 0 ? 0 : means[c] / counts[c];
        double squares = 0;
        for (int i = 0; i < residuals.Length; i++)
        {
            residuals[i] -= means[i % columns];
            squares += double.IsNaN(residuals[i]) ? 0 : residuals[i] * residuals[i];
        }

        return squares;
    }
}
