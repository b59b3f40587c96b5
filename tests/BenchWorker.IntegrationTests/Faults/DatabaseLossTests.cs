using System.Diagnostics;
using Npgsql;
using Shouldly;
using Xunit;

namespace BenchWorker.IntegrationTests;

[Trait("Category", "Fault")]
public sealed class DatabaseLossTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Terminated_backends_cost_no_request_and_no_attempt()
    {
        await using Bench bench = await Bench.CreateAsync();
        await bench.ScoreAsync("arithmetic", "Seed", 0.5);
        await bench.StartAsync();
        await bench.StartAsync();
        await bench.PageHoldsAsync("arithmetic", "Seed");
        int rounds = FaultRounds.Of(8);
        int killed = 0;
        RecoveryTimes recoveries = new();
        for (int round = 0; round < rounds; round++)
        {
            await bench.ScoreAsync("arithmetic", $"Model {round}", 0.5);
            long request = await bench.RequestAsync("arithmetic");
            await Task.Delay(round * 17 % 100);
            long began = Stopwatch.GetTimestamp();
            killed += (int)await bench.Database.ScalarAsync<long>("select count(pg_terminate_backend(pid)) from pg_stat_activity where datname = current_database() and application_name like 'benchworker%' and pid <> pg_backend_pid()");
            await bench.FateAsync(request);
            recoveries.Add(Stopwatch.GetElapsedTime(began));
        }

        await bench.FateAsync(await bench.RequestAsync("arithmetic"));
        await bench.QuietAsync();

        long lost = await bench.Database.ScalarAsync<long>("select count(*) from bench.refresh_request where state <> 'done'");
        output.WriteLine($"terminated backends: {killed} in {rounds} rounds, lost requests {lost}, recovery {recoveries}");
        lost.ShouldBe(0);
        killed.ShouldBeGreaterThan(rounds);
        (await bench.Database.ScalarAsync<int>("select attempts from bench.work")).ShouldBe(0);
        for (int round = 0; round < rounds; round++)
            bench.Page("arithmetic").ShouldNotBeNull().ShouldContain($"Model {round}<");
    }

    [Fact]
    public async Task A_server_that_is_killed_and_comes_back_is_found_again()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("bench-loss-");
        EmbeddedPostgresOptions options = new() { Folder = folder.FullName, Lifetime = EmbeddedPostgresLifetime.StopWithLastUser };
        List<EmbeddedPostgres> servers = [await EmbeddedPostgres.StartAsync(options, CancellationToken.None)];
        string connection = servers[0].ConnectionString;
        await using (NpgsqlDataSource database = NpgsqlDataSource.Create(connection))
            await BenchSchema.MigrateAsync(database, CancellationToken.None);
        await using Bench bench = await Bench.CreateAsync(connection);
        await bench.ScoreAsync("arithmetic", "Seed", 0.5);
        WorkerProcess worker = await bench.StartAsync();
        await bench.PageHoldsAsync("arithmetic", "Seed");
        RecoveryTimes recoveries = new();
        for (int round = 0; round < FaultRounds.Of(2); round++)
        {
            // Acknowledged, so it must survive.
            await bench.ScoreAsync("arithmetic", $"Model {round}", 0.5);
            await bench.RequestAsync("arithmetic");
            await ServerProcess.StopAsync(folder, Signal.Kill);
            servers.Add(await EmbeddedPostgres.StartAsync(options, CancellationToken.None));
            bench.Database.DataSource.Clear();
            long back = Stopwatch.GetTimestamp();
            await bench.PageHoldsAsync("arithmetic", $"Model {round}<");
            recoveries.Add(Stopwatch.GetElapsedTime(back));
        }

        await bench.QuietAsync();
        long lost = await bench.Database.ScalarAsync<long>("select count(*) from bench.refresh_request where state <> 'done'");
        output.WriteLine($"server killed: {recoveries.Count} times, lost requests {lost}, published again {recoveries} after it was back");
        lost.ShouldBe(0);
        worker.Log.ShouldContain("Could not look at the queue; again in");
        foreach (EmbeddedPostgres server in servers) await server.DisposeAsync();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_worker_that_starts_before_its_server_waits_for_it()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("bench-loss-");
        EmbeddedPostgresOptions options = new() { Folder = folder.FullName, Lifetime = EmbeddedPostgresLifetime.StopWithLastUser };
        string connection;
        await using (EmbeddedPostgres made = await EmbeddedPostgres.StartAsync(options, CancellationToken.None))
            connection = made.ConnectionString;
        await using Bench bench = await Bench.CreateAsync(connection);
        WorkerProcess worker = bench.Launch();
        await worker.SaysAsync("The database cannot be reached");

        EmbeddedPostgres server = await EmbeddedPostgres.StartAsync(options, CancellationToken.None);
        await worker.StartedAsync();
        await bench.ScoreAsync("arithmetic", "Alpha", 0.5);
        await bench.PageHoldsAsync("arithmetic", "Alpha");

        worker.Log.ShouldContain("Again in 1 s.");
        worker.Kill();
        await server.DisposeAsync();
        folder.Delete(recursive: true);
    }
}
