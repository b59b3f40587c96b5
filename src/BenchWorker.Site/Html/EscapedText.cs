using System.Buffers;
using System.Globalization;
using System.Text;

namespace BenchWorker.Site;

/// <summary>Text as HTML and XML may carry it, in elements and in quoted attributes.</summary>
internal static class EscapedText
{
    /// <summary>What nearly all names and sentences are made of, and what needs no second look.</summary>
    private static readonly SearchValues<char> Plain = SearchValues.Create(" !#$%()*+,-./0123456789:;=?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~");

    public static string Of(string? text) => Append(new StringBuilder(), text).ToString();

    /// <summary>As <see cref="Of"/>, keeping line ends; for preformatted text.</summary>
    public static string OfLines(string text) => string.Join('\n', text.ReplaceLineEndings("\n").Split('\n').Select(Of));

    /// <summary>Not escaped, only made visible and fit for XML; line ends stay.</summary>
    public static string VisibleLines(string text)
    {
        StringBuilder output = new(text.Length);
        foreach (Rune rune in text.ReplaceLineEndings("\n").EnumerateRunes())
            _ = rune.Value == '\n' ? output.Append('\n') : AppendVisible(output, rune);
        return output.ToString();
    }

    /// <summary>Characters that would reorder or hide other text are shown by their number; what XML cannot carry becomes U+FFFD.</summary>
    public static StringBuilder Append(StringBuilder output, string? text)
    {
        ReadOnlySpan<char> rest = text;
        int plain = rest.IndexOfAnyExcept(Plain);
        if (plain < 0)
            return output.Append(text);
        output.Append(rest[..plain]);
        foreach (Rune rune in rest[plain..].EnumerateRunes())
        {
            _ = rune.Value switch
            {
                '&' => output.Append("&amp;"),
                '<' => output.Append("&lt;"),
                '>' => output.Append("&gt;"),
                '"' => output.Append("&quot;"),
                '\'' => output.Append("&#39;"),
                _ => AppendVisible(output, rune),
            };
        }

        return output;
    }

    private static StringBuilder AppendVisible(StringBuilder output, Rune rune) => rune.Value switch
    {
        '\n' or '\t' => output.Append(' '),
        int value when IsHidden(value) => output.Append(CultureInfo.InvariantCulture, $"[U+{value:X4}]"),
        int value when value < 0x20 || value is (>= 0x7f and < 0xa0) or 0xfffe or 0xffff => output.Append('\ufffd'),
        _ => AppendRune(output, rune),
    };

    private static StringBuilder AppendRune(StringBuilder output, Rune rune)
    {
        Span<char> units = stackalloc char[2];
        return output.Append(units[..rune.EncodeToUtf16(units)]);
    }

    // Bidirectional embeddings, overrides and isolates, and marks without width; joiners stay, scripts and emoji need them.
    private static bool IsHidden(int value) =>
        value is (>= 0x202a and <= 0x202e) or (>= 0x2066 and <= 0x2069) or 0x200b or 0x200e or 0x200f or 0x2028 or 0x2029 or 0xfeff or 0x061c;
}
