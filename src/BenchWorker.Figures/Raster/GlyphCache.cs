using System.Collections.Concurrent;

namespace BenchWorker.Figures;

/// <summary>Masks of glyphs already painted; figures repeat a few digits thousands of times. Safe to share between threads.</summary>
internal sealed class GlyphCache(ICoverage coverage)
{
    /// <summary>Some hundred figures' worth; beyond that it starts anew, so that strange texts cannot fill the memory.</summary>
    private const int Capacity = 8192;

    private readonly ConcurrentDictionary<Key, GlyphMask> masks = new();

    /// <param name="offset">Place of the origin within its pixel, in quarters of a pixel.</param>
    public GlyphMask this[PlacedGlyph glyph, double sizePx, Turn turn, (int X, int Y) offset]
    {
        get
        {
            var key = new Key(glyph.Font, glyph.Glyph, sizePx, turn, offset);
            if (masks.TryGetValue(key, out GlyphMask? mask))
                return mask;
            if (masks.Count >= Capacity)
                masks.Clear();
            return masks[key] = coverage.Glyph(glyph, sizePx, turn, offset);
        }
    }

    private readonly record struct Key(TrueTypeFont? Font, int Glyph, double SizePx, Turn Turn, (int X, int Y) Offset);
}
