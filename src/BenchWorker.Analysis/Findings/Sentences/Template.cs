namespace BenchWorker.Analysis;

/// <summary>The fixed words of one kind of sentence with named holes for everything that depends on the data.</summary>
/// <remarks><c>{name}</c> is filled; <c>{name|cell|cells}</c> prints only the word, by the number that fills <c>name</c>. The words between
/// the holes hold no digit: every numeral is bound to the table.</remarks>
public sealed record Template
{
    private readonly TemplatePiece[] pieces;

    public Template(FindingKind kind, string text)
    {
        Kind = kind;
        Text = text;
        pieces = [.. Parse(text)];
    }

    public FindingKind Kind { get; }

    public string Text { get; }

    internal IReadOnlyList<TemplatePiece> Pieces => pieces;

    private static IEnumerable<TemplatePiece> Parse(string text)
    {
        int at = 0;
        while (at < text.Length)
        {
            int open = text.IndexOf('{', at);
            if (open < 0)
                open = text.Length;
            if (open > at)
                yield return new TemplatePiece.Words(text[at..open]);
            if (open == text.Length)
                yield break;
            int close = text.IndexOf('}', open);
            string[] hole = text[(open + 1)..close].Split('|');
            yield return hole.Length == 1 ? new TemplatePiece.Hole(hole[0]) : new TemplatePiece.Plural(hole[0], hole[1], hole[2]);
            at = close + 1;
        }
    }
}

internal abstract record TemplatePiece
{
    private TemplatePiece()
    {
    }

    public sealed record Words(string Text) : TemplatePiece;

    public sealed record Hole(string Name) : TemplatePiece;

    /// <summary>One word where the number in the hole is 1, the other else.</summary>
    public sealed record Plural(string Name, string One, string Many) : TemplatePiece;
}
