namespace BenchWorker.Figures;

/// <summary>The finite values of a figure: how many, the smallest and the largest.</summary>
/// <param name="Min">NaN when there is none; so is <paramref name="Max"/>.</param>
internal readonly record struct ValueRange(int Count, double Min, double Max)
{
    public double Spread => Max - Min;

    public static ValueRange Of(ReadOnlySpan<double> values)
    {
        (int count, double min, double max) = (0, double.NaN, double.NaN);
        foreach (double value in values)
        {
            if (!double.IsFinite(value))
                continue;
            min = count == 0 ? value : Math.Min(min, value);
            max = count == 0 ? value : Math.Max(max, value);
            count++;
        }
        return new ValueRange(count, min, max);
    }
}
