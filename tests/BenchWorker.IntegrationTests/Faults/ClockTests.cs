using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Shouldly;
using Xunit;

namespace BenchWorker.IntegrationTests;

/// <summary>Workers whose clocks are wrong, and step. Leases, back-off and marks are the database's time, so nothing depends on theirs.</summary>
[Trait("Category", "Fault")]
public sealed class ClockTests : IDisposable
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("bench-clock-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task A_lease_runs_by_the_databases_clock_whatever_the_workers_clocks_say()
    {
        await using TestDatabase database = await ScoredAsync();
        FakeTime early = new(DateTimeOffset.UtcNow - Hour);
        FakeTime late = new(DateTimeOffset.UtcNow + Hour);
        using IHost first = Host(database, early);
        using IHost second = Host(database, late);
        RefreshWorker worker = first.Services.GetRequiredService<RefreshWorker>();
        await worker.LookAsync(Ct);
        Claim claim = (await worker.ClaimAsync(Ct)).ShouldNotBeNull();

        (await database.ScalarAsync<bool>("select lease_until - clock_timestamp() between interval '25 s' and interval '30 s' from bench.work")).ShouldBeTrue();
        early.Now += 2 * Hour;
        late.Now += 2 * Hour;

        // The other one, three hours ahead of the database, does not think that the lease ran out.
        (await second.Services.GetRequiredService<RefreshWorker>().WorkAsync(Ct)).ShouldBeFalse();
        await worker.RefreshAsync(claim, Ct);
        (await database.RowsAsync("select done = want, owner, attempts from bench.work")).ShouldBe(["t||0"]);
    }

    [Fact]
    public async Task Every_change_is_published_while_clocks_step_to_and_fro_by_hours()
    {
        await using TestDatabase database = await ScoredAsync();
        FakeTime[] clocks = [new(DateTimeOffset.UtcNow - Hour), new(DateTimeOffset.UtcNow + Hour)];
        IHost[] hosts = [.. clocks.Select(clock => Host(database, clock))];
        for (int round = 0; round < FaultRounds.Of(6); round++)
        {
            clocks[round % 2].Now += round % 4 < 2 ? 3 * Hour : -3 * Hour;
            await database.ExecuteAsync($"insert into bench.result (benchmark, task, model, metric, value, run) values ('arithmetic', 'sums', 'Model {round}', 'acc', 0.5, 'r{round}')");

            (await hosts[round % 2].Services.GetRequiredService<RefreshWorker>().WorkAsync(Ct)).ShouldBeTrue();

            (await File.ReadAllTextAsync(Path.Combine(folder.FullName, "site", "current", "boards", "arithmetic", "index.html"), Ct)).ShouldContain($"Model {round}");
        }

        foreach (IHost host in hosts) host.Dispose();
        (await database.ScalarAsync<bool>("select bool_and(published_at between now() - interval '1 minute' * 10 and now()) from bench.publication")).ShouldBeTrue();
        (await database.ScalarAsync<bool>("select array_agg(sequence order by id) = array_agg(sequence order by sequence) from bench.publication")).ShouldBeTrue();
    }

    private static async Task<TestDatabase> ScoredAsync()
    {
        TestDatabase database = await TestDatabase.CreateMigratedAsync();
        await database.ExecuteAsync("insert into bench.result (benchmark, task, model, metric, value) values ('arithmetic', 'sums', 'Seed', 'acc', 0.5)");
        return database;
    }

    private IHost Host(TestDatabase database, TimeProvider clock)
    {
        HostApplicationBuilder builder = WorkerHost.CreateBuilder(
            new Dictionary<string, string?>
            {
                ["BenchWorker:Boards:Folder"] = Path.Combine(folder.FullName, "boards"),
                ["BenchWorker:Site:Folder"] = Path.Combine(folder.FullName, "site"),
                ["BenchWorker:Worker:Debounce"] = "00:00:00",
            },
            quiet: true).AddBenchWorker(database.DataSource);
        builder.Services.AddSingleton(clock);
        return builder.Build();
    }
}
