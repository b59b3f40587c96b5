namespace BenchWorker.Figures;

/// <summary>Breaks a text into lines at spaces and after <c>- _ / . :</c>, the joints of model and task names.</summary>
internal static class LineBreaks
{
    /// <summary>Lines no wider than <paramref name="widthPx"/>, or null where more than <paramref name="most"/> would be needed or a part is too wide.</summary>
    public static IReadOnlyList<string>? Fit(string text, double widthPx, int most, Func<string, double> width)
    {
        var lines = new List<string>();
        string line = "";
        foreach (string part in Parts(text))
        {
            if (width((line + part).TrimEnd()) <= widthPx)
            {
                line += part;
                continue;
            }
            if (line.Length == 0 || lines.Count + 1 == most || width(part.TrimEnd()) > widthPx)
                return null;
            lines.Add(line.TrimEnd());
            line = part.TrimStart();
        }
        lines.Add(line.TrimEnd());
        return lines;
    }

    /// <summary>At most <paramref name="most"/> lines; the last is elided in the middle where the text does not end with it.</summary>
    public static IReadOnlyList<string> Force(string text, double widthPx, int most, Func<string, double> width)
    {
        var lines = new List<string>();
        string rest = text.Trim();
        while (lines.Count + 1 < most && width(rest) > widthPx)
        {
            int cut = Cut(rest, widthPx, width);
            if (cut == 0)
                break;
            lines.Add(rest[..cut].TrimEnd());
            rest = rest[cut..].TrimStart();
        }
        lines.Add(Elision.Middle(rest, widthPx, width));
        return lines;
    }

    /// <summary>Where to cut so that the first part fits: after the last joint that fits, else after the last character that does.</summary>
    private static int Cut(string text, double widthPx, Func<string, double> width)
    {
        int length = Elision.LongestFitting(text, widthPx, width, static (whole, kept) => whole[..kept]);
        int joint = 0, end = 0;
        foreach (string part in Parts(text[..length]))
        {
            end += part.Length;
            if (end < length || (length < text.Length && text[length] == ' '))
                joint = end;
        }
        return joint > 0 ? joint : length;
    }

    private static IEnumerable<string> Parts(string text)
    {
        int from = 0;
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] is ' ' or '-' or '_' or '/' or '.' or ':' && i + 1 < text.Length)
            {
                yield return text[from..(i + 1)];
                from = i + 1;
            }
        }
        if (from < text.Length)
            yield return text[from..];
    }
}
