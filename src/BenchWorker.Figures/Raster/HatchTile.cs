namespace BenchWorker.Figures;

/// <summary>Diagonal lines that rise to the right, one logical pixel wide and a whole number of logical pixels apart along both axes.</summary>
internal static class HatchTile
{
    /// <summary>Distance between lines along either axis: the wanted one, as a whole number, at least 3 px.</summary>
    public static int PeriodPx(double spacingPx) => (int)Math.Clamp(Math.Round(spacingPx), 3, 64);

    /// <summary>Coverage of the pixels whose x + y leave each remainder by the period; the pattern depends on nothing else.</summary>
    /// <param name="scale">Device pixels a logical pixel.</param>
    /// <returns>One byte for each device pixel of a period.</returns>
    public static byte[] Coverage(int periodPx, int scale)
    {
        int period = periodPx * scale;
        double reach = scale / Math.Sqrt(2); // Half the line's width, measured along the axis: (scale / 2) * sqrt 2.
        byte[] coverage = new byte[period];
        for (int remainder = 0; remainder < period; remainder++)
        {
            double covered = 0;
            for (int k = -1; k <= 1; k++)
                covered += Below((k * period) + reach - remainder) - Below((k * period) - reach - remainder);
            coverage[remainder] = (byte)((Math.Min(covered, 1) * 255) + 0.5);
        }
        return coverage;
    }

    /// <summary>The part of the unit square where x + y lies below a sum.</summary>
    private static double Below(double sum) => sum switch
    {
        <= 0 => 0,
        <= 1 => sum * sum / 2,
        <= 2 => 1 - ((2 - sum) * (2 - sum) / 2),
        _ => 1,
    };
}
