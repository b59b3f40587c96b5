using System.Globalization;
using System.Text;

namespace BenchWorker.Site;

/// <summary>Writes RFC 4180 with <c>\n</c> line ends. A text that a spreadsheet would take for a formula gets an apostrophe in front.</summary>
internal sealed class CsvText
{
    private readonly StringBuilder text = new();
    private bool lineBegun;

    public CsvText Field(string? value)
    {
        value ??= "";
        return Raw(value.Length > 0 && value[0] is '=' or '+' or '-' or '@' or '\t' or '\r' ? "'" + value : value);
    }

    /// <summary>Shortest decimal that reads back as the same double; empty for none.</summary>
    public CsvText Field(double? value) => Raw(value?.ToString("R", CultureInfo.InvariantCulture) ?? "");

    public CsvText Field(long? value) => Raw(value?.ToString(CultureInfo.InvariantCulture) ?? "");

    /// <summary>A number that is text already.</summary>
    public CsvText Number(string value) => Raw(value);

    public CsvText EndLine()
    {
        text.Append('\n');
        lineBegun = false;
        return this;
    }

    public override string ToString() => text.ToString();

    private CsvText Raw(string value)
    {
        if (lineBegun)
            text.Append(',');
        lineBegun = true;
        if (value.AsSpan().ContainsAny(",\"\n\r"))
            text.Append('"').Append(value.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
        else
            text.Append(value);
        return this;
    }
}
