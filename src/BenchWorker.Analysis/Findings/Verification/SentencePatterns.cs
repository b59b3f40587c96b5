using System.Text.RegularExpressions;

namespace BenchWorker.Analysis;

/// <summary>Recognises our wording whatever fills its holes.</summary>
internal static class SentencePatterns
{
    /// <summary>Whole sentences and lines that open a list: a clause is no statement of its own. The one of most words comes first, since another may fit all but its beginning.</summary>
    private static readonly Lazy<(FindingKind Kind, Regex Pattern)[]> Wordings = new(() =>
        [.. TemplateCatalogue.All.Where(static template => template.Text[^1] is '.' or ':').OrderByDescending(Words).Select(static template => (template.Kind, Pattern(template)))]);

    /// <returns>Null for a text that no template can have written.</returns>
    public static FindingKind? KindOf(string text) => Wordings.Value.FirstOrDefault(wording => wording.Pattern.IsMatch(text)).Kind;

    private static int Words(Template template) => template.Pieces.OfType<TemplatePiece.Words>().Sum(static words => words.Text.Length);

    private static Regex Pattern(Template template) => new(
        "^" + string.Concat(template.Pieces.Select(static piece => piece switch
        {
            TemplatePiece.Words words => Regex.Escape(words.Text),
            TemplatePiece.Plural plural => $"(?:{Regex.Escape(plural.One)}|{Regex.Escape(plural.Many)})",
            _ => ".*",
        })) + "$",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
}
