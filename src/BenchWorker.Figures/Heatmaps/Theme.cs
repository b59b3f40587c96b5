namespace BenchWorker.Figures;

/// <summary>Colours of everything that is not data. Colour maps are the same in all themes.</summary>
public sealed record Theme
{
    public static Theme Light { get; } = new()
    {
        Name = "light",
        Background = Rgb.White,
        Text = Rgb.Parse("1f2328"),
        Muted = Rgb.Parse("59636e"),
        Rule = Rgb.Parse("b7bec6"),
        NoData = Rgb.Parse("e6e6e6"),
    };

    public static Theme Dark { get; } = new()
    {
        Name = "dark",
        IsDark = true,
        Background = Rgb.Parse("0d1117"),
        Text = Rgb.Parse("e6edf3"),
        Muted = Rgb.Parse("9198a1"),
        Rule = Rgb.Parse("484f58"),
        NoData = Rgb.Parse("21262d"),
    };

    /// <summary>For journals: black on white, and flat grey instead of patterns.</summary>
    public static Theme Print { get; } = new()
    {
        Name = "print",
        Background = Rgb.White,
        Text = Rgb.Black,
        Muted = Rgb.Parse("404040"),
        Rule = Rgb.Parse("808080"),
        NoData = Rgb.Parse("e6e6e6"),
        HatchesNoData = false,
    };

    public required string Name { get; init; }

    public bool IsDark { get; init; }

    public required Rgb Background { get; init; }

    public required Rgb Text { get; init; }

    /// <summary>Text that may stand back: axis names, notes, ticks. At least 4.5 on the background.</summary>
    public required Rgb Muted { get; init; }

    /// <summary>Thin lines beside data: ticks, brackets, trees.</summary>
    public required Rgb Rule { get; init; }

    /// <summary>Preferred flat colour of cells without data.</summary>
    public required Rgb NoData { get; init; }

    /// <summary>Whether cells without data are hatched where they are large enough.</summary>
    public bool HatchesNoData { get; init; } = true;
}
