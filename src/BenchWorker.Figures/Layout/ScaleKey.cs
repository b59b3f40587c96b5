namespace BenchWorker.Figures;

/// <summary>What a colour bar says: its title, how its numbers are written, and how cells without data are called.</summary>
/// <param name="NoDataLabel">Null where no cell lacks data.</param>
/// <param name="IsZ">Ticks are distances from a mean in standard deviations.</param>
/// <param name="IsWhole">Values are counts: only whole numbers are written.</param>
/// <param name="Ends">Names the two ends best and worst unless neither is.</param>
internal sealed record ScaleKey(string Title, NumberFormat Format, string? NoDataLabel, bool IsZ = false, Better Ends = Better.Neither, bool IsWhole = false)
{
    private const int MostDecimals = 3;

    /// <summary>What the two ends are called where one is better.</summary>
    private (string Low, string High) EndNames => Ends switch
    {
        Better.Higher => (" worst", " best"),
        Better.Lower => (" best", " worst"),
        _ => ("", ""),
    };

    /// <summary>Positions along the bar in [0, 1] with their texts, ascending; no text twice.</summary>
    public IReadOnlyList<(double Position, string Text)> Ticks(ColourScale scale, int most)
    {
        IReadOnlyList<double> ticks = ScaleTicks.Of(scale, most);
        if (IsWhole)
            ticks = [.. ticks.Where(double.IsInteger)];
        NumberFormat format = IsZ ? NumberFormat.For([.. ticks]) : AtLeastExact(ticks);
        return [.. ticks.Select((tick, i) => (scale.Position(tick), Text(tick, format) + (ticks.Count == 1 ? "" : i == 0 ? EndNames.Low : i == ticks.Count - 1 ? EndNames.High : "")))];
    }

    private string Text(double tick, NumberFormat format) =>
        IsZ ? Deviation(tick, format) : format.Write(tick);

    /// <summary>The cells' decimals, or more where the round values between the ends need them.</summary>
    private NumberFormat AtLeastExact(IReadOnlyList<double> ticks)
    {
        if (Format.IsTiny)
            return Format;
        int decimals = Format.Decimals;
        while (decimals < MostDecimals && ticks.Skip(1).SkipLast(1).Any(tick => Format.InUnits(tick) is var written && Math.Abs(Math.Round(written, decimals) - written) > 1e-9 * Math.Abs(written)))
            decimals++;
        return Format with { Decimals = decimals };
    }

    private static string Deviation(double z, NumberFormat format) => z == 0 ? "μ" : $"μ {(z < 0 ? NumberFormat.Minus : '+')} {format.Write(Math.Abs(z))}σ";
}
