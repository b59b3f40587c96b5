namespace BenchWorker.Figures;

/// <summary>From code points to glyphs: the font's Unicode subtable of format 12, or 4 where there is no other.</summary>
/// <remarks>OpenType specification, "cmap".</remarks>
internal sealed class CharacterMap
{
    private readonly FontTable subtable;
    private readonly bool isFormat12;

    public CharacterMap(FontTable cmap)
    {
        (int Rank, int Offset) best = (0, 0);
        for (int i = 0; i < cmap.UInt16(2); i++)
        {
            int offset = cmap.Offset32(4 + (8 * i) + 4);
            int rank = Rank(cmap.UInt16(4 + (8 * i)), cmap.UInt16(4 + (8 * i) + 2), cmap.UInt16(offset));
            if (rank > best.Rank)
                best = (rank, offset);
        }
        if (best.Rank == 0)
            throw new InvalidDataException("The font has no Unicode character map of format 4 or 12.");
        subtable = cmap.From(best.Offset);
        isFormat12 = subtable.UInt16(0) == 12;
    }

    /// <returns>The glyph of a code point; 0 where the font has none.</returns>
    public int this[int codePoint] => isFormat12 ? Format12(codePoint) : Format4(codePoint);

    private static int Rank(int platform, int encoding, int format) => (platform, encoding, format) switch
    {
        (3, 10, 12) or (0, _, 12) => 2,
        (3, 1, 4) or (0, _, 4) => 1,
        _ => 0,
    };

    private int Format12(int codePoint)
    {
        int low = 0, high = subtable.Offset32(12) - 1;
        while (low <= high)
        {
            int middle = low + ((high - low) / 2);
            int group = checked(16 + (int)Math.Min(12L * middle, int.MaxValue - 28));
            if (codePoint > subtable.UInt32(group + 4))
                low = middle + 1;
            else if (codePoint < subtable.UInt32(group))
                high = middle - 1;
            else
                return (int)Math.Min(subtable.UInt32(group + 8) + (uint)codePoint - subtable.UInt32(group), ushort.MaxValue);
        }
        return 0;
    }

    private int Format4(int codePoint)
    {
        if (codePoint > ushort.MaxValue)
            return 0;
        int doubled = subtable.UInt16(6) & ~1;
        int ends = 14, starts = ends + doubled + 2, deltas = starts + doubled, ranges = deltas + doubled;
        int low = 0, high = (doubled / 2) - 1;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (codePoint > subtable.UInt16(ends + (2 * middle)))
                low = middle + 1;
            else
                high = middle;
        }
        int first = high < 0 ? int.MaxValue : subtable.UInt16(starts + (2 * low));
        if (codePoint < first || codePoint > subtable.UInt16(ends + (2 * low)))
            return 0;
        int delta = subtable.UInt16(deltas + (2 * low));
        int range = subtable.UInt16(ranges + (2 * low));
        if (range == 0)
            return (codePoint + delta) & 0xFFFF;
        int glyph = subtable.UInt16(ranges + (2 * low) + range + (2 * (codePoint - first)));
        return glyph == 0 ? 0 : (glyph + delta) & 0xFFFF;
    }
}
