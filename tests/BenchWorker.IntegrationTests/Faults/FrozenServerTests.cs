using System.Diagnostics;
using Shouldly;
using Xunit;

namespace BenchWorker.IntegrationTests;

/// <summary>A connection whose server neither answers nor closes, as behind a firewall that forgot it.</summary>
[Trait("Category", "Fault")]
public sealed class FrozenServerTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Requests_are_answered_while_the_listening_connection_is_frozen_and_it_is_replaced()
    {
        await using Bench bench = await Bench.CreateAsync();
        await bench.ScoreAsync("arithmetic", "Seed", 0.5);
        WorkerProcess worker = await bench.StartAsync();
        await bench.PageHoldsAsync("arithmetic", "Seed");
        await bench.QuietAsync();
        const string listening = "select pid from pg_stat_activity where datname = current_database() and application_name = 'benchworker' and query like 'select pg_try_advisory_lock%'";
        using Process backend = Process.GetProcessById(await bench.Database.ScalarAsync<int>(listening));
        backend.Send(Signal.Stop);
        try
        {
            long began = Stopwatch.GetTimestamp();

            (await bench.FateAsync(await bench.RequestAsync("arithmetic"))).ShouldBe("done", worker.Log);
            TimeSpan answered = Stopwatch.GetElapsedTime(began);
            await bench.UntilAsync($"select exists ({listening} and pid <> {backend.Id})");

            output.WriteLine($"frozen listener: a request answered after {answered.TotalMilliseconds:F0} ms, another connection listens after {Stopwatch.GetElapsedTime(began).TotalSeconds:F1} s");
            worker.Log.ShouldContain("Not listening for requests, polling goes on");
        }
        finally
        {
            backend.Send(Signal.Continue);
        }
    }
}
