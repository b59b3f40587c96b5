using System.Text.Json;
using BenchWorker.Analysis;
using BenchWorker.Site;
using Shouldly;
using Xunit;

namespace BenchWorker.Tests.Analysis.PublicData;

/// <summary>A public data set beside the checkout: its rows as the importer reads them, and what others computed from it.</summary>
internal static class Facts
{
    public const double Relative = 1e-9;

    /// <summary>Skips the test where the data is not there.</summary>
    public static string Folder(string set)
    {
        string folder = Path.Combine(Repository.Root, "..", "shared", "data", set);
        Assert.SkipUnless(Directory.Exists(folder), $"The data set {set} is not beside this checkout (../shared/data/{set}).");
        return folder;
    }

    public static JsonElement Of(string set) => JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Folder(set), "facts.json"))).RootElement;

    public static IReadOnlyList<Result> Rows(string set, string file)
    {
        FileResults read = FileResults.Read(Path.Combine(Folder(set), file), new ImportOptions { AllowRejects = true, Sentinels = [] });
        Board[] boards = [.. DefaultBoard.Complete([], read.Benchmarks)];
        return [.. boards.SelectMany(board => read.For(board).Results)];
    }

    public static void Near(double got, JsonElement fact, string what)
    {
        double want = fact.GetDouble();
        Math.Abs(got - want).ShouldBeLessThanOrEqualTo(Relative * Math.Max(Math.Abs(want), 1e-3), $"{what}: {got} is not {want}");
    }
}
