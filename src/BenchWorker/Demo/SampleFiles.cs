using System.Text;

namespace BenchWorker;

/// <summary>The sample results and boards that <c>demo</c> publishes; they travel inside the program.</summary>
public static class SampleFiles
{
    private const string Folder = "Samples/";

    /// <summary>File names of the result tables (long CSV), in ordinal order.</summary>
    public static IReadOnlyList<string> Tables { get; } =
        [.. typeof(SampleFiles).Assembly.GetManifestResourceNames()
            .Where(static name => name.StartsWith(Folder, StringComparison.Ordinal) && name.EndsWith(".csv", StringComparison.Ordinal))
            .Select(static name => name[Folder.Length..])
            .Order(StringComparer.Ordinal)];

    /// <summary>The board files' text.</summary>
    public static string Boards
    {
        get
        {
            using StreamReader reader = new(Open("boards.yaml"), Encoding.UTF8);
            return reader.ReadToEnd();
        }
    }

    /// <exception cref="FileNotFoundException">No sample has this name.</exception>
    public static Stream Open(string name) =>
        typeof(SampleFiles).Assembly.GetManifestResourceStream(Folder + name) ?? throw new FileNotFoundException($"There is no sample \"{name}\".", name);
}
