using System.Diagnostics;
using Shouldly;
using Xunit;

namespace BenchWorker.IntegrationTests;

/// <summary>A worker whose disk is full: readers keep the old site, requests wait, and all of it is made good when there is room again.</summary>
[Trait("Category", "Fault")]
public sealed class FullDiskTests(ITestOutputHelper output)
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_full_disk_costs_time_and_nothing_else()
    {
        await using Bench bench = await Bench.CreateAsync();
        Directory.CreateDirectory(bench.Site);
        if (!OperatingSystem.IsLinux() || await RunAsync("mount", "-t", "tmpfs", "-o", "size=16m", "tmpfs", bench.Site) != 0)
            Assert.Skip("No small file system here: mounting one takes root.");
        try
        {
            await bench.ScoreAsync("arithmetic", "earlier-model", 0.5);
            await using SiteReader reader = new(bench.Site);
            // One failure would be the last, were it the board's.
            WorkerProcess worker = await bench.StartAsync("BenchWorker:Worker:MaxAttempts=1");
            await bench.PageHoldsAsync("arithmetic", "earlier-model");
            await bench.QuietAsync();
            string ballast = Path.Combine(bench.Site, "ballast");
            await RunAsync("dd", "if=/dev/zero", $"of={ballast}", "bs=4096");
            long began = Stopwatch.GetTimestamp();

            await bench.ScoreAsync("arithmetic", "later-model", 0.5);
            long request = await bench.RequestAsync("arithmetic");
            await bench.UntilAsync($"select state = 'accepted' and error like '%No space left on device%' from bench.refresh_request where id = {request}");
            bench.Page("arithmetic").ShouldNotBeNull().ShouldNotContain("later-model");
            File.Delete(ballast);

            (await bench.FateAsync(request)).ShouldBe("done", worker.Log);
            await bench.PageHoldsAsync("arithmetic", "later-model");
            reader.Look();
            output.WriteLine($"full disk for {Stopwatch.GetElapsedTime(began).TotalSeconds:F1} s: lost requests 0, torn sites {reader.Torn.Count} in {reader.Looks} looks");
            reader.Torn.ShouldBeEmpty();
            worker.Send(Signal.Terminate);
            (await worker.EndAsync()).ShouldBe(0);
        }
        finally
        {
            await RunAsync("umount", "-l", bench.Site);
        }
    }

    private static async Task<int> RunAsync(string program, params string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardError = true })!;
        await process.WaitForExitAsync(Ct);
        return process.ExitCode;
    }
}
