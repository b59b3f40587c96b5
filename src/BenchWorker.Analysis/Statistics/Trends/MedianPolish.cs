namespace BenchWorker.Analysis;

/// <summary>Additive fit by medians: value = overall + row + column + residual.</summary>
/// <param name="Residuals">[row, column], row-major; NaN where the cell is missing.</param>
/// <remarks>Tukey (1977), Exploratory Data Analysis. Rows are swept first; it stops when the sum of absolute residuals changes by less than
/// <see cref="Tolerance"/> of itself, or after <see cref="MaxIterations"/>.</remarks>
public sealed record MedianPolish(double Overall, IReadOnlyList<double> RowEffects, IReadOnlyList<double> ColumnEffects, double[] Residuals, int Iterations)
{
    public const double Tolerance = 0.01;

    public const int MaxIterations = 10;

    /// <param name="cells">[row, column], row-major; NaN = missing.</param>
    public static MedianPolish Of(ReadOnlySpan<double> cells, int rows, int columns)
    {
        double[] residuals = cells.ToArray();
        double[] rowEffects = new double[rows];
        double[] columnEffects = new double[columns];
        double[] spare = new double[Math.Max(rows, columns)];
        double overall = 0;
        double before = 0;
        int iteration = 1;
        for (; iteration <= MaxIterations; iteration++)
        {
            for (int r = 0; r < rows; r++)
                rowEffects[r] += Sweep(residuals, r * columns, 1, columns, spare);
            overall += Recentre(columnEffects);
            for (int c = 0; c < columns; c++)
                columnEffects[c] += Sweep(residuals, c, columns, rows, spare);
            overall += Recentre(rowEffects);
            double after = 0;
            foreach (double residual in residuals)
                after += double.IsNaN(residual) ? 0 : Math.Abs(residual);
            if (after == 0 || Math.Abs(after - before) < Tolerance * after)
                break;
            before = after;
        }

        return new MedianPolish(overall, rowEffects, columnEffects, residuals, Math.Min(iteration, MaxIterations));
    }

    /// <summary>Takes the median of one line out of it; a line without values gives 0.</summary>
    private static double Sweep(double[] residuals, int start, int step, int length, double[] spare)
    {
        int count = 0;
        for (int i = 0, at = start; i < length; i++, at += step)
            if (!double.IsNaN(residuals[at]))
                spare[count++] = residuals[at];
        if (count == 0)
            return 0;
        double median = Selection.Median(spare.AsSpan(0, count));
        for (int i = 0, at = start; i < length; i++, at += step)
            residuals[at] -= median;
        return median;
    }

    private static double Recentre(double[] effects)
    {
        double median = Selection.Median(effects.ToArray());
        for (int i = 0; i < effects.Length; i++)
            effects[i] -= median;
        return median;
    }
}
