using System.Diagnostics;
using System.Globalization;
using BenchWorker.Analysis;
using BenchWorker.Figures;
using BenchWorker.Site;

namespace BenchWorker.Benchmarks;

/// <summary>A site of fifty large boards from results in memory to files on disk: the first time, with nothing new, and with one board changed.</summary>
/// <remarks>Run: <c>dotnet run -c Release --project tests/BenchWorker.Benchmarks -- publishing</c></remarks>
public static class PublishingBenchmark
{
    private const int Boards = 50;
    private const int Models = 183;
    private const int Tasks = 150;

    private static readonly SiteOptions Options = new();

    public static async Task RunAsync()
    {
        string folder = Directory.CreateTempSubdirectory("bench-publishing-").FullName;
        try
        {
            FolderPublisher publisher = new("site", new FolderOptions { Path = folder }, TimeProvider.System);
            Console.WriteLine("| publication | analysed, s | drawn and composed, s | checked and written, s | whole, s | CPU, s | collecting, s | allocated, GB | files | MB |\n| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
            await PublishAsync("first", publisher, static _ => 0);
            await PublishAsync("nothing new", publisher, static _ => 0);
            await PublishAsync("one board new", publisher, static board => board == 7 ? 1 : 0);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <param name="variant">Of each board's results, by the board's number.</param>
    private static async Task PublishAsync(string name, FolderPublisher publisher, Func<int, int> variant)
    {
        (Board Board, ResultSnapshot Results)[] inputs =
            [.. Enumerable.Range(0, Boards).Select(i => (SampleBoards.Board(FormattableString.Invariant($"board-{i:D2}")), SampleBoards.Results(Models, Tasks, i + (1000 * variant(i)))))];
        GC.Collect();

        (TimeSpan cpu, TimeSpan paused, long allocated) = (Environment.CpuUsage.TotalTime, GC.GetTotalPauseDuration(), GC.GetTotalAllocatedBytes());
        Stopwatch clock = Stopwatch.StartNew();
        LiveSite? live = await publisher.ReadAsync(CancellationToken.None);
        BoardRendering[] boards = [.. inputs.AsParallel().AsOrdered().Select(one => Render(one.Board, one.Results, live))];
        TimeSpan analysed = clock.Elapsed;
        SiteSnapshot site = SiteBuilder.Build(boards, live, Options);
        TimeSpan composed = clock.Elapsed;
        PublishOutcome outcome = await publisher.ApplyAsync(PublishPlan.Between(live, site), site, new Dictionary<string, long>(), CancellationToken.None);
        TimeSpan whole = clock.Elapsed;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"| {name} | {analysed.TotalSeconds:F2} | {(composed - analysed).TotalSeconds:F2} | {(whole - composed).TotalSeconds:F2} | {whole.TotalSeconds:F2} | {(Environment.CpuUsage.TotalTime - cpu).TotalSeconds:F2} | {(GC.GetTotalPauseDuration() - paused).TotalSeconds:F2} | {(GC.GetTotalAllocatedBytes() - allocated) / 1e9:F2} | {outcome.FilesWritten} | {outcome.BytesWritten / 1e6:F1} |"));
    }

    /// <summary>What a refresh does once it has read a board's rows.</summary>
    private static BoardRendering Render(Board board, ResultSnapshot results, LiveSite? live)
    {
        BoardRendering rendering = new(board, results, FontSet.Default, new ManagedRasterizer(), () => BoardComposer.Compose(board, results, FontSet.Default));
        if (live is null || !SiteBuilder.IsPublished(rendering, live, Options))
            rendering.Compose();
        return rendering;
    }
}
