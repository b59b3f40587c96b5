namespace BenchWorker.Tests;

/// <summary>The checkout that the tests run from.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    private static string Find()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "BenchWorker.sln")))
                return folder.FullName;
        }

        throw new DirectoryNotFoundException($"No BenchWorker.sln above {AppContext.BaseDirectory}.");
    }
}
