using System.Text.RegularExpressions;

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
/// <param name="Kind">Id of the kind of statement; null for table rows and for what is unknown.</param>
public sealed record CheckedSentence(int Line, string Text, SentenceVerdict Verdict, string? Kind);

/// <summary>Checks the text of a summary, whoever wrote it, against data.</summary>
public static class SummaryVerifier
{
    /// <summary>One verdict for every sentence and every row of a data table; headings are not judged.</summary>
    /// <param name="markdown">The summary; <c>\n</c> or <c>\r\n</c> line ends.</param>
    /// <param name="tables">The data of each figure that the summary may speak of.</param>
    public static IReadOnlyList<CheckedSentence> Verify(string markdown, params IReadOnlyList<HeatmapTable> tables)
    {
        Statements[] known = [.. tables.Select(static table => new Statements(table))];
        List<CheckedSentence> verdicts = [];
        string[] lines = markdown.Split('\n');
        for (int i = 0; i < lines.Length; i++)
        {
            string line = WithoutListMark(lines[i].Trim());
            if (line.Length == 0 || line.StartsWith('#') || line.StartsWith("| :--", StringComparison.Ordinal))
                continue;
            verdicts.AddRange(Judge(line, known).Select(sentence => sentence with { Line = i + 1 }));
        }

        return verdicts;
    }

    private static IEnumerable<CheckedSentence> Judge(string line, Statements[] known)
    {
        if (JudgeWhole(line, known) is { } whole)
            return [whole];
        List<string> sentences = SplitSentences(line);
        return sentences.Count == 1
            ? [new CheckedSentence(0, line, SentenceVerdict.Unknown, null)]
            : sentences.Select(sentence => JudgeWhole(sentence, known) ?? new CheckedSentence(0, sentence, SentenceVerdict.Unknown, null));
    }

    private static CheckedSentence? JudgeWhole(string text, Statements[] known)
    {
        foreach (Statements statements in known)
            if (statements.Holds(text, out string? kind))
                return new CheckedSentence(0, text, SentenceVerdict.Holds, kind);
        if (text.StartsWith('|'))
            return new CheckedSentence(0, text, SentenceVerdict.Stale, null);
        return Wordings.Value.FirstOrDefault(wording => wording.Pattern.IsMatch(text)).Kind is not { } ours ? null
            : OfChanges.Contains(ours) && !Array.Exists(known, static one => one.KnowsChanges) ? new CheckedSentence(0, text, SentenceVerdict.Unknown, ours)
            : new CheckedSentence(0, text, SentenceVerdict.Stale, ours);
    }

    /// <summary>What only the publication before can confirm or refute.</summary>
    private static readonly HashSet<string> OfChanges = [.. SummarySections.OfChanges.Select(static kind => kind.Id)];

    /// <summary>Whole sentences only: a clause is no statement of its own.</summary>
    private static readonly Lazy<(string Kind, Regex Pattern)[]> Wordings = new(() =>
        [.. TemplateCatalogue.All.Where(static template => template.Text.EndsWith('.')).Select(static template => (template.Kind.Id, Pattern(template)))]);

    private static Regex Pattern(Template template) => new(
        "^" + string.Concat(template.Pieces.Select(static piece => piece switch
        {
            TemplatePiece.Words words => Regex.Escape(words.Text),
            TemplatePiece.Plural plural => $"(?:{Regex.Escape(plural.One)}|{Regex.Escape(plural.Many)})",
            _ => ".*",
        })) + "$",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    /// <summary>"- " and "12. " before a list entry are not part of what it says.</summary>
    private static string WithoutListMark(string line)
    {
        if (line.StartsWith("- ", StringComparison.Ordinal))
            return line[2..];
        int digits = line.AsSpan().IndexOfAnyExceptInRange('0', '9');
        return digits > 0 && line.AsSpan(digits).StartsWith(". ", StringComparison.Ordinal) ? line[(digits + 2)..] : line;
    }

    /// <summary>A full stop, a space and a capital end a sentence.</summary>
    private static List<string> SplitSentences(string line)
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

    /// <summary>Everything that may be said of one table, by its Markdown.</summary>
    private sealed class Statements
    {
        private readonly FindingVerifier verifier;
        private readonly Dictionary<string, Finding> findings = new(StringComparer.Ordinal);
        private readonly HashSet<string> lines;

        public Statements(HeatmapTable table)
        {
            verifier = new FindingVerifier(table);
            KnowsChanges = table.Board?.Previous is not null;
            foreach (Finding finding in FindingEngine.Find(table))
                findings.TryAdd(finding.Sentence.Markdown(table), finding);
            lines = [.. SummaryWriter.Write(table).Markdown.Split('\n').Select(WithoutListMark).Where(line => !findings.ContainsKey(line))];
        }

        public bool KnowsChanges { get; }

        public bool Holds(string text, out string? kind)
        {
            kind = findings.TryGetValue(text, out Finding? finding) ? finding.Kind.Id : null;
            return finding is null ? lines.Contains(text) : verifier.Verify(finding) == Verdict.Holds;
        }
    }
}
