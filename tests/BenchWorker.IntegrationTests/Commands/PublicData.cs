using System.Text.Json;
using Xunit;

namespace BenchWorker.IntegrationTests;

/// <summary>Real results of public projects, which lie beside the checkout where somebody put them and never in it.</summary>
internal static class PublicData
{
    /// <summary>Ends the test with a notice where the set is not there.</summary>
    public static string Folder(string set)
    {
        string folder = Path.Combine(Checkout(), "..", "shared", "data", set);
        Assert.SkipUnless(Directory.Exists(folder), $"The data set {set} is not beside this checkout (../shared/data/{set}).");
        return Path.GetFullPath(folder);
    }

    public static JsonElement Facts(string set) => JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Folder(set), "facts.json"))).RootElement;

    private static string Checkout()
    {
        for (DirectoryInfo? at = new(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "BenchWorker.sln")))
                return at.FullName;
        }

        return AppContext.BaseDirectory;
    }
}
