using System.Globalization;

namespace BenchWorker.Figures;

/// <summary>Reads outlines from the tables "glyf" and "loca", simple and composite.</summary>
/// <remarks>OpenType specification, "glyf". A font that refers to itself, or to more parts or points than any real one, is refused.</remarks>
internal sealed class GlyphReader(FontTable glyf, FontTable loca, bool longOffsets, int glyphCount)
{
    private const int MaxDepth = 8;
    private const int MaxParts = 256;
    private const int MaxPoints = 20_000;

    // Bits of a point in a simple glyph.
    private const int OnCurve = 0x01, ShortX = 0x02, ShortY = 0x04, Repeat = 0x08, SameOrPositiveX = 0x10, SameOrPositiveY = 0x20;

    // Bits of a part of a composite glyph.
    private const int WordArguments = 0x01, ArgumentsAreOffsets = 0x02, OneScale = 0x08, MoreParts = 0x20, TwoScales = 0x40, Matrix = 0x80;

    /// <exception cref="InvalidDataException">The outline is damaged.</exception>
    public GlyphOutline Read(int glyph)
    {
        var outline = new Drawing();
        Append(outline, glyph, depth: 0);
        return outline.Points.Count == 0 ? GlyphOutline.Empty : new GlyphOutline([.. outline.Points], [.. outline.Ends]);
    }

    private void Append(Drawing outline, int glyph, int depth)
    {
        if ((uint)glyph >= (uint)glyphCount)
            throw new InvalidDataException(string.Create(CultureInfo.InvariantCulture, $"The font is damaged: glyph {glyph} was asked for, and it holds {glyphCount}."));
        if (depth > MaxDepth || ++outline.Parts > MaxParts)
            throw new InvalidDataException(string.Create(CultureInfo.InvariantCulture, $"The font is damaged: glyph {glyph} is built of more than {MaxParts} parts or of itself."));
        int from = longOffsets ? loca.Offset32(4 * glyph) : 2 * loca.UInt16(2 * glyph);
        int to = longOffsets ? loca.Offset32((4 * glyph) + 4) : 2 * loca.UInt16((2 * glyph) + 2);
        if (to <= from)
            return;
        FontTable data = glyf.Slice(from, to - from);
        int contours = data.Int16(0);
        if (contours >= 0)
            AppendSimple(outline, data, contours);
        else
            AppendComposite(outline, data, depth);
    }

    private static void AppendSimple(Drawing outline, FontTable data, int contours)
    {
        if (contours == 0)
            return;
        int count = data.UInt16(10 + (2 * (contours - 1))) + 1;
        int origin = outline.Points.Count;
        if (origin + count > MaxPoints)
            throw new InvalidDataException(string.Create(CultureInfo.InvariantCulture, $"The font is damaged: a glyph has more than {MaxPoints} points."));
        for (int i = 0, last = 0; i < contours; i++)
        {
            int end = data.UInt16(10 + (2 * i)) + 1;
            if (end < last || end > count)
                throw new InvalidDataException("The font is damaged: the contours of a glyph do not follow one another.");
            outline.Ends.Add(origin + end);
            last = end;
        }
        int at = 10 + (2 * contours);
        at += 2 + data.UInt16(at);
        byte[] flags = Flags(data, count, ref at);
        int[] xs = Coordinates(data, flags, ShortX, SameOrPositiveX, ref at);
        int[] ys = Coordinates(data, flags, ShortY, SameOrPositiveY, ref at);
        for (int i = 0; i < count; i++)
            outline.Points.Add(new OutlinePoint(xs[i], ys[i], (flags[i] & OnCurve) != 0));
    }

    private static byte[] Flags(FontTable data, int count, ref int at)
    {
        byte[] flags = new byte[count];
        for (int i = 0; i < count;)
        {
            byte flag = data.Byte(at++);
            int times = (flag & Repeat) != 0 ? data.Byte(at++) + 1 : 1;
            for (; times > 0 && i < count; times--)
                flags[i++] = flag;
        }
        return flags;
    }

    private static int[] Coordinates(FontTable data, byte[] flags, int isShort, int sameOrPositive, ref int at)
    {
        int[] values = new int[flags.Length];
        for (int i = 0, value = 0; i < flags.Length; i++)
        {
            bool bit = (flags[i] & sameOrPositive) != 0;
            if ((flags[i] & isShort) != 0)
            {
                value += bit ? data.Byte(at) : -data.Byte(at);
                at++;
            }
            else if (!bit)
            {
                value += data.Int16(at);
                at += 2;
            }
            values[i] = value;
        }
        return values;
    }

    private void AppendComposite(Drawing outline, FontTable data, int depth)
    {
        for (int at = 10, flags = MoreParts; (flags & MoreParts) != 0;)
        {
            flags = data.UInt16(at);
            int part = data.UInt16(at + 2);
            bool words = (flags & WordArguments) != 0;
            double dx = words ? data.Int16(at + 4) : (sbyte)data.Byte(at + 4);
            double dy = words ? data.Int16(at + 6) : (sbyte)data.Byte(at + 5);
            at += words ? 8 : 6;
            if ((flags & ArgumentsAreOffsets) == 0)
                (dx, dy) = (0, 0); // Parts joined at points by number do not occur in fonts of the last decades.
            (double xx, double xy, double yx, double yy) = Transform(data, flags, ref at);
            int start = outline.Points.Count;
            Append(outline, part, depth + 1);
            for (int i = start; i < outline.Points.Count; i++)
            {
                OutlinePoint p = outline.Points[i];
                outline.Points[i] = p with { X = (p.X * xx) + (p.Y * yx) + dx, Y = (p.X * xy) + (p.Y * yy) + dy };
            }
        }
    }

    private static (double XX, double XY, double YX, double YY) Transform(FontTable data, int flags, ref int at)
    {
        int first = at;
        double Scale(int k) => data.Int16(first + (2 * k)) / 16384.0;
        switch (flags & (OneScale | TwoScales | Matrix))
        {
            case OneScale:
                at += 2;
                return (Scale(0), 0, 0, Scale(0));
            case TwoScales:
                at += 4;
                return (Scale(0), 0, 0, Scale(1));
            case Matrix:
                at += 8;
                return (Scale(0), Scale(1), Scale(2), Scale(3));
            default:
                return (1, 0, 0, 1);
        }
    }

    private sealed class Drawing
    {
        public List<OutlinePoint> Points { get; } = [];

        public List<int> Ends { get; } = [];

        public int Parts { get; set; }
    }
}
