using BenchWorker.Site;

namespace BenchWorker.Tests.Boards;

/// <summary>The demo's tables on disk, as <c>render</c> reads them.</summary>
internal sealed class SampleResults : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("benchworker-samples-");

    public string Folder => folder.FullName;

    public string PathOf(string table)
    {
        string path = Path.Combine(Folder, table);
        using Stream sample = SampleFiles.Open(table);
        using FileStream file = File.Create(path);
        sample.CopyTo(file);
        return path;
    }

    /// <summary>The results of the table that holds the board's benchmark.</summary>
    public FileResults Of(Board board)
    {
        string benchmark = ((BoardSource.Benchmark)board.Source).Name;
        return SampleFiles.Tables.Select(table => FileResults.Read(PathOf(table), new ImportOptions())).Single(results => results.Benchmarks.Contains(benchmark));
    }

    public void Dispose() => folder.Delete(recursive: true);
}
