namespace BenchWorker.Figures;

/// <summary>What a colour bar says: its title, how its numbers are written, and how cells without data are called.</summary>
/// <param name="NoDataLabel">Null where no cell lacks data.</param>
/// <param name="Ends">Names the two ends best and worst unless neither is.</param>
internal sealed record ScaleKey(string Title, NumberFormat Format, string? NoDataLabel, TickKind Kind = TickKind.Value, Better Ends = Better.Neither)
{
    private const int MostDecimals = 3;

    /// <summary>Positions along the bar in [0, 1] with their texts, ascending; no text twice.</summary>
    public IReadOnlyList<(double Position, string Text)> Ticks(ColourScale scale, int most)
    {
        (string low, string high) = EndNames;
        if (Kind is TickKind.Place)
            return Ends is Better.Neither ? [(0, "lowest"), (1, "highest")] : [(0, low), (1, high)];
        IReadOnlyList<double> ticks = ScaleTicks.Of(scale, most);
        if (Kind is TickKind.Count)
            ticks = [.. ticks.Where(double.IsInteger)];
        NumberFormat format = Kind is TickKind.Deviation ? NumberFormat.For([.. ticks]) : Format with { Decimals = DecimalsFor(ticks) };
        string Name(int tick) => ticks.Count == 1 || Ends is Better.Neither ? "" : tick == 0 ? $" {low}" : tick == ticks.Count - 1 ? $" {high}" : "";
        return [.. ticks.Select((tick, i) => (scale.Position(tick), (Kind is TickKind.Deviation ? Deviation(tick, format) : format.Write(tick)) + Name(i)))];
    }

    /// <summary>Decimals of the ticks' numbers.</summary>
    public int DecimalsFor(ColourScale scale, int most) => Kind is TickKind.Value ? DecimalsFor(ScaleTicks.Of(scale, most)) : Format.Decimals;

    /// <summary>What the two ends are called where one is better.</summary>
    private (string Low, string High) EndNames => Ends is Better.Lower ? ("best", "worst") : ("worst", "best");

    /// <summary>The cells' decimals, or more where the round values between the ends need them.</summary>
    private int DecimalsFor(IReadOnlyList<double> ticks)
    {
        int decimals = Format.Decimals;
        while (!Format.IsTiny && decimals < MostDecimals && ticks.Skip(1).SkipLast(1).Any(tick => Format.InUnits(tick) is var written && Math.Abs(Math.Round(written, decimals) - written) > 1e-9 * Math.Abs(written)))
            decimals++;
        return decimals;
    }

    private static string Deviation(double z, NumberFormat format) => z == 0 ? "μ" : $"μ {(z < 0 ? NumberFormat.Minus : '+')} {format.Write(Math.Abs(z))}σ";
}

/// <summary>What the ticks of a colour bar stand for.</summary>
internal enum TickKind
{
    Value,

    /// <summary>Whole numbers only.</summary>
    Count,

    /// <summary>Distance from a mean in standard deviations.</summary>
    Deviation,

    /// <summary>Place among others, which has two ends and no numbers.</summary>
    Place,
}
