using System.Text;

namespace BenchWorker.Analysis;

/// <summary>The document: each figure under its title, then what is said once for all of them. With one figure the ranking stands under its title too.</summary>
internal static class SummaryMarkdown
{
    public static string Of(IReadOnlyList<FigureSections> figures, RankingSections? ranking)
    {
        StringBuilder text = new();
        foreach (FigureSections figure in figures)
        {
            text.Append(text.Length == 0 ? "" : "\n");
            figure.Write(text);
        }

        string level = figures.Count == 1 ? "###" : "##";
        ranking?.Write(text, level);
        MarkdownSection.Write(text, level + " How to read this", MethodsSection.Lines([.. figures.Select(static figure => figure.Table)], ranking?.Table, [.. figures.SelectMany(static figure => figure.Stated), .. ranking?.Stated ?? []]));
        return text.ToString();
    }
}
