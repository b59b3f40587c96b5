using System.Diagnostics;
using System.Globalization;
using Npgsql;
using Shouldly;
using Xunit;

namespace BenchWorker.IntegrationTests;

/// <summary>A server that is stopped and started under load, in each of the ways there are.</summary>
[Trait("Category", "Fault")]
public sealed class RestartTests(ITestOutputHelper output) : IDisposable
{
    private static readonly Signal[] Ways = [Signal.Interrupt, Signal.Quit, Signal.Kill];

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("bench-restart-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task Updates_that_were_acknowledged_while_the_server_was_restarted_are_published()
    {
        EmbeddedPostgresOptions options = new() { Folder = folder.FullName, Lifetime = EmbeddedPostgresLifetime.StopWithLastUser };
        List<EmbeddedPostgres> servers = [await EmbeddedPostgres.StartAsync(options, CancellationToken.None)];
        string connection = servers[0].ConnectionString;
        await using (NpgsqlDataSource database = NpgsqlDataSource.Create(connection))
            await BenchSchema.MigrateAsync(database, CancellationToken.None);
        await using Bench bench = await Bench.CreateAsync(connection);
        string[] models = ["Alpha", "Beta", "Gamma"];
        foreach (string model in models) await bench.ScoreAsync("arithmetic", model, 0);
        await using SiteReader reader = new(bench.Site);
        await bench.StartAsync();
        await bench.StartAsync();
        await bench.PageHoldsAsync("arithmetic", "Gamma");
        using CancellationTokenSource stop = new();
        Task<int>[] writers = [.. models.Select(model => WriteAsync(connection, model, stop.Token))];
        RecoveryTimes away = new();
        for (int round = 0; round < FaultRounds.Of(Ways.Length); round++)
        {
            await Task.Delay(500 + round * 37 % 300);
            long began = Stopwatch.GetTimestamp();
            await ServerProcess.StopAsync(folder, Ways[round % Ways.Length]);
            servers.Add(await EmbeddedPostgres.StartAsync(options, CancellationToken.None));
            bench.Database.DataSource.Clear();
            (await bench.FateAsync(await bench.RequestAsync("arithmetic"))).ShouldBe("done");
            away.Add(Stopwatch.GetElapsedTime(began));
        }

        await stop.CancelAsync();
        int[] acknowledged = await Task.WhenAll(writers);
        await bench.QuietAsync();
        reader.Look();
        string scores = await File.ReadAllTextAsync(Path.Combine(bench.Site, "current", "boards", "arithmetic", "scores.csv"), TestContext.Current.CancellationToken);
        int lost = 0;
        for (int i = 0; i < models.Length; i++)
        {
            // The last one may have been committed without an answer.
            double stored = await bench.Database.ScalarAsync<double>($"select value from bench.result where model = '{models[i]}'");
            lost += stored >= Value(acknowledged[i]) && scores.Contains(stored.ToString("R", CultureInfo.InvariantCulture), StringComparison.Ordinal) ? 0 : 1;
        }

        output.WriteLine($"server stopped under load {away.Count} times (fast, immediate, kill -9): {acknowledged.Sum()} acknowledged updates, lost {lost}, torn sites {reader.Torn.Count} in {reader.Looks} looks, boards gone back {reader.Regressions.Count}; from the stop to a request answered {away}");
        lost.ShouldBe(0);
        acknowledged.Sum().ShouldBeGreaterThan(30);
        reader.Torn.ShouldBeEmpty();
        reader.Regressions.ShouldBeEmpty();
        (await bench.Database.ScalarAsync<long>("select count(*) from bench.refresh_request where state <> 'done'")).ShouldBe(0);
        foreach (EmbeddedPostgres server in servers) await server.DisposeAsync();
    }

    private static double Value(int row) => row / 1e6;

    /// <returns>The number of the last update that was acknowledged.</returns>
    private static async Task<int> WriteAsync(string connection, string model, CancellationToken ct)
    {
        await using NpgsqlDataSource database = NpgsqlDataSource.Create(connection);
        int acknowledged = 0;
        while (!ct.IsCancellationRequested)
        {
            try
            {
                await using NpgsqlCommand update = database.CreateCommand("update bench.score s set value = $1 from bench.model m where m.id = s.model_id and m.name = $2");
                update.Parameters.Add(new NpgsqlParameter<double> { TypedValue = Value(acknowledged + 1) });
                update.Parameters.Add(new NpgsqlParameter<string> { TypedValue = model });
                await update.ExecuteNonQueryAsync(CancellationToken.None);
                acknowledged++;
            }
            catch (NpgsqlException)
            {
                // The server is away: this one was not acknowledged and is written again.
            }

            await Task.Delay(20, CancellationToken.None);
        }

        return acknowledged;
    }
}
