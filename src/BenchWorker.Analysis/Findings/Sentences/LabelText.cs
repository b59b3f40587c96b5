using System.Globalization;
using System.Text;

namespace BenchWorker.Analysis;

/// <summary>Labels come from a database and are hostile until they passed through here.</summary>
public static class LabelText
{
    /// <summary>Characters that Markdown, its usual extensions or HTML could read as more than themselves.</summary>
    private const string Special = "\\`*{}[]#|~$!^=\"'";

    /// <summary>The label on one line without control, bidirectional or other invisible characters.</summary>
    public static string Plain(string label)
    {
        if (!label.Any(static c => NeedsCleaning(c)))
            return label;
        StringBuilder clean = new(label.Length);
        for (int i = 0; i < label.Length; i++)
        {
            if (char.IsSurrogatePair(label, i))
                clean.Append(label[i]).Append(label[++i]);
            else
                clean.Append(Clean(label[i]));
        }

        return clean.ToString();
    }

    /// <summary>The label as Markdown that renders to exactly its characters, anywhere: in a sentence, a list or a table cell.</summary>
    public static string Markdown(string label)
    {
        string plain = Plain(label);
        if (!plain.StartsWith(' ') && !plain.AsSpan().ContainsAnyExcept(Harmless))
            return plain;
        StringBuilder text = new(plain.Length + 8);
        for (int i = 0; i < plain.Length; i++)
        {
            text.Append(plain[i] switch
            {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                '_' when Inside(plain, i) => "_",
                // Neither a mention nor an address: pass@1.
                '@' when Inside(plain, i) && plain.IndexOf('.', i) < 0 => "@",
                '_' or '@' => "\\" + plain[i],
                ':' when i + 1 < plain.Length && plain[i + 1] == '/' => "\\:",
                '.' when OpensList(plain, i) || plain.AsSpan(0, i).EndsWith("www", StringComparison.OrdinalIgnoreCase) => "\\.",
                ')' when OpensList(plain, i) => "\\)",
                '+' or '-' when i == 0 => "\\" + plain[i],
                // Four at the start of a line would open a code block.
                ' ' when i == 0 => "&#32;",
                char c when Special.Contains(c) => "\\" + c,
                char c => c.ToString(),
            });
        }

        return text.ToString();
    }

    /// <summary>"a", "a and b", "a, b and c".</summary>
    public static string List(IReadOnlyList<string> names) => names.Count switch
    {
        0 => "",
        1 => names[0],
        _ => string.Join(", ", names.Take(names.Count - 1)) + " and " + names[^1],
    };

    private static readonly System.Buffers.SearchValues<char> Harmless =
        System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 ");

    private static bool Inside(string text, int i) =>
        i > 0 && i + 1 < text.Length && char.IsAsciiLetterOrDigit(text[i - 1]) && char.IsAsciiLetterOrDigit(text[i + 1]);

    /// <summary>"2." or "2)" at the start of a line would open a list.</summary>
    private static bool OpensList(string text, int i) =>
        i is > 0 and < 10 && text.AsSpan(0, i).IndexOfAnyExceptInRange('0', '9') < 0 && (i + 1 == text.Length || text[i + 1] == ' ');

    private static bool NeedsCleaning(char c) => char.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.Format
        or UnicodeCategory.Surrogate or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse;

    private static char Clean(char c) => !NeedsCleaning(c) ? c : char.IsWhiteSpace(c) ? ' ' : '\uFFFD';
}
