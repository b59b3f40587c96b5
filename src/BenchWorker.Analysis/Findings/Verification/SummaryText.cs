namespace BenchWorker.Analysis;

/// <summary>The lines of a summary as its checker reads them.</summary>
internal static class SummaryText
{
    /// <summary>Headings, empty lines and the rule under a table's header state nothing.</summary>
    public static bool IsJudged(string line) => line.Length > 0 && !line.StartsWith('#') && !line.StartsWith("| :--", StringComparison.Ordinal);

    /// <summary>A heading that begins a figure, or what is said of all of them.</summary>
    public static bool IsFigure(string line) => line.StartsWith("## ", StringComparison.Ordinal);

    /// <summary>"- " and "12. " before a list entry are not part of what it says.</summary>
    public static string WithoutListMark(string line)
    {
        if (line.StartsWith("- ", StringComparison.Ordinal))
            return line[2..];
        int digits = line.AsSpan().IndexOfAnyExceptInRange('0', '9');
        return digits > 0 && line.AsSpan(digits).StartsWith(". ", StringComparison.Ordinal) ? line[(digits + 2)..] : line;
    }

    /// <summary>A full stop, a space and a capital end a sentence.</summary>
    public static List<string> Sentences(string line)
    {
        List<string> sentences = [];
        int start = 0;
        for (int i = 2; i < line.Length; i++)
        {
            if (line[i - 1] != ' ' || line[i - 2] is not ('.' or '!' or '?') || !char.IsUpper(line[i]))
                continue;
            sentences.Add(line[start..(i - 1)]);
            start = i;
        }

        sentences.Add(line[start..]);
        return sentences;
    }
}
