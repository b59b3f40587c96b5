using Shouldly;
using Xunit;

namespace BenchWorker.IntegrationTests;

/// <summary>The worker behind pgbouncer in transaction mode, where no session belongs to anyone for longer than a transaction.</summary>
[Trait("Category", "Fault")]
public sealed class PoolerTests
{
    [Fact]
    public async Task Two_workers_behind_a_pooler_migrate_watch_answer_and_keep_the_schedule()
    {
        await using PgBouncer pooler = await PgBouncer.StartAsync();
        await using TestDatabase database = await TestDatabase.CreateAsync();
        await using Bench bench = await Bench.CreateAsync(database.ConnectionString);
        bench.WorkerConnection = pooler.Through(database.ConnectionString);
        bench.Settings.Remove("BenchWorker:Schedule:Cron=");
        bench.Settings.Add("BenchWorker:Schedule:Cron=0/1 * * * * ?");
        WorkerProcess[] workers = [bench.Launch(), bench.Launch()];
        foreach (WorkerProcess worker in workers) await worker.StartedAsync();

        await bench.ScoreAsync("arithmetic", "Alpha", 0.123);
        await bench.PageHoldsAsync("arithmetic", "0.123");
        await bench.Database.ExecuteAsync("update bench.score set value = 0.456");
        await bench.PageHoldsAsync("arithmetic", "0.456");
        (await bench.FateAsync(await bench.RequestAsync("arithmetic"))).ShouldBe("done", workers[0].Log);
        await bench.UntilAsync("select count(*) >= 2 from bench.refresh_request where dedupe_key like 'cron:all:%' and state = 'done'");

        foreach (WorkerProcess worker in workers)
        {
            worker.Log.ShouldContain("Polling for requests: a pooler stands before the server");
            worker.Log.ShouldNotContain(" ERR ");
        }

        // A lock that a session kept would stay for ever in the pooler's connection.
        await bench.UntilAsync("select not exists (select from pg_locks where locktype = 'advisory' and database = (select oid from pg_database where datname = current_database()))");
    }

    [Fact]
    public async Task With_a_way_past_the_pooler_a_worker_listens_and_its_death_is_noticed_at_once()
    {
        await using PgBouncer pooler = await PgBouncer.StartAsync();
        await using Bench bench = await Bench.CreateAsync();
        bench.WorkerConnection = pooler.Through(bench.Database.ConnectionString);
        bench.Settings.AddRange([$"ConnectionStrings:Direct={bench.Database.ConnectionString}", "BenchWorker:Worker:Lease=00:10:00"]);
        bench.WriteBoard("slow", "source: { query: \"select 'T' as task, 'Alpha' as model, 0.5 as value, pg_sleep(2)::text as nap\" }");
        WorkerProcess first = await bench.StartAsync();
        await bench.UntilAsync("select exists (select from bench.work where lease_until is not null and owner_lock is not null)");
        WorkerProcess second = await bench.StartAsync();

        first.Kill();

        (await bench.FateAsync(await bench.RequestAsync("slow"))).ShouldBe("done", second.Log);
        second.Log.ShouldNotContain("Polling for requests");
    }
}
