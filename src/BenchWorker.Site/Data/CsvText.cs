using System.Buffers;
using System.Globalization;
using System.Text;

namespace BenchWorker.Site;

/// <summary>Writes RFC 4180 in UTF-8 with <c>\n</c> line ends. A text that a spreadsheet would take for a formula gets an apostrophe in front.</summary>
internal sealed class CsvText
{
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
    public CsvText Field(double? value) => Raw(value?.ToString("R", CultureInfo.InvariantCulture) ?? "");

    public CsvText Field(long? value) => Raw(value?.ToString(CultureInfo.InvariantCulture) ?? "");

    public CsvText EndLine()
    {
        Write("\n");
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
        if (lineBegun)
            Write(",");
        lineBegun = true;
        Write(value.AsSpan().ContainsAny(",\"\n\r") ? $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : value);
        return this;
    }

    private void Write(string value)
    {
        int most = Encoding.UTF8.GetMaxByteCount(value.Length);
        if (length + most > room.Length)
        {
            byte[] larger = ArrayPool<byte>.Shared.Rent(2 * (length + most));
            room.AsSpan(0, length).CopyTo(larger);
            ArrayPool<byte>.Shared.Return(room);
            room = larger;
        }

        length += Encoding.UTF8.GetBytes(value, room.AsSpan(length));
    }
}
