using System.Text;

namespace BenchWorker.Analysis;

/// <summary>A heading and its lines; no heading without lines.</summary>
internal static class MarkdownSection
{
    public static void Write(StringBuilder text, string heading, IReadOnlyList<string> lines)
    {
        if (lines.All(string.IsNullOrEmpty))
            return;
        text.Append(text.Length == 0 ? "" : "\n").Append(heading).Append('\n');
        foreach (string line in lines.Where(static line => line.Length > 0))
            text.Append(line).Append('\n');
    }
}
