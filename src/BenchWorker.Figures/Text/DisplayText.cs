using System.Globalization;
using System.Text;

namespace BenchWorker.Figures;

/// <summary>What of a text is drawn. Names come from other people: nothing in them may vanish unseen, reorder its surroundings or break a line.</summary>
public static class DisplayText
{
    private static readonly Rune Space = new(' ');

    /// <summary>
    /// Tabs and line ends become spaces; other control characters, lone surrogates and code points that mean nothing become U+FFFD; marks of
    /// direction, joiners and variation selectors, which draw nothing themselves, are dropped.
    /// </summary>
    public static string Of(string text) => IsPlain(text) ? text : Cleaned(text);

    /// <summary>Whether a code point draws on top of the one before it and takes no room.</summary>
    internal static bool IsMark(Rune rune) =>
        rune.Value >= 0x300 && Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark;

    private static bool IsPlain(string text)
    {
        foreach (char c in text)
        {
            if (c is < ' ' or (>= '\u007F' and < '\u00A0') or '\u00AD' or >= '\u0300')
                return false;
        }
        return true;
    }

    private static string Cleaned(string text)
    {
        var cleaned = new StringBuilder(text.Length);
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (Shown(rune) is { } shown)
                cleaned.Append(shown);
        }
        return cleaned.ToString();
    }

    private static Rune? Shown(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.Control => rune.Value is '\t' or '\n' or '\r' ? Space : Rune.ReplacementChar,
        UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => Space,
        UnicodeCategory.Format => null,
        UnicodeCategory.Surrogate => Rune.ReplacementChar,
        UnicodeCategory.OtherNotAssigned => rune.Value is 0xFFFE or 0xFFFF ? Rune.ReplacementChar : rune,
        UnicodeCategory.NonSpacingMark when rune.Value is (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF) => null,
        _ => rune,
    };
}
