namespace BenchWorker.Analysis;

public enum SentenceVerdict
{
    /// <summary>The data say exactly this.</summary>
    Holds,

    /// <summary>The words are ours, but the data no longer say this.</summary>
    Stale,

    /// <summary>No statement of ours; nothing is known of its truth.</summary>
    Unknown,
}

/// <param name="Line">Line of the document, counted from 1.</param>
/// <param name="Text">As it stands there, list marks left out.</param>
/// <param name="Kind">Id of the kind of statement; null for table rows, for lines that are no finding and for what is unknown.</param>
public sealed record CheckedSentence(int Line, string Text, SentenceVerdict Verdict, string? Kind);

/// <summary>Checks the text of a summary, whoever wrote it, against data.</summary>
public static class SummaryVerifier
{
    /// <summary>Against a board with this one figure.</summary>
    public static IReadOnlyList<CheckedSentence> Verify(string markdown, HeatmapTable table) => Verify(markdown, [SummaryWriter.Write(table)]);

    /// <summary>One verdict for every sentence and every row of a table; headings are not judged.</summary>
    /// <param name="markdown">The summary; <c>\n</c> or <c>\r\n</c> line ends.</param>
    /// <param name="current">What the data say now, a summary for every board that the text may speak of.</param>
    public static IReadOnlyList<CheckedSentence> Verify(string markdown, IReadOnlyList<Summary> current)
    {
        KnownStatements known = new(current);
        List<CheckedSentence> verdicts = [];
        string heading = "";
        string[] lines = markdown.Split('\n');
        for (int i = 0; i < lines.Length; i++)
        {
            string line = SummaryText.WithoutListMark(lines[i].Trim());
            heading = SummaryText.IsFigure(line) ? line : heading;
            if (SummaryText.IsJudged(line))
                verdicts.AddRange(Judge(line, known.Under(heading)).Select(sentence => sentence with { Line = i + 1 }));
        }

        return verdicts;
    }

    private static IEnumerable<CheckedSentence> Judge(string line, KnownSection known)
    {
        if (JudgeWhole(line, known) is { } whole)
            return [whole];
        List<string> sentences = SummaryText.Sentences(line);
        return sentences.Count == 1
            ? [new CheckedSentence(0, line, SentenceVerdict.Unknown, null)]
            : sentences.Select(sentence => JudgeWhole(sentence, known) ?? new CheckedSentence(0, sentence, SentenceVerdict.Unknown, null));
    }

    private static CheckedSentence? JudgeWhole(string text, KnownSection known)
    {
        if (known.Holds(text, out FindingKind? kind))
            return new CheckedSentence(0, text, SentenceVerdict.Holds, kind?.Id);
        if (text.StartsWith('|'))
            return new CheckedSentence(0, text, SentenceVerdict.Stale, null);
        if (SentencePatterns.KindOf(text) is not { } ours)
            return null;
        bool knowable = known.KnowsChanges || !RankingSections.OfChanges.Contains(ours);
        return new CheckedSentence(0, text, knowable ? SentenceVerdict.Stale : SentenceVerdict.Unknown, ours == FindingKinds.Document ? null : ours.Id);
    }
}
