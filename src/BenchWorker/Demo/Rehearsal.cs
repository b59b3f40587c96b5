using BenchWorker.Analysis;
using BenchWorker.Figures;
using BenchWorker.Site;

namespace BenchWorker;

/// <summary>Makes the schema and publishes the samples to nowhere while the private Postgres starts. What a first publication waits for is mostly code that is compiled as it is
/// first used; a second processor compiles it meanwhile.</summary>
internal sealed class Rehearsal : IAsyncDisposable
{
    private readonly CancellationTokenSource stop;
    private readonly Task played;

    private Rehearsal(string samples, CancellationToken ct)
    {
        stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        played = Task.Run(() => Play(samples, stop.Token), stop.Token);
    }

    /// <summary>Whether a processor has nothing else to do, and there is a first publication to come.</summary>
    /// <param name="site">Folder that is published to.</param>
    public static bool Pays(string site) => Environment.ProcessorCount > 1 && !Directory.Exists(Path.Combine(site, "current"));

    /// <param name="samples">Folder of the sample tables.</param>
    public static Rehearsal Start(string samples, CancellationToken ct) => new(samples, ct);

    /// <summary>What went wrong here goes wrong in the publication too, which says it better.</summary>
    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await played.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        stop.Dispose();
    }

    private static void Play(string samples, CancellationToken ct)
    {
        // In the order in which the publication comes to it.
        BenchSchema.Script();
        IReadOnlyList<Board> boards = BoardFile.Parse("boards.yaml", SampleFiles.Boards);
        ManagedRasterizer rasterizer = new();
        foreach (string table in SampleFiles.Tables)
        {
            FileResults results = FileResults.Read(Path.Combine(samples, table), new ImportOptions());
            foreach (Board board in boards.Where(board => board.Source is BoardSource.Benchmark { Name: var name } && results.Benchmarks.Contains(name, StringComparer.Ordinal)))
            {
                ct.ThrowIfCancellationRequested();
                ResultSnapshot rows = results.For(board);
                BoardRendering rendering = new(board, rows, FontSet.Default, rasterizer, () => BoardComposer.Compose(board, rows, FontSet.Default));
                SiteCheck.Problems(SiteBuilder.Build([rendering], published: null, new SiteOptions()));
            }
        }
    }
}
