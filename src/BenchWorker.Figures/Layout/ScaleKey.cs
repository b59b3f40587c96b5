namespace BenchWorker.Figures;

/// <summary>What a colour bar says: its title, how its numbers are written, and how cells without data are called.</summary>
/// <param name="NoDataLabel">Null where no cell lacks data.</param>
/// <param name="IsZ">Ticks are distances from a mean in standard deviations.</param>
internal sealed record ScaleKey(string Title, NumberFormat Format, string? NoDataLabel, bool Signed = false, bool IsZ = false)
{
    private const int MostDecimals = 3;

    /// <summary>Positions along the bar in [0, 1] with their texts, ascending; no text twice.</summary>
    public IReadOnlyList<(double Position, string Text)> Ticks(ColourScale scale, int most)
    {
        IReadOnlyList<double> ticks = ScaleTicks.Of(scale, most);
        NumberFormat format = IsZ ? NumberFormat.For([.. ticks]) : AtLeastExact(ticks);
        return [.. ticks.Select(tick => (scale.Position(tick), IsZ ? Deviation(tick, format) : Signed ? format.WriteSigned(tick) : format.Write(tick)))];
    }

    /// <summary>The cells' decimals, or more where the round values between the ends need them.</summary>
    private NumberFormat AtLeastExact(IReadOnlyList<double> ticks)
    {
        if (Format.IsTiny)
            return Format;
        int decimals = Format.Decimals;
        while (decimals < MostDecimals && ticks.Skip(1).SkipLast(1).Any(tick => Math.Abs(Math.Round(tick, decimals) - tick) > 1e-9 * Math.Abs(tick)))
            decimals++;
        return Format with { Decimals = decimals };
    }

    private static string Deviation(double z, NumberFormat format) => z == 0 ? "μ" : format.WriteSigned(z) + "σ";
}
