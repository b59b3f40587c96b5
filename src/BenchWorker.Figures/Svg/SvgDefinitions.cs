namespace BenchWorker.Figures;

/// <summary>What shapes refer to: hatches and gradients, each written once.</summary>
internal sealed class SvgDefinitions(SvgMarkup svg)
{
    /// <summary>Ramps of fewer colours are drawn as steps; longer ones are meant to look continuous.</summary>
    public const int LeastColoursOfGradient = 25;

    private readonly HashSet<string> written = new(StringComparer.Ordinal);

    public static string Id(DrawingOperation.HatchRectangle hatch) =>
        $"{SvgWriter.IdPrefix}h{Hex(hatch.Ground)}{Hex(hatch.Line)}{HatchTile.PeriodPx(hatch.SpacingPx)}";

    public static string Id(DrawingOperation.GradientRamp ramp)
    {
        var colours = new HashCodeOfColours();
        foreach (Rgb colour in ramp.Colours)
            colours.Add(colour);
        return $"{SvgWriter.IdPrefix}g{(ramp.Vertical ? 'v' : 'h')}{colours.Value:x8}";
    }

    public void Write(IReadOnlyList<DrawingOperation> operations)
    {
        foreach (DrawingOperation operation in operations)
        {
            if (operation is DrawingOperation.HatchRectangle hatch && written.Add(Id(hatch)))
                Write(hatch);
            else if (operation is DrawingOperation.GradientRamp { Colours.Count: >= LeastColoursOfGradient } ramp && written.Add(Id(ramp)))
                Write(ramp);
        }
    }

    private static string Hex(Rgb colour) => colour.ToString()[1..];

    private void Write(DrawingOperation.HatchRectangle hatch)
    {
        int period = HatchTile.PeriodPx(hatch.SpacingPx);
        svg.Raw($"<pattern id=\"{Id(hatch)}\" patternUnits=\"userSpaceOnUse\"").Attribute("width", period).Attribute("height", period)
            .Raw("><rect").Attribute("width", period).Attribute("height", period).Attribute("fill", hatch.Ground)
            .Raw($"/><path d=\"M-1 1L1-1M0 {period}L{period} 0M{period - 1} {period + 1}L{period + 1} {period - 1}\"").Attribute("stroke", hatch.Line)
            .Raw("/></pattern>\n");
    }

    private void Write(DrawingOperation.GradientRamp ramp)
    {
        svg.Raw($"<linearGradient id=\"{Id(ramp)}\"").Raw(ramp.Vertical ? " x1=\"0\" y1=\"1\" x2=\"0\" y2=\"0\">" : ">");
        foreach (int stop in GradientStops.Of(ramp.Colours))
            svg.Raw("<stop offset=\"").Number(100 * (stop + 0.5) / ramp.Colours.Count).Raw("%\"").Attribute("stop-color", ramp.Colours[stop]).Raw("/>");
        svg.Raw("</linearGradient>\n");
    }

    /// <summary>FNV-1a over the channels: the same on every machine, unlike <see cref="HashCode"/>.</summary>
    private ref struct HashCodeOfColours()
    {
        public uint Value { get; private set; } = 2166136261;

        public void Add(Rgb colour)
        {
            foreach (byte channel in (ReadOnlySpan<byte>)[colour.R, colour.G, colour.B])
                Value = (Value ^ channel) * 16777619;
        }
    }
}
