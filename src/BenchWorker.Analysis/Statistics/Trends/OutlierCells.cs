namespace BenchWorker.Analysis;

/// <summary>A cell far from the row-plus-column pattern.</summary>
/// <param name="Residual">Value minus pattern, in the metric's unit.</param>
/// <param name="Z">Modified z score.</param>
public readonly record struct OutlierCell(int Row, int Column, double Residual, double Z)
{
    /// <summary>Iglewicz and Hoaglin (1993).</summary>
    public const double Threshold = 3.5;

    /// <summary>Third quartile of the normal distribution; printed as 0.6745 in the literature.</summary>
    private const double NormalMad = 0.6744897501960817;

    private const double NormalMeanDeviation = 1.2533;

    /// <summary>Residuals this small beside the largest value are rounding noise of the sweeps.</summary>
    private const double Noise = 1e-9;

    /// <summary>Cells whose modified z exceeds the threshold, row by row.</summary>
    /// <param name="cells">[row, column], row-major; NaN = missing.</param>
    /// <remarks>z = 0.6745 residual / MAD; where the MAD is 0, residual / (1.2533 x mean absolute deviation).</remarks>
    public static IReadOnlyList<OutlierCell> In(ReadOnlySpan<double> cells, int rows, int columns)
    {
        double[] residuals = MedianPolish.Of(cells, rows, columns).Residuals;
        double largest = 0;
        foreach (double cell in cells)
            largest = double.IsNaN(cell) ? largest : Math.Max(largest, Math.Abs(cell));
        double[] sizes = new double[residuals.Length];
        int count = 0;
        double sum = 0;
        for (int i = 0; i < residuals.Length; i++)
        {
            if (double.IsNaN(residuals[i]))
                continue;
            if (Math.Abs(residuals[i]) <= Noise * largest)
                residuals[i] = 0;
            sizes[count++] = Math.Abs(residuals[i]);
            sum += Math.Abs(residuals[i]);
        }

        if (sum == 0)
            return [];
        double mad = Selection.Median(sizes.AsSpan(0, count));
        double scale = mad > 0 ? mad / NormalMad : NormalMeanDeviation * sum / count;
        List<OutlierCell> outliers = [];
        for (int i = 0; i < residuals.Length; i++)
            if (Math.Abs(residuals[i]) > Threshold * scale)
                outliers.Add(new OutlierCell(i / columns, i % columns, residuals[i], residuals[i] / scale));
        return outliers;
    }
}
