using Shouldly;
using Xunit;

namespace BenchWorker.IntegrationTests;

[Trait("Category", "Fault")]
public sealed class PauseTests(ITestOutputHelper output)
{
    [Fact]
    public async Task A_paused_and_resumed_worker_publishes_nothing_with_its_old_token()
    {
        await using Bench bench = await Bench.CreateAsync();
        bench.WriteBoard("slow", "source: { query: \"select 'T' as task, model, 0.5 as value, pg_sleep(0.3)::text as nap from names\" }");
        await bench.Database.ExecuteAsync("create table names(model text); insert into names values ('Seed')");
        await using SiteReader reader = new(bench.Site);
        WorkerProcess first = await bench.StartAsync("BenchWorker:Worker:Lease=00:00:01");
        WorkerProcess second = await bench.StartAsync("BenchWorker:Worker:Lease=00:00:01");
        await bench.PageHoldsAsync("slow", "Seed");
        int rounds = FaultRounds.Of(3);
        int fenced = 0;
        for (int round = 0; round < rounds; round++)
        {
            await bench.Database.ExecuteAsync($"update names set model = 'Model {round}'; insert into bench.refresh_request (board) values ('slow')");
            await bench.UntilAsync("select exists (select from bench.work where lease_until is not null)");
            string owner = await bench.Database.ScalarAsync<string>("select split_part(owner, '/', 2) from bench.work where lease_until is not null") ?? "";
            WorkerProcess holder = owner == $"{first.Id}" ? first : second;
            holder.Send(Signal.Stop);
            // The other takes over when the lease has run out, and publishes something newer.
            await bench.Database.ExecuteAsync($"update names set model = 'Newer {round}'; insert into bench.refresh_request (board) values ('slow')");
            await bench.PageHoldsAsync("slow", $"Newer {round}");
            string before = holder.Log;
            holder.Send(Signal.Continue);
            await bench.QuietAsync();
            await bench.FateAsync(await bench.RequestAsync("slow"));
            bench.Page("slow").ShouldNotBeNull().ShouldContain($"Newer {round}");
            fenced += holder.Log[before.Length..].Contains("interrupted (Lost)", StringComparison.Ordinal) ? 1 : 0;
        }

        output.WriteLine($"SIGSTOP beyond the lease: {rounds} rounds, refreshes that found their token old {fenced}, boards gone back {reader.Regressions.Count}, torn sites {reader.Torn.Count} in {reader.Looks} looks");
        reader.Regressions.ShouldBeEmpty();
        reader.Torn.ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_its_check_the_old_token_would_have_folded()
    {
        await using TestDatabase database = await SampledAsync();
        long old = await database.ScalarAsync<long>("select token from bench.claim('first', '0 s')");
        await database.ScalarAsync<long>("select token from bench.claim('second', '30 s')");

        (await Should.ThrowAsync<Npgsql.PostgresException>(() => database.ExecuteAsync($"select bench.fold('b', {old}, 'b')"))).SqlState.ShouldBe("BW001");

        // What the fence undid is still to be done; with the fence taken out the same call does it.
        (await database.ScalarAsync<long>("select count(*) from bench.dirty_cell")).ShouldBe(1);
        await database.ExecuteAsync("do $$ begin execute replace(pg_get_functiondef('bench.fold'::regproc), 'if not found then', 'if false then'); end $$");
        await database.ExecuteAsync($"select bench.fold('b', {old}, 'b')");
        (await database.ScalarAsync<long>("select count(*) from bench.dirty_cell")).ShouldBe(0);
    }

    [Fact]
    public async Task Marks_deleted_after_the_sums_would_have_lost_a_change()
    {
        await using TestDatabase database = await SampledAsync();
        const string sums = "insert into bench.cell select * from bench.cells_of(1)";
        const string marks = "delete from bench.dirty_cell";
        const string change = "update bench.sample_score set value = 0.5";

        // A change that commits between the two statements of a fold, in the wrong order and in the right one.
        await database.ExecuteAsync(sums);
        await database.ExecuteAsync(change);
        await database.ExecuteAsync(marks);
        (await database.ScalarAsync<long>("select bench.sweep()")).ShouldBe(1);

        await database.ExecuteAsync($"delete from bench.cell; {marks}; {change} + 0.25");
        await database.ExecuteAsync(sums);
        (await database.ScalarAsync<long>("select bench.sweep()")).ShouldBe(0);
    }

    private static async Task<TestDatabase> SampledAsync()
    {
        TestDatabase database = await TestDatabase.CreateMigratedAsync();
        await database.ExecuteAsync("""
            insert into bench.board (slug, title, benchmark) values ('b', 'B', 'b');
            insert into bench.result (benchmark, task, model, metric, value, sample_id) values ('b', 'T', 'M', 'acc', 1, 's1');
            update bench.board set debounce = '0';
            select bench.intake();
            """);
        return database;
    }
}
