using System.Numerics;

namespace BenchWorker.Figures;

/// <summary>How the rows of a PNG are prepared for compression; the values are those of the format.</summary>
internal enum RowFilter : byte
{
    /// <summary>As they are.</summary>
    None = 0,

    /// <summary>As differences to the pixel on the left; a row equal to the one above it as differences to that, which are all zero.</summary>
    Left = 1,

    /// <summary>As differences to the row above.</summary>
    Above = 2,
}

/// <summary>Filters the rows of an image.</summary>
/// <param name="stride">Bytes a row.</param>
/// <param name="step">Bytes a pixel.</param>
internal readonly struct FilteredRows(byte[] samples, int stride, int step, RowFilter filter)
{
    /// <summary>Writes the filter's number and the filtered row; <paramref name="line"/> has room for stride + 1 bytes.</summary>
    public void Read(int y, Span<byte> line)
    {
        ReadOnlySpan<byte> row = samples.AsSpan(y * stride, stride);
        ReadOnlySpan<byte> above = y == 0 ? [] : samples.AsSpan((y - 1) * stride, stride);
        RowFilter used = filter switch
        {
            RowFilter.Left when y > 0 && row.SequenceEqual(above) => RowFilter.Above,
            RowFilter.Above when y == 0 => RowFilter.None,
            var same => same,
        };
        line[0] = (byte)used;
        Span<byte> filtered = line.Slice(1, stride);
        switch (used)
        {
            case RowFilter.Above:
                Subtract(row, above, filtered);
                break;
            case RowFilter.Left:
                row[..step].CopyTo(filtered);
                Subtract(row[step..], row[..^step], filtered[step..]);
                break;
            default:
                row.CopyTo(filtered);
                break;
        }
    }

    /// <summary>Byte by byte, modulo 256.</summary>
    private static void Subtract(ReadOnlySpan<byte> from, ReadOnlySpan<byte> amount, Span<byte> difference)
    {
        int x = 0;
        for (; x <= from.Length - Vector<byte>.Count; x += Vector<byte>.Count)
            (new Vector<byte>(from[x..]) - new Vector<byte>(amount[x..])).CopyTo(difference[x..]);
        for (; x < from.Length; x++)
            difference[x] = (byte)(from[x] - amount[x]);
    }
}
