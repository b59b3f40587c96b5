using System.Diagnostics;
using Shouldly;
using Xunit;

namespace BenchWorker.IntegrationTests;

/// <summary>
/// What would be left of a site if the power went: the kernel keeps only what was synced, so all of a release must be before it is switched to, and the switch
/// itself before anything is removed that it replaces.
/// </summary>
[Trait("Category", "Fault")]
public sealed class PowerCutTests(ITestOutputHelper output) : IDisposable
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("bench-power-");

    private string Site => Path.Combine(folder.FullName, "site");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task Every_file_and_folder_of_a_release_is_synced_before_the_switch_and_the_switch_before_anything_is_removed()
    {
        await using TestDatabase database = await TestDatabase.CreateMigratedAsync();
        await database.ExecuteAsync("insert into bench.result (benchmark, task, model, metric, value) values ('one', 'T', 'M', 'acc', 0.5), ('two', 'T', 'M', 'acc', 0.5)");
        List<string> calls = [.. await TraceAsync(database)];
        // The second release links what stays and writes what changed.
        await database.ExecuteAsync("update bench.score set value = 0.75 where benchmark_id = (select id from bench.benchmark where name = 'one')");
        calls.AddRange(await TraceAsync(database));
        // The third one removes the second, which has had its time; the first is a snapshot.
        foreach (string release in Directory.GetDirectories(Path.Combine(Site, "releases"))) Directory.SetLastWriteTimeUtc(release, DateTime.UtcNow.AddDays(-2));
        await database.ExecuteAsync("update bench.score set value = 0.25 where benchmark_id = (select id from bench.benchmark where name = 'two')");
        calls.AddRange(await TraceAsync(database));

        SyncTrace trace = new(Site);
        IReadOnlyList<string> endangered = trace.Read(calls);
        IReadOnlyList<string> without = new SyncTrace(Site).Read(calls.Where(static call => !call.Contains("fsync", StringComparison.Ordinal)));

        output.WriteLine($"power cut at the switch: {trace.Switches} releases, files and folders that could be lost {endangered.Count}; {without.Count} if nothing had been synced");
        endangered.ShouldBeEmpty();
        trace.Switches.ShouldBeGreaterThanOrEqualTo(3);
        trace.Removals.ShouldBeGreaterThan(20);
        without.Count.ShouldBeGreaterThan(20);
        without.ShouldContain(static danger => danger.EndsWith("was removed before the switch was synced.", StringComparison.Ordinal));
    }

    private async Task<string[]> TraceAsync(TestDatabase database)
    {
        string log = Path.Combine(folder.FullName, "calls");
        ProcessStartInfo start = new("strace", ["-f", "-y", "--seccomp-bpf", "-qq", "-s", "0", "-o", log, "-e", "trace=open,openat,mkdir,link,symlink,rename,unlink,rmdir,write,pwrite64,ftruncate,fsync", "dotnet", Path.Combine(AppContext.BaseDirectory, "benchworker.dll"), "publish"])
        {
            WorkingDirectory = folder.FullName,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ConnectionStrings__Results"] = database.ConnectionString;
        start.Environment["BenchWorker__Site__KeepReleases"] = "0";
        using Process process = Start(start);
        Task<string> said = process.StandardOutput.ReadToEndAsync(Ct);
        string errors = await process.StandardError.ReadToEndAsync(Ct);
        await process.WaitForExitAsync(Ct);
        if (errors.Contains("ptrace", StringComparison.OrdinalIgnoreCase))
            Assert.Skip($"Programs may not be traced here: {errors}");
        process.ExitCode.ShouldBe(0, $"{await said}{errors}");
        return await File.ReadAllLinesAsync(log, Ct);
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            const string Notice = "No strace here: Debian's package is strace.";
            if (Environment.GetEnvironmentVariable("CI") is "true" or "1")
                Assert.Fail(Notice);
            Assert.Skip(Notice);
            throw;
        }
    }
}
