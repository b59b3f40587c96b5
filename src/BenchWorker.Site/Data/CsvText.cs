using System.Buffers;
using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace BenchWorker.Site;

/// <summary>Writes RFC 4180 in UTF-8 with <c>\n</c> line ends. A text that a spreadsheet would take for a formula gets an apostrophe in front.</summary>
internal sealed class CsvText
{
    private const int LongestNumber = 32;

    private static readonly SearchValues<char> Quoted = SearchValues.Create(",\"\n\r");

    private byte[] room = ArrayPool<byte>.Shared.Rent(1 << 16);
    private int length;
    private bool lineBegun;

    public CsvText Field(string? value)
    {
        value ??= "";
        return Raw(IsFormula(value) ? "'" + value : value);
    }

    /// <summary>A text that may be a number, which is no formula whatever it begins with.</summary>
    public CsvText FieldOrNumber(string value) =>
        IsFormula(value) && double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out _) ? Raw(value) : Field(value);

    /// <summary>Shortest decimal that reads back as the same double; empty for none.</summary>
    public CsvText Field(double? value) => Number(value);

    public CsvText Field(long? value) => Number(value);

    public CsvText EndLine()
    {
        Room(1)[0] = (byte)'\n';
        length++;
        lineBegun = false;
        return this;
    }

    /// <summary>Ends the text: its room goes back to where it was borrowed, for the next table is as large.</summary>
    public ReadOnlyMemory<byte> ToUtf8()
    {
        byte[] text = room[..length];
        ArrayPool<byte>.Shared.Return(room);
        (room, length) = ([], 0);
        return text;
    }

    private static bool IsFormula(string value) => value.Length > 0 && value[0] is '=' or '+' or '-' or '@' or '\t' or '\r';

    private CsvText Raw(string value)
    {
        Begin();
        string written = value.AsSpan().ContainsAny(Quoted) ? $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : value;
        length += Encoding.UTF8.GetBytes(written, Room(Encoding.UTF8.GetMaxByteCount(written.Length)));
        return this;
    }

    private CsvText Number<T>(T? value)
        where T : struct, IUtf8SpanFormattable
    {
        Begin();
        if (value is not { } number)
            return this;
        if (!number.TryFormat(Room(LongestNumber), out int bytes, default, CultureInfo.InvariantCulture))
            throw new UnreachableException();
        length += bytes;
        return this;
    }

    private void Begin()
    {
        if (lineBegun)
        {
            Room(1)[0] = (byte)',';
            length++;
        }

        lineBegun = true;
    }

    /// <summary>What follows the text, at least so many bytes of it.</summary>
    private Span<byte> Room(int bytes)
    {
        if (length + bytes > room.Length)
        {
            byte[] larger = ArrayPool<byte>.Shared.Rent(2 * (length + bytes));
            room.AsSpan(0, length).CopyTo(larger);
            ArrayPool<byte>.Shared.Return(room);
            room = larger;
        }

        return room.AsSpan(length);
    }
}
