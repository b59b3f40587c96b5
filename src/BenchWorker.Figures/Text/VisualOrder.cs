using System.Globalization;
using System.Text;

namespace BenchWorker.Figures;

/// <summary>The order in which characters stand from left to right: Hebrew and Arabic stretches are turned round, all else stays.</summary>
/// <remarks>
/// A line always runs from left to right as a whole. This is the part of Unicode's bidirectional algorithm (UAX 9) that a label needs: a stretch
/// from the first right-to-left letter to the last, or to the last number behind it, is reversed; numbers inside it keep their own order.
/// </remarks>
internal static class VisualOrder
{
    public static List<Rune> Of(string text)
    {
        List<Rune> runes = [.. text.EnumerateRunes()];
        for (int i = 0; i < runes.Count; i++)
        {
            if (!IsRightToLeft(runes[i]))
                continue;
            int end = StretchEnd(runes, i);
            Turn(runes, i, end);
            i = end - 1;
        }
        return runes;
    }

    private static bool IsRightToLeft(Rune rune) => rune.Value is >= 0x590 and (
        <= 0x8FF or (>= 0xFB1D and <= 0xFDFF) or (>= 0xFE70 and <= 0xFEFE) or (>= 0x10800 and <= 0x10FFF) or (>= 0x1E800 and <= 0x1EFFF))
        && !IsNumber(rune) && !DisplayText.IsMark(rune);

    private static bool IsNumber(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.DecimalDigitNumber;

    private static int StretchEnd(List<Rune> runes, int start)
    {
        int end = start + 1;
        for (int i = end; i < runes.Count && (IsRightToLeft(runes[i]) || !Rune.IsLetter(runes[i])); i++)
        {
            if (IsRightToLeft(runes[i]) || IsNumber(runes[i]) || (DisplayText.IsMark(runes[i]) && i == end))
                end = i + 1;
        }
        return end;
    }

    private static void Turn(List<Rune> runes, int start, int end)
    {
        runes.Reverse(start, end - start);
        for (int i = start; i < end; i++)
        {
            int first = i;
            while (i < end && (IsNumber(runes[i]) || (i > first && runes[i].Value is '.' or ',' && i + 1 < end && IsNumber(runes[i + 1]))))
                i++;
            runes.Reverse(first, i - first);
        }
        PutMarksAfterTheirLetters(runes, start, end);
    }

    private static void PutMarksAfterTheirLetters(List<Rune> runes, int start, int end)
    {
        for (int i = start; i < end; i++)
        {
            int first = i;
            while (i < end && DisplayText.IsMark(runes[i]))
                i++;
            if (i > first && i < end)
                runes.Reverse(first, i + 1 - first);
        }
    }
}
