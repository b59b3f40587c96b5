using Shouldly;
using Xunit;

namespace BenchWorker.IntegrationTests;

public sealed class DemoTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("bench-demo-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task The_demo_publishes_a_site_that_opens_and_the_second_run_writes_nothing()
    {
        await using TestDatabase database = await TestDatabase.CreateAsync();

        ProgramRun first = await DemoAsync(database);
        DateTime[] written = Written();
        ProgramRun second = await DemoAsync(database);

        first.Status.ShouldBe(0, first.Errors);
        first.Output.ShouldContain($"Open {folder.FullName}/site/current/index.html");
        File.Exists(Path.Combine(folder.FullName, "site", "current", "boards", "core-generalization", "figure-1.png")).ShouldBeTrue();
        second.Output.Split('\n').Where(static line => line.Contains(": ", StringComparison.Ordinal)).Skip(1).ShouldAllBe(static line => line.EndsWith("unchanged, nothing written"));
        Written().ShouldBe(written);
    }

    [Fact]
    public async Task The_demo_leaves_the_configured_results_alone()
    {
        await using TestDatabase database = await TestDatabase.CreateMigratedAsync();

        (await DemoAsync(database)).Status.ShouldBe(0);

        (await database.ScalarAsync<long>("select count(*) from bench.benchmark")).ShouldBe(0);
    }

    private Task<ProgramRun> DemoAsync(TestDatabase database) => ProgramRun.StartAsync(database.ConnectionString, folder, "demo", "--out", "site");

    private DateTime[] Written() =>
        [.. folder.EnumerateFiles("*", SearchOption.AllDirectories).Where(static file => file.Name != ".lock").OrderBy(static file => file.FullName, StringComparer.Ordinal).Select(static file => file.LastWriteTimeUtc)];
}
