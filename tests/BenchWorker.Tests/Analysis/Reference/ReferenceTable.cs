using System.Globalization;
using System.Reflection;

namespace BenchWorker.Tests.Analysis.Reference;

/// <summary>The CSV inputs of the reference cases, embedded in the test assembly.</summary>
internal static class ReferenceTable
{
    public static Stream Open(string folder, string file) =>
        Assembly.GetExecutingAssembly().GetManifestResourceStream($"BenchWorker.Tests.Analysis.Reference.{folder}.{file}")
        ?? throw new ArgumentException($"No reference file {folder}/{file}.", nameof(file));

    /// <summary>All rows, each by column name.</summary>
    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Rows(string file)
    {
        using var reader = new StreamReader(Open("inputs", file));
        string[][] lines = [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.TrimEnd('\r').Split(','))];
        return [.. lines[1..].Select(cells => lines[0].Zip(cells).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal))];
    }

    /// <summary>A number as the inputs write it: blank, NaN and infinities are missing.</summary>
    public static double Number(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && double.IsFinite(value) ? value : double.NaN;
}
