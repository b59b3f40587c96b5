using System.Text.Json;
using BenchWorker.Analysis;
using BenchWorker.Site;
using Xunit;

namespace BenchWorker.Tests.Analysis.PublicData;

/// <summary>A public data set beside the checkout: its rows as the importer reads them, and what others computed from it.</summary>
internal static class Facts
{
    /// <summary>Skips the test where the data is not there.</summary>
    public static string Folder(string set)
    {
        string folder = Path.Combine(Repository.Root, "..", "shared", "data", set);
        Assert.SkipUnless(Directory.Exists(folder), $"The data set {set} is not beside this checkout (../shared/data/{set}).");
        return folder;
    }

    public static JsonElement Of(string set) => JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Folder(set), "facts.json"))).RootElement;

    public static IReadOnlyList<Result> Rows(string set, string file) => Rows(Path.Combine(Folder(set), file));

    public static IReadOnlyList<Result> Rows(string path)
    {
        FileResults read = FileResults.Read(path, new ImportOptions { AllowRejects = true, Sentinels = [] });
        Board[] boards = [.. DefaultBoard.Complete([], read.Benchmarks)];
        return [.. boards.SelectMany(board => read.For(board).Results)];
    }

    /// <summary>By key in the order in which keys come first, as an object of JSON.</summary>
    public static Dictionary<string, object?> By<T>(this IEnumerable<T> rows, Func<T, string> key, Func<T[], object?> made) =>
        rows.GroupBy(key, StringComparer.Ordinal).ToDictionary(static group => group.Key, group => made([.. group]), StringComparer.Ordinal);

    public static string Date(this Result row) => row.RunAt?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) ?? "";

    public static double Mean(this IEnumerable<Result> rows) => StableSum.Mean(rows.Select(static row => row.Value).ToArray());
}
