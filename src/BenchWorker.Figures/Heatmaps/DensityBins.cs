namespace BenchWorker.Figures;

/// <summary>Equal bins along both axes of a density.</summary>
/// <param name="Start">Lower edge of the first bin.</param>
/// <param name="Width">Of a bin, above 0.</param>
/// <param name="Low">Least value of the domain; <paramref name="High"/> its greatest. The bins cover both.</param>
/// <param name="Lattice">Steps between Low and High on which the values lie; null where they lie on none.</param>
internal sealed record DensityBins(double Start, double Width, int Count, double Low, double High, int? Lattice)
{
    private const int FewestBins = 20, MostBins = 60, MostLatticeBins = 40, FinestLattice = 200;

    /// <summary>Share of the values that must lie on a lattice.</summary>
    private const double OnLattice = 0.999;

    /// <summary>Of a step; values on the edge of two bins differ from it by rounding only.</summary>
    private const double EdgeTolerance = 1e-6;

    public double End => Start + (Width * Count);

    /// <summary>Lattice points that the last bin holds fewer than the others.</summary>
    public int ShortBy => Lattice is { } steps ? ((int)Math.Round(Width * steps / (High - Low)) * Count) - (steps + 1) : 0;

    /// <summary>The bin of a value; values beyond the ends fall into the outermost.</summary>
    public int IndexOf(double value) => (int)Math.Clamp(Math.Floor(((value - Start) / Width) + EdgeTolerance), 0, Count - 1);

    public bool IsOutside(double value) => value < Low - (EdgeTolerance * Width) || value > High + (EdgeTolerance * Width);

    /// <summary>Where a value stands along an axis, 0 at its start to 1 at its end.</summary>
    public double Position(double value) => Math.Clamp((value - Start) / (Width * Count), 0, 1);

    /// <summary>What stands in each bin, lowest first: the one value of a lattice, or from where to where.</summary>
    public IEnumerable<string> Names()
    {
        bool single = Lattice is { } steps && Math.Round(Width * steps / (High - Low)) == 1;
        double[] at = [.. Enumerable.Range(0, single ? Count : Count + 1).Select(i => Start + ((single ? i + 0.5 : i) * Width))];
        NumberFormat format = NumberFormat.For(at);
        return single ? at.Select(format.Write) : at.Zip(at.Skip(1), (from, to) => $"{format.Write(from)} to {format.Write(to)}");
    }

    /// <param name="values">Of both axes; finite.</param>
    public static DensityBins For(double[] values, (double Low, double High)? domain, int? bins)
    {
        ValueRange range = ValueRange.Of(values);
        (double low, double high) = domain ?? (range.Count == 0 ? (0, 1) : (range.Min, range.Max));
        if (!(high > low) || !double.IsFinite((high - low) * 4))
            (low, high) = Widened(low, high);
        if (bins is { } given)
            return new DensityBins(low, (high - low) / given, given, low, high, null);
        if (LatticeOf(values, low, high) is { } steps)
            return Centred(low, high, steps);
        int count = Math.Clamp(FreedmanDiaconis(values, high - low), FewestBins, MostBins);
        return new DensityBins(low, (high - low) / count, count, low, high, null);
    }

    /// <summary>Equal or absurdly distant ends still make an axis.</summary>
    private static (double Low, double High) Widened(double low, double high)
    {
        if (high > low)
            return (low / 16, high / 16);
        double half = Math.Max(0.5, Math.Abs(low) * 0.01);
        return double.IsFinite(low + half) && double.IsFinite(low - half) ? (low - half, low + half) : (low * 0.5, low == 0 ? 1 : low * 0.75);
    }

    /// <summary>The coarsest division of the domain on which nearly all values lie.</summary>
    private static int? LatticeOf(double[] values, double low, double high)
    {
        double[] inside = [.. values.Where(value => value >= low && value <= high).Select(value => (value - low) / (high - low)).Distinct()];
        if (inside.Length < 2)
            return null;
        for (int steps = 1; steps <= FinestLattice; steps++)
        {
            if (inside.Count(share => Math.Abs((share * steps) - Math.Round(share * steps)) <= EdgeTolerance) >= OnLattice * inside.Length)
                return steps;
        }
        return null;
    }

    /// <summary>One bin around each lattice point, or around several neighbours where there are many.</summary>
    private static DensityBins Centred(double low, double high, int steps)
    {
        int points = steps + 1;
        int least = (points + MostLatticeBins - 1) / MostLatticeBins;
        // A factor that divides the points leaves no narrower last bin.
        int factor = Enumerable.Range(least, least + 1).FirstOrDefault(factor => points % factor == 0, least);
        double step = (high - low) / steps;
        return new DensityBins(low - (step / 2), step * factor, (points + factor - 1) / factor, low, high, steps);
    }

    private static int FreedmanDiaconis(double[] values, double span)
    {
        if (values.Length == 0)
            return FewestBins;
        double[] sorted = [.. values.Order()];
        double quartiles = sorted[sorted.Length * 3 / 4] - sorted[sorted.Length / 4];
        double width = 2 * quartiles / Math.Cbrt(sorted.Length);
        return width > 0 ? (int)Math.Clamp(Math.Ceiling(span / width), 1, MostBins) : MostBins;
    }
}
