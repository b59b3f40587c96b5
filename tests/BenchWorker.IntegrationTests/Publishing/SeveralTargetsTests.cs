using Shouldly;
using Xunit;

namespace BenchWorker.IntegrationTests;

public sealed class SeveralTargetsTests : IDisposable
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("bench-targets-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task A_target_that_fails_stands_in_no_others_way_and_is_tried_again()
    {
        await using TestDatabase database = await ImportedAsync();
        string blocked = Path.Combine(folder.FullName, "blocked");
        await File.WriteAllTextAsync(blocked, "a file where a folder should be", Ct);

        ProgramRun failing = await PublishAsync(database);
        string? request = await database.ScalarAsync<string>("select concat_ws('|', state, error) from bench.refresh_request");
        ProgramRun status = await ProgramRun.StartAsync(database.ConnectionString, folder, "status");
        File.Delete(blocked);
        ProgramRun mended = await PublishAsync(database);

        failing.Status.ShouldBe(1);
        failing.Errors.ShouldContain("Target archive: ");
        failing.Errors.ShouldNotContain("Target main: ");
        File.Exists(Path.Combine(folder.FullName, "main", "current", "boards", "b", "index.html")).ShouldBeTrue();
        request.ShouldNotBeNull().ShouldStartWith("accepted|Target archive: ");
        status.Output.ShouldContain("Target archive: ");
        mended.Status.ShouldBe(0, mended.Errors);
        File.Exists(Path.Combine(blocked, "current", "boards", "b", "index.html")).ShouldBeTrue();
        Directory.GetDirectories(Path.Combine(folder.FullName, "main", "releases")).Length.ShouldBe(1);
    }

    [Fact]
    public async Task The_release_that_is_told_is_the_one_that_the_place_holds()
    {
        await using TestDatabase database = await ImportedAsync();

        ProgramRun run = await ProgramRun.StartAsync(database.ConnectionString, folder, "publish");

        run.Output.ShouldBe("b: published, release 1\nc: published, release 1\n");
        (await database.ScalarAsync<long>("select max(sequence) from bench.publication")).ShouldBe(1);
    }

    private Task<ProgramRun> PublishAsync(TestDatabase database) => ProgramRun.StartAsync(
        database.ConnectionString, folder, "publish", "b", "--set", "BenchWorker:Targets:archive:Folder=blocked", "--set", "BenchWorker:Targets:main:Folder=main");

    private async Task<TestDatabase> ImportedAsync()
    {
        TestDatabase database = await TestDatabase.CreateMigratedAsync();
        string file = Path.Combine(folder.FullName, "results.csv");
        await File.WriteAllTextAsync(file, "benchmark,task,model,metric,higher_is_better,value\nb,T,M,acc,1,0.5\nc,T,M,acc,1,0.5\n", Ct);
        (await ProgramRun.StartAsync(database.ConnectionString, folder, "import", "csv", file)).Status.ShouldBe(0);
        return database;
    }
}
