namespace BenchWorker.Figures;

/// <summary>The colour of text on a cell.</summary>
public static class Ink
{
    /// <summary>What WCAG 2.2 AA asks of small text. Black or white reaches 4.58 on any colour, so a cell can always have it.</summary>
    public const double LeastContrast = 4.5;

    private static readonly Rgb Soft = new(0x1a, 0x1a, 0x1a);

    /// <summary>Soft black where it reaches <see cref="LeastContrast"/>, else white where that does, else black.</summary>
    public static Rgb On(Rgb ground)
    {
        if (LinearLight.Contrast(Soft, ground) >= LeastContrast)
            return Soft;
        return LinearLight.Contrast(Rgb.White, ground) >= LeastContrast ? Rgb.White : Rgb.Black;
    }
}
