namespace BenchWorker.Figures;

/// <summary>A glyph and the place of its origin, in em from the start of the run; y upwards.</summary>
/// <param name="Font">Null for a character that no font holds: a box stands in for it.</param>
public readonly record struct PlacedGlyph(TrueTypeFont? Font, int Glyph, double XEm, double YEm);

/// <summary>A text as glyphs from left to right.</summary>
/// <param name="AdvanceEm">Width of the whole run.</param>
public sealed record GlyphRun(IReadOnlyList<PlacedGlyph> Glyphs, double AdvanceEm);
