namespace BenchWorker.Figures;

/// <summary>How a cell without data looks: a ground, and lines across it where cells are large enough to show them.</summary>
public readonly record struct NoDataLook(Rgb Ground, Rgb? Line)
{
    /// <summary>OKLab distance that the ground keeps from every used colour; below it only the lines tell.</summary>
    public const double ClearDistance = 0.05;

    /// <summary>Cells smaller than this, in px, show no lines.</summary>
    public const double LeastHatchPx = 9;

    private static readonly NoDataLook[] Hatched =
    [
        new(Rgb.Parse("f4f4f4"), Rgb.Parse("dadada")), new(Rgb.Parse("e6e6e6"), Rgb.Parse("c4c4c4")), new(Rgb.Parse("d0d0d0"), Rgb.Parse("adadad")),
    ];

    private static readonly NoDataLook[] HatchedOnDark =
    [
        new(Rgb.Parse("21262d"), Rgb.Parse("3d444d")), new(Rgb.Parse("30363d"), Rgb.Parse("4f5761")), new(Rgb.Parse("484f58"), Rgb.Parse("6e7681")),
    ];

    private static readonly NoDataLook[] Flat =
    [
        .. new[] { "e6e6e6", "d0d0d0", "ffffff", "b0b0b0", "8c8c8c", "606060", "404040", "21262d", "000000", "ffc0cb", "c8b8e8" }
            .Select(static hex => new NoDataLook(Rgb.Parse(hex), null)),
    ];

    /// <summary>The first look that is clear of every used colour; else the one farthest from all of them.</summary>
    /// <param name="used">Colours of cells that hold data.</param>
    /// <param name="cellPx">The smaller side of a cell.</param>
    public static NoDataLook Choose(IEnumerable<Rgb> used, double cellPx, Theme theme)
    {
        OkLab[] taken = [.. used.Select(OkLab.From)];
        bool hatch = cellPx >= LeastHatchPx && theme.HatchesNoData;
        NoDataLook[] looks = hatch ? (theme.IsDark ? HatchedOnDark : Hatched) : Flat;
        NoDataLook farthest = looks.MaxBy(look => Clearance(look.Ground, taken));
        foreach (NoDataLook look in looks.OrderByDescending(look => !hatch && look.Ground == theme.NoData))
        {
            if (Clearance(look.Ground, taken) >= ClearDistance)
                return look;
        }
        return farthest;
    }

    /// <summary>OKLab distance to the nearest used colour; infinite where there is none.</summary>
    internal static double Clearance(Rgb ground, OkLab[] taken)
    {
        OkLab look = OkLab.From(ground);
        return taken.Length == 0 ? double.PositiveInfinity : taken.Min(look.DistanceTo);
    }
}
