namespace BenchWorker.Figures;

/// <summary>The box that stands for a character which no font holds.</summary>
internal static class MissingGlyph
{
    public const double AdvanceEm = 0.6;

    public static GlyphOutline OutlineEm { get; } = new(
        [
            new(0.06, 0, true), new(0.06, 0.72, true), new(0.54, 0.72, true), new(0.54, 0, true),
            new(0.12, 0.06, true), new(0.48, 0.06, true), new(0.48, 0.66, true), new(0.12, 0.66, true),
        ],
        [4, 8]);
}
