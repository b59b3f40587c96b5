using System.Text;

namespace BenchWorker.Analysis;

/// <summary>Lines of a Markdown table; the first column and as many more as asked for stand left, the others right.</summary>
internal static class MarkdownTable
{
    public static void Header(StringBuilder text, string first, IReadOnlyList<string> columns, int leftAligned = 0)
    {
        Line(text, first, columns);
        text.Append("\n| :--- |");
        for (int i = 0; i < columns.Count; i++)
            text.Append(i < leftAligned ? " :--- |" : " ---: |");
    }

    public static void Line(StringBuilder text, string first, IReadOnlyList<string> cells)
    {
        if (text.Length > 0 && text[^1] != '\n')
            text.Append('\n');
        text.Append("| ").Append(first).Append(" |");
        foreach (string cell in cells)
            text.Append(' ').Append(cell).Append(" |");
    }

    /// <summary>A relative path as the target of a link.</summary>
    public static string Target(string path) => Uri.EscapeDataString(path).Replace("%2F", "/", StringComparison.Ordinal);
}
