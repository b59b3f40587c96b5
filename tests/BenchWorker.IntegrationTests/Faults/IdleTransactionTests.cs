using System.Diagnostics;
using Npgsql;
using Shouldly;
using Xunit;

namespace BenchWorker.IntegrationTests;

/// <summary>
/// A writer who leaves a transaction open. BENCHWORKER_FAULT_MINUTES says for how long: it keeps back its own rows and nobody else's, and they are
/// published when it commits.
/// </summary>
[Trait("Category", "Fault")]
public sealed class IdleTransactionTests(ITestOutputHelper output) : IDisposable
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;
    private static readonly TimeSpan Brief = TimeSpan.FromSeconds(5);

    private readonly HttpClient http = new();

    public void Dispose() => http.Dispose();

    [Fact]
    public async Task A_transaction_that_is_left_open_holds_up_no_other_row_and_is_published_when_it_commits()
    {
        await using Bench bench = await Bench.CreateAsync();
        await bench.Database.ExecuteAsync("create table results (model text, value float8)");
        bench.WriteBoard("polled", "source: { query: \"select 'T' as task, model, value from results\" }\nrefresh: { watch: { table: public.results, by: xmin, every: 1s } }");
        await bench.ScoreAsync("marked", "Seed", 0.5);
        string address = LoopbackPort.Free();
        await bench.StartAsync($"BenchWorker:Telemetry:Listen={address}");
        await bench.PageHoldsAsync("marked", "Seed");
        await using NpgsqlConnection late = await bench.Database.DataSource.OpenConnectionAsync(Ct);
        await using NpgsqlTransaction open = await late.BeginTransactionAsync(Ct);
        await using (NpgsqlCommand insert = new("with own as (insert into results values ('Late', 0.5)) insert into bench.result (benchmark, task, model, metric, value) values ('marked', 'sums', 'Late', 'accuracy', 0.5)", late))
            await insert.ExecuteNonQueryAsync(Ct);
        long began = Stopwatch.GetTimestamp();
        TimeSpan length = FaultRounds.For(Brief);
        RecoveryTimes published = new();
        for (int row = 0; Stopwatch.GetElapsedTime(began) < length; row++)
        {
            long written = Stopwatch.GetTimestamp();
            await bench.ScoreAsync("marked", $"Model {row}", 0.5);
            await bench.Database.ExecuteAsync($"insert into results values ('Model {row}', 0.5)");
            await bench.PageHoldsAsync("marked", $"Model {row}<");
            await bench.PageHoldsAsync("polled", $"Model {row}<");
            published.Add(Stopwatch.GetElapsedTime(written));
            await Task.Delay(TimeSpan.FromSeconds(1), Ct);
        }

        foreach (string board in (string[])["marked", "polled"])
            bench.Page(board).ShouldNotBeNull().ShouldNotContain("Late");
        double age = Age(await http.GetStringAsync(new Uri($"{address}/metrics"), Ct));
        await open.CommitAsync(Ct);
        long committed = Stopwatch.GetTimestamp();
        await bench.PageHoldsAsync("marked", "Late");
        await bench.PageHoldsAsync("polled", "Late");

        output.WriteLine($"transaction left open for {age:F0} s: {published.Count} other rows published meanwhile, on a marked and on a polled board after {published}; its own {Stopwatch.GetElapsedTime(committed).TotalSeconds:F2} s after the commit");
        age.ShouldBeInRange(length.TotalSeconds - 1, length.TotalSeconds + 120);
    }

    /// <summary>Seconds of the oldest transaction, as collectors of metrics are told.</summary>
    private static double Age(string metrics) =>
        double.Parse(metrics.Split('\n').Single(static line => line.StartsWith("benchworker_transaction_oldest_age_seconds ", StringComparison.Ordinal)).Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture);
}
