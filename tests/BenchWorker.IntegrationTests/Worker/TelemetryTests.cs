using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;
using Shouldly;
using Xunit;

namespace BenchWorker.IntegrationTests;

/// <summary>What a worker says of itself to orchestrators and to collectors of metrics.</summary>
public sealed class TelemetryTests : IDisposable
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    private readonly HttpClient http = new();

    public void Dispose() => http.Dispose();

    [Fact]
    public async Task A_worker_with_its_database_is_started_alive_and_ready()
    {
        await using Bench bench = await Bench.CreateAsync();
        string address = await StartAsync(bench);
        await bench.ScoreAsync("arithmetic", "Alpha", 0.5);
        await bench.PageHoldsAsync("arithmetic", "Alpha");

        (await AskAsync($"{address}/health/startup")).ShouldBe((200, "ok\n"));
        (await AskAsync($"{address}/health/live")).ShouldBe((200, "ok\n"));
        (await AskAsync($"{address}/health/ready")).ShouldBe((200, "ok\n"));
        (await AskAsync($"{address}/else")).ShouldBe((404, "/health/startup, /health/live, /health/ready, /metrics\n"));
    }

    [Fact]
    public async Task Without_its_database_a_worker_is_alive_and_not_ready_until_it_is_back()
    {
        await using Bench bench = await Bench.CreateAsync();
        string address = await StartAsync(bench);
        await bench.ScoreAsync("arithmetic", "Alpha", 0.5);
        await bench.PageHoldsAsync("arithmetic", "Alpha");
        string name = (await bench.Database.ScalarAsync<string>("select current_database()"))!;

        await AdministerAsync($"alter database {name} with allow_connections false; select pg_terminate_backend(pid) from pg_stat_activity where datname = '{name}'");
        (int status, string said) = await AskAsync($"{address}/health/ready");
        // The first to ask may be given a pooled connection that was cut just now.
        for (int asked = 1; asked < 10 && said.StartsWith("The database cannot be reached", StringComparison.Ordinal); asked++)
            (status, said) = await AskAsync($"{address}/health/ready");

        (status, said).ShouldBe((503, $"The database answered: database \"{name}\" is not currently accepting connections (55000).\n"));
        (await AskAsync($"{address}/health/live")).Status.ShouldBe(200);
        (await AskAsync($"{address}/metrics")).Status.ShouldBe(200);

        await AdministerAsync($"alter database {name} with allow_connections true");
        bench.Database.DataSource.Clear();
        (await bench.FateAsync(await bench.RequestAsync("arithmetic"))).ShouldBe("done");
        (await AskAsync($"{address}/health/ready")).ShouldBe((200, "ok\n"));
    }

    [Fact]
    public async Task Metrics_tell_the_queue_the_refreshes_and_the_oldest_transaction()
    {
        await using Bench bench = await Bench.CreateAsync();
        bench.WriteBoard("poison", "source: { query: \"select 1 / 0 as value\" }");
        bench.Settings.Add("BenchWorker:Worker:MaxAttempts=1");
        string address = await StartAsync(bench);
        await bench.ScoreAsync("arithmetic", "Alpha", 0.5);
        await bench.PageHoldsAsync("arithmetic", "Alpha");
        await bench.FateAsync(await bench.RequestAsync("poison"));
        await bench.FateAsync(await bench.RequestAsync("arithmetic"));
        await bench.Database.ExecuteAsync("update bench.board set active = false where slug = 'poison'; insert into bench.refresh_request (board, state, requested_at) values ('arithmetic', 'accepted', now() - interval '1 hour')");
        await using NpgsqlConnection idle = await bench.Database.DataSource.OpenConnectionAsync(Ct);
        await using NpgsqlTransaction open = await idle.BeginTransactionAsync(Ct);
        await using (NpgsqlCommand begin = new("select txid_current()", idle))
            await begin.ExecuteScalarAsync(Ct);
        await Task.Delay(TimeSpan.FromMilliseconds(300), Ct);

        Dictionary<string, double> metrics = Parse((await AskAsync($"{address}/metrics")).Text);

        metrics["benchworker_refreshes_total{outcome=\"published\"}"].ShouldBeGreaterThanOrEqualTo(1);
        metrics["benchworker_refreshes_total{outcome=\"unchanged\"}"].ShouldBeGreaterThanOrEqualTo(1);
        metrics["benchworker_refresh_failures_total{fate=\"parked\"}"].ShouldBeGreaterThanOrEqualTo(1);
        metrics["benchworker_boards_parked"].ShouldBe(1);
        metrics["benchworker_request_oldest_age_seconds"].ShouldBeInRange(3600, 3700);
        metrics["benchworker_transaction_oldest_age_seconds"].ShouldBeInRange(0.3, 60);
        metrics["benchworker_refresh_duration_seconds_count{stage=\"publish\"}"].ShouldBe(metrics["benchworker_refresh_duration_seconds_bucket{stage=\"publish\",le=\"+Inf\"}"]);
        metrics["benchworker_publish_files_total"].ShouldBeGreaterThan(5);
    }

    [Fact]
    public async Task Metrics_are_pushed_to_a_collector_over_grpc_when_the_worker_stops()
    {
        await using Bench bench = await Bench.CreateAsync();
        await using OtlpCollector collector = await OtlpCollector.StartAsync();
        WorkerProcess worker = await bench.StartAsync($"BenchWorker:Telemetry:OtlpEndpoint={collector.Address}");
        await bench.ScoreAsync("arithmetic", "Alpha", 0.5);
        await bench.PageHoldsAsync("arithmetic", "Alpha");
        await bench.QuietAsync();

        worker.Send(Signal.Terminate);
        (await worker.EndAsync()).ShouldBe(0, worker.Log);

        collector.Received.ShouldContain("/opentelemetry.proto.collector.metrics.v1.MetricsService/Export");
        collector.Text.ShouldContain("benchworker.refreshes");
        collector.Text.ShouldContain("benchworker.refresh.duration");
    }

    [Fact]
    public async Task An_address_that_is_taken_ends_the_worker_with_the_sentence()
    {
        await using Bench bench = await Bench.CreateAsync();
        using TcpListener taken = new(IPAddress.Loopback, 0);
        taken.Start();
        string address = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{((IPEndPoint)taken.LocalEndpoint).Port}");
        WorkerProcess worker = bench.Launch($"BenchWorker:Telemetry:Listen={address}");

        (await worker.EndAsync()).ShouldBe(1);

        worker.Log.ShouldContain($"BenchWorker:Telemetry:Listen {address} cannot be served");
    }

    private static async Task<string> StartAsync(Bench bench)
    {
        string address = LoopbackPort.Free();
        await bench.StartAsync($"BenchWorker:Telemetry:Listen={address}");
        return address;
    }

    private static async Task AdministerAsync(string sql)
    {
        await using NpgsqlConnection connection = new((await TestCluster.GetAsync()).ConnectionString);
        await connection.OpenAsync(Ct);
        await using NpgsqlCommand command = new(sql, connection);
        await command.ExecuteNonQueryAsync(Ct);
    }

    private static Dictionary<string, double> Parse(string text) => text.Split('\n')
        .Where(static line => line.Length > 0 && line[0] != '#')
        .ToDictionary(static line => line[..line.LastIndexOf(' ')], static line => double.Parse(line[(line.LastIndexOf(' ') + 1)..], CultureInfo.InvariantCulture));

    private async Task<(int Status, string Text)> AskAsync(string address)
    {
        using HttpResponseMessage answer = await http.GetAsync(new Uri(address), Ct);
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync(Ct));
    }
}
