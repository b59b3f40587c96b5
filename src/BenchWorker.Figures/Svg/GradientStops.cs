namespace BenchWorker.Figures;

/// <summary>The fewest colours of a ramp between which straight mixing gives all the others.</summary>
internal static class GradientStops
{
    /// <summary>No channel may be off by more than this of 255.</summary>
    private const double Tolerance = 2;

    /// <returns>Indices of the colours to keep, ascending, with the first and the last.</returns>
    public static IReadOnlyList<int> Of(IReadOnlyList<Rgb> colours)
    {
        List<int> stops = [0];
        while (stops[^1] < colours.Count - 1)
        {
            int from = stops[^1], to = from + 1;
            while (to + 1 < colours.Count && IsStraight(colours, from, to + 1))
                to++;
            stops.Add(to);
        }
        return stops;
    }

    private static bool IsStraight(IReadOnlyList<Rgb> colours, int from, int to)
    {
        for (int i = from + 1; i < to; i++)
        {
            double share = (double)(i - from) / (to - from);
            if (Off(colours[i].R, colours[from].R, colours[to].R, share) || Off(colours[i].G, colours[from].G, colours[to].G, share)
                || Off(colours[i].B, colours[from].B, colours[to].B, share))
                return false;
        }
        return true;
    }

    private static bool Off(byte actual, byte from, byte to, double share) => Math.Abs(from + ((to - from) * share) - actual) > Tolerance;
}
