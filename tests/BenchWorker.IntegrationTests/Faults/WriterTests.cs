using System.Diagnostics;
using Npgsql;
using Shouldly;
using Xunit;

namespace BenchWorker.IntegrationTests;

/// <summary>Writers as they are: many at once, late, out of order, rolled back, without pause.</summary>
[Trait("Category", "Fault")]
public sealed class WriterTests(ITestOutputHelper output)
{
    private const int Writers = 8;

    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Rows_that_commit_late_and_out_of_order_are_all_published_and_rolled_back_ones_never()
    {
        await using Bench bench = await Bench.CreateAsync();
        await bench.Database.ExecuteAsync("create table results (id bigint generated always as identity, model text, value float8)");
        bench.WriteBoard("polled", "source: { query: \"select 'T' as task, model, value from results\" }\nrefresh: { watch: { table: public.results, by: xmin, every: 1s } }");
        await bench.ScoreAsync("marked", "Seed", 0.5);
        await bench.StartAsync();
        await bench.PageHoldsAsync("marked", "Seed");
        using CancellationTokenSource written = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        Task<int> naive = FollowIdsAsync(bench.Database, written.Token);

        int rows = FaultRounds.Of(25);
        List<string>[] writers = await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => WriteAsync(bench.Database, writer, rows)));
        string[] committed = [.. writers.SelectMany(static models => models)];
        await written.CancelAsync();
        int control = committed.Length - await naive;
        await bench.QuietAsync();
        foreach (List<string> models in writers)
            await bench.PageHoldsAsync("polled", models[^1]);
        await bench.QuietAsync();

        foreach (string board in (string[])["marked", "polled"])
        {
            string scores = await File.ReadAllTextAsync(Path.Combine(bench.Site, "current", "boards", board, "scores.csv"), Ct);
            string[] lost = [.. committed.Where(model => !scores.Contains(model, StringComparison.Ordinal))];
            output.WriteLine($"{board}: {committed.Length} rows of {Writers} writers, lost {lost.Length}; a reader of ids above the last one lost {control}");
            lost.ShouldBeEmpty(board);
            scores.ShouldNotContain("Ghost");
        }

        control.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task A_writer_without_pause_does_not_starve_its_board()
    {
        await using Bench bench = await Bench.CreateAsync();
        await bench.ScoreAsync("arithmetic", "Seed", 0.5);
        await bench.StartAsync("BenchWorker:Worker:Debounce=00:00:01");
        await bench.PageHoldsAsync("arithmetic", "Seed");
        await bench.QuietAsync();
        long before = await bench.Database.ScalarAsync<long>("select count(*) from bench.publication where changed");
        long began = Stopwatch.GetTimestamp();

        for (int row = 0; Stopwatch.GetElapsedTime(began) < TimeSpan.FromSeconds(6); row++)
        {
            await bench.ScoreAsync("arithmetic", $"Model {row}", 0.5);
            await Task.Delay(50, Ct);
        }

        long releases = await bench.Database.ScalarAsync<long>("select count(*) from bench.publication where changed") - before;
        output.WriteLine($"a writer without pause for 6 s, debounce 1 s: {releases} releases meanwhile");
        releases.ShouldBeInRange(2, 7);
    }

    [Fact]
    public async Task Rows_of_a_replicating_session_are_marked_too()
    {
        await using Bench bench = await Bench.CreateAsync();
        await bench.ScoreAsync("arithmetic", "Seed", 0.25);
        await bench.StartAsync();
        await bench.PageHoldsAsync("arithmetic", "0.25");

        await bench.Database.ExecuteAsync("set session_replication_role = replica; update bench.score set value = 0.75");

        await bench.PageHoldsAsync("arithmetic", "0.75");
    }

    [Fact]
    public async Task A_storm_of_notifications_causes_no_refresh_and_delays_no_request()
    {
        await using Bench bench = await Bench.CreateAsync();
        await bench.ScoreAsync("arithmetic", "Seed", 0.5);
        await bench.StartAsync();
        await bench.PageHoldsAsync("arithmetic", "Seed");
        await bench.QuietAsync();
        long before = await bench.Database.ScalarAsync<long>("select count(*) from bench.publication");
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        Task<long>[] storm = [.. Enumerable.Range(0, 4).Select(_ => NotifyAsync(bench.Database, stop.Token))];

        for (int round = 0; round < 5; round++)
            (await bench.FateAsync(await bench.RequestAsync("arithmetic"))).ShouldBe("done");
        await stop.CancelAsync();
        long sent = (await Task.WhenAll(storm)).Sum();
        await bench.QuietAsync();

        output.WriteLine($"storm of {sent} notifications: 5 requests answered by 5 refreshes");
        sent.ShouldBeGreaterThan(1000);
        (await bench.Database.ScalarAsync<long>("select count(*) from bench.publication")).ShouldBe(before + 5);
        await bench.UntilAsync("select pg_notification_queue_usage() < 0.01");
    }

    /// <returns>The models of the rows that were committed.</returns>
    private static async Task<List<string>> WriteAsync(TestDatabase database, int writer, int rows)
    {
        Random random = new(20260214 + writer);
        List<string> committed = [];
        await using NpgsqlConnection connection = await database.DataSource.OpenConnectionAsync(Ct);
        for (int row = 0; row < rows; row++)
        {
            bool ghost = row % 10 == 9;
            string model = ghost ? $"Ghost-{writer}-{row}" : $"Model-{writer}-{row}-";
            await using NpgsqlTransaction transaction = await connection.BeginTransactionAsync(Ct);
            await using NpgsqlCommand insert = new("with own as (insert into results (model, value) values ($1, 0.5)) insert into bench.result (benchmark, task, model, metric, value) values ('marked', 'sums', $1, 'accuracy', 0.5)", connection);
            insert.Parameters.Add(new NpgsqlParameter<string> { TypedValue = model });
            await insert.ExecuteNonQueryAsync(Ct);
            if (row % 5 == 4)
                await Task.Delay(random.Next(300), Ct);
            if (ghost)
            {
                await transaction.RollbackAsync(Ct);
                continue;
            }

            await transaction.CommitAsync(Ct);
            committed.Add(model);
        }

        return committed;
    }

    /// <summary>Negative control: what is often done, reading the ids above the highest that was seen.</summary>
    /// <returns>How many rows it saw.</returns>
    private static async Task<int> FollowIdsAsync(TestDatabase database, CancellationToken ct)
    {
        int seen = 0;
        long last = 0;
        while (true)
        {
            bool stopping = ct.IsCancellationRequested;
            string[] row = (await database.RowsAsync($"select count(*), coalesce(max(id), {last}) from results where id > {last}"))[0].Split('|');
            seen += int.Parse(row[0], null);
            last = long.Parse(row[1], null);
            if (stopping)
                return seen;
            await Task.Delay(5, CancellationToken.None);
        }
    }

    private static async Task<long> NotifyAsync(TestDatabase database, CancellationToken ct)
    {
        long sent = 0;
        for (; !ct.IsCancellationRequested; sent += 100)
            await database.ExecuteAsync("select pg_notify('bench_refresh', g::text) from generate_series(1, 100) g");
        return sent;
    }
}
