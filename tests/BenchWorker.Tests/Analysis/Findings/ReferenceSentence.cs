using System.Globalization;
using System.Reflection;

namespace BenchWorker.Tests.Analysis.Findings;

/// <summary>What may be said of a reference table: made independently of this program, with score and p-values.</summary>
internal sealed record ReferenceSentence(string Kind, double Score, double? P, double? Q, string Text)
{
    public static IReadOnlyList<ReferenceSentence> Of(string table)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"BenchWorker.Tests.Analysis.Findings.Reference.{table}.tsv")
            ?? throw new ArgumentException($"No sentences for {table}.", nameof(table));
        using StreamReader reader = new(stream);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(static line => Parse(line.Split('\t')))];
    }

    private static ReferenceSentence Parse(string[] cells) =>
        new(cells[0], double.Parse(cells[1], CultureInfo.InvariantCulture), Number(cells[2]), Number(cells[3]), cells[4]);

    private static double? Number(string text) => text.Length == 0 ? null : double.Parse(text, CultureInfo.InvariantCulture);
}
