using Shouldly;
using Xunit;

namespace BenchWorker.IntegrationTests;

/// <summary>A full recompute is one command and gives the same bytes.</summary>
public sealed class RecomputeTests : IDisposable
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("bench-recompute-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task Recomputed_sums_give_the_same_bytes_and_nothing_is_written()
    {
        await using TestDatabase database = await SampledAsync();
        (await PublishAsync(database)).ShouldStartWith("sums: published");
        IReadOnlyDictionary<string, string> before = Files();
        // What was stored is gone, so that the bytes can only come from the samples.
        await database.ExecuteAsync("delete from bench.cell");

        (await PublishAsync(database, "--recompute")).ShouldBe("sums: unchanged, nothing written\n");

        Files().ShouldBe(before);
        (await database.ScalarAsync<long>("select count(*) from bench.cell")).ShouldBe(6);
    }

    [Fact]
    public async Task A_damaged_sum_is_mended()
    {
        await using TestDatabase database = await SampledAsync();
        await PublishAsync(database);
        string sound = await ScoresAsync();
        await database.ExecuteAsync("update bench.cell set total = total + 1");
        (await PublishAsync(database)).ShouldStartWith("sums: published");
        (await ScoresAsync()).ShouldNotBe(sound);

        (await PublishAsync(database, "--recompute", "sums")).ShouldStartWith("sums: published");

        (await ScoresAsync()).ShouldBe(sound);
    }

    [Fact]
    public async Task A_recompute_that_should_change_nothing_is_wrong_use()
    {
        ProgramRun run = await ProgramRun.StartAsync(connection: null, folder, "publish", "--recompute", "--dry-run");

        (run.Status, run.Errors.Split('\n')[0]).ShouldBe((2, "error: --dry-run changes nothing and --recompute does; name one of them."));
    }

    /// <summary>Thirds and sevenths: sums that depend on the order of their terms unless they are exact.</summary>
    private static async Task<TestDatabase> SampledAsync()
    {
        TestDatabase database = await TestDatabase.CreateMigratedAsync();
        await database.ExecuteAsync("""
            insert into bench.result (benchmark, task, model, metric, higher_is_better, value, sample_id, run)
            select 'sums', 'T' || t, 'M' || m, 'acc', true, (s % 5) / (2.0 + m)::float8, 's' || s, 'r' from generate_series(1, 2) t, generate_series(1, 3) m, generate_series(1, 50) s
            """);
        return database;
    }

    private async Task<string> PublishAsync(TestDatabase database, params string[] arguments)
    {
        ProgramRun run = await ProgramRun.StartAsync(database.ConnectionString, folder, ["publish", .. arguments]);
        run.Status.ShouldBe(0, run.Errors);
        return run.Output;
    }

    private Task<string> ScoresAsync() => File.ReadAllTextAsync(Path.Combine(folder.FullName, "site", "current", "boards", "sums", "scores.csv"), Ct);

    private Dictionary<string, string> Files() => Directory.EnumerateFiles(Path.Combine(folder.FullName, "site"), "*", SearchOption.AllDirectories)
        .ToDictionary(static path => path, static path => $"{File.GetLastWriteTimeUtc(path):O} {Convert.ToHexString(File.ReadAllBytes(path))}");
}
