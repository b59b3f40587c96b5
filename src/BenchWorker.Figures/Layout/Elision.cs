using System.Globalization;

namespace BenchWorker.Figures;

/// <summary>Shortens texts in the middle: model names share their beginnings and differ at their ends.</summary>
internal static class Elision
{
    public const string Mark = "…";

    /// <summary>Longer texts are cut to this before anything is measured; no label shows so many characters.</summary>
    private const int LongestMeasured = 400;

    /// <summary>The text, or as much of its two ends as fits around an ellipsis.</summary>
    public static string Middle(string text, double widthPx, Func<string, double> width, double headShare = 0.5)
    {
        string bounded = Bounded(text);
        if (ReferenceEquals(bounded, text) && width(text) <= widthPx)
            return text;
        int kept = LongestFitting(bounded, widthPx, width, (whole, length) => Join(whole, length, headShare));
        return Join(bounded, kept, headShare);
    }

    /// <summary>
    /// Shortens each text to fit and keeps different texts different where the width allows it: first by other shares of beginning and end,
    /// then by a number.
    /// </summary>
    public static string[] Distinct(IReadOnlyList<string> texts, double widthPx, Func<string, double> width)
    {
        string[] shown = [.. texts.Select(text => Middle(text, widthPx, width))];
        foreach (double headShare in (ReadOnlySpan<double>)[0.25, 0.75, 0.05])
        {
            bool[] clashes = Clashing(texts, shown);
            if (!clashes.Contains(true))
                return shown;
            string[] other = [.. texts.Select((text, i) => clashes[i] ? Middle(text, widthPx, width, headShare) : shown[i])];
            if (Clashing(texts, other).Count(static clash => clash) < clashes.Count(static clash => clash))
                shown = other;
        }
        Number(texts, shown, widthPx, width);
        return shown;
    }

    /// <summary>The largest count, at text element boundaries, for which what <paramref name="shorten"/> makes of the text fits.</summary>
    internal static int LongestFitting(string text, double widthPx, Func<string, double> width, Func<string, int, string> shorten)
    {
        (int fits, int tooMany) = (0, text.Length + 1);
        while (fits + 1 < tooMany)
        {
            int middle = (fits + tooMany) / 2;
            if (width(shorten(text, middle)) <= widthPx)
                fits = middle;
            else
                tooMany = middle;
        }
        return BoundaryAtOrBefore(text, fits);
    }

    private static string Join(string text, int kept, double headShare)
    {
        if (kept >= text.Length)
            return text;
        int head = BoundaryAtOrBefore(text, (int)Math.Ceiling(kept * headShare));
        int tail = BoundaryAtOrAfter(text, text.Length - (kept - head));
        return text[..head].TrimEnd(' ', '.') + Mark + text[tail..].TrimStart(' ', '.');
    }

    private static void Number(IReadOnlyList<string> texts, string[] shown, double widthPx, Func<string, double> width)
    {
        bool[] clashes = Clashing(texts, shown);
        for (int i = 0; i < shown.Length; i++)
        {
            if (!clashes[i])
                continue;
            string number = string.Create(CultureInfo.InvariantCulture, $" #{i + 1}");
            shown[i] = Middle(texts[i], Math.Max(0, widthPx - width(number)), width) + number;
        }
    }

    /// <summary>Which texts are shown the same as another, different text.</summary>
    private static bool[] Clashing(IReadOnlyList<string> texts, string[] shown)
    {
        var first = new Dictionary<string, string>(StringComparer.Ordinal);
        var ambiguous = new HashSet<string>(StringComparer.Ordinal);
        for (int i = 0; i < shown.Length; i++)
        {
            if (!first.TryAdd(shown[i], texts[i]) && !string.Equals(first[shown[i]], texts[i], StringComparison.Ordinal))
                ambiguous.Add(shown[i]);
        }
        return [.. shown.Select(ambiguous.Contains)];
    }

    private static string Bounded(string text)
    {
        if (text.Length <= LongestMeasured)
            return text;
        int half = LongestMeasured / 2;
        return text[..BoundaryAtOrBefore(text, half)] + Mark + text[BoundaryAtOrAfter(text, text.Length - half)..];
    }

    private static bool IsBoundary(string text, int index) =>
        index <= 0 || index >= text.Length || !(char.IsLowSurrogate(text[index])
            || CharUnicodeInfo.GetUnicodeCategory(text, index) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark);

    private static int BoundaryAtOrBefore(string text, int index)
    {
        while (!IsBoundary(text, index))
            index--;
        return index;
    }

    private static int BoundaryAtOrAfter(string text, int index)
    {
        while (!IsBoundary(text, index))
            index++;
        return index;
    }
}
