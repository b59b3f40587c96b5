using System.Runtime.CompilerServices;

namespace BenchWorker.Tests;

/// <summary>The checkout that the tests were compiled from; their output may lie anywhere.</summary>
internal static class Repository
{
    public static string Root { get; } = Above(AppContext.BaseDirectory) ?? Above(Path.GetDirectoryName(SourceFile())!) ?? throw new DirectoryNotFoundException($"No BenchWorker.sln above {AppContext.BaseDirectory}.");

    private static string? Above(string start)
    {
        for (DirectoryInfo? folder = new(start); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "BenchWorker.sln")))
                return folder.FullName;
        }

        return null;
    }

    private static string SourceFile([CallerFilePath] string path = "") => path;
}
