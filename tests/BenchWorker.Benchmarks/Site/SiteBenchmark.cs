using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using BenchWorker.Figures;
using BenchWorker.Site;

namespace BenchWorker.Benchmarks;

/// <summary>What large boards and long indexes weigh, and how soon a browser has them ready.</summary>
/// <remarks>Run: <c>dotnet run -c Release --project tests/BenchWorker.Benchmarks -- site</c>; browser times need chromium.</remarks>
public static class SiteBenchmark
{
    private const int Rounds = 5;

    private const int ManyBoards = 10_000;

    private static readonly FontSet Fonts = FontSet.Default;

    public static async Task RunAsync()
    {
        string folder = Directory.CreateTempSubdirectory("bench-site-").FullName;
        try
        {
            Row("page", "HTML, KB", "gzip, KB", "compose, CPU ms", "ready, ms", "sort, ms", "filter, ms");
            Row("---", "---:", "---:", "---:", "---:", "---:", "---:");
            await using Browser browser = await Browser.StartAsync();
            await BoardAsync("500 models x 100 tasks", 500, 100, folder, browser);
            await BoardAsync("183 models x 150 tasks", 183, 150, folder, browser);
            await IndexAsync(folder, browser);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task BoardAsync(string name, int models, int tasks, string folder, Browser browser)
    {
        BoardReport report = BoardComposer.Compose(SampleBoards.Board("large"), SampleBoards.Results(models, tasks), Fonts);
        (SiteSnapshot site, double cpu) = Timed(() => SiteBuilder.Build([report], null, new ManagedRasterizer(), new SiteOptions()));
        await PageAsync($"board, {name}", site, "boards/large/index.html", Path.Combine(folder, name.Replace(' ', '-')), cpu, browser);
    }

    private static async Task IndexAsync(string folder, Browser browser)
    {
        BoardReport report = BoardComposer.Compose(SampleBoards.Board("board"), SampleBoards.Results(6, 4), Fonts);
        SiteManifest many = Repeated(SiteBuilder.Build([report], null, new ManagedRasterizer(), new SiteOptions()).Manifest);
        (SiteSnapshot whole, double anew) = Timed(() => SiteBuilder.Build([], Live(many), new SiteOptions()));
        LiveSite live = Live(whole.Manifest);
        (SiteSnapshot site, double cpu) = Timed(() => SiteBuilder.Build([report with { DataAsOf = DateTimeOffset.UnixEpoch.AddDays(1) }], live, new ManagedRasterizer(), new SiteOptions()));
        (PublishPlan plan, double planning) = Timed(() => PublishPlan.Between(live, site));
        await PageAsync("index of 10,000 boards", whole, "index.html", Path.Combine(folder, "index"), anew, browser);
        Row($"one of 10,000 refreshed: {plan.Writes.Count()} files", "", "", Number(cpu + planning), "", "", "");
        SiteFile search = site.Files["search.js"];
        Row("search.js, loaded when somebody searches", Kilobytes(search.Content.Length), Kilobytes(Packed(search)), "", "", "", "");
    }

    private static LiveSite Live(SiteManifest manifest) => new(new Release { Sequence = 1, Hash = manifest.Hash(), PublishedAt = DateTimeOffset.UnixEpoch }, manifest, "");

    /// <summary>A site of one board as one of many boards, every file listed.</summary>
    private static SiteManifest Repeated(SiteManifest one)
    {
        BoardEntry board = one.Boards[0];
        ManifestFile[] files = [.. one.Files.Where(file => SitePaths.BoardOf(file.Path) == board.Slug)];
        BoardEntry[] boards = [board, .. Enumerable.Range(1, ManyBoards - 1).Select(i => board with { Slug = FormattableString.Invariant($"board-{i:D5}"), Title = FormattableString.Invariant($"Board {i}") })];
        return new SiteManifest { Boards = boards, Files = [.. boards.SelectMany(entry => files.Select(file => file with { Path = SitePaths.BoardFolder(entry.Slug) + file.Path[SitePaths.BoardFolder(board.Slug).Length..] }))] };
    }

    private static async Task PageAsync(string name, SiteSnapshot site, string path, string folder, double cpu, Browser browser)
    {
        foreach (SiteFile file in site.Files.Values.Where(static file => !file.Path.StartsWith("models/", StringComparison.Ordinal)))
        {
            string target = Path.Combine(folder, file.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(target) ?? folder);
            await File.WriteAllBytesAsync(target, file.Content);
        }

        SiteFile page = site.Files[path];
        (double ready, double sort, double filter) = await browser.TimeAsync(new Uri(Path.Combine(folder, path)).AbsoluteUri, Rounds);
        Row(name, Kilobytes(page.Content.Length), Kilobytes(Packed(page)), Number(cpu), Number(ready), Number(sort), Number(filter));
    }

    private static (T Result, double CpuMs) Timed<T>(Func<T> work)
    {
        TimeSpan before = Process.GetCurrentProcess().TotalProcessorTime;
        T result = work();
        return (result, (Process.GetCurrentProcess().TotalProcessorTime - before).TotalMilliseconds);
    }

    private static int Packed(SiteFile file)
    {
        using MemoryStream packed = new();
        using (GZipStream gzip = new(packed, CompressionLevel.Optimal, leaveOpen: true))
            gzip.Write(file.Content.Span);
        return (int)packed.Length;
    }

    private static string Kilobytes(int bytes) => (bytes / 1000.0).ToString("0.0", CultureInfo.InvariantCulture);

    private static string Number(double value) => double.IsNaN(value) ? "no chromium" : value.ToString("0", CultureInfo.InvariantCulture);

    private static void Row(params string[] cells) => Console.WriteLine($"| {string.Join(" | ", cells)} |");
}
