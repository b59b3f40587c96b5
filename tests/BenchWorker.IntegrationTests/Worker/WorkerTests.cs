using Npgsql;
using Shouldly;
using Xunit;

namespace BenchWorker.IntegrationTests;

public sealed class WorkerTests
{
    [Fact]
    public async Task A_request_row_publishes_the_page_and_tells_its_fate()
    {
        await using Bench bench = await Bench.CreateAsync();
        bench.WriteBoard("mine", "source: { query: \"select 'T' as task, 'Alpha' as model, value from mine\" }");
        await bench.Database.ExecuteAsync("create table mine(value float8); insert into mine values (0.25)");
        await bench.StartAsync();
        await bench.PageHoldsAsync("mine", "0.25");
        await bench.Database.ExecuteAsync("update mine set value = 0.75");

        long request = await bench.RequestAsync("mine");

        (await bench.FateAsync(request)).ShouldBe("done");
        bench.Page("mine").ShouldNotBeNull().ShouldContain("0.75");
        IReadOnlyList<string> row = await bench.Database.RowsAsync($"""
            select r.attempts, r.requested_at <= r.started_at, r.started_at <= r.finished_at, r.error, p.board, p.changed
            from bench.refresh_request r join bench.publication p on p.id = r.publication_id where r.id = {request}
            """);
        row.ShouldBe(["1|t|t||mine|t"]);
    }

    [Fact]
    public async Task A_committed_row_publishes_the_page_without_any_request()
    {
        await using Bench bench = await Bench.CreateAsync();
        await bench.StartAsync();

        await bench.ScoreAsync("arithmetic", "Alpha", 0.123);

        await bench.PageHoldsAsync("arithmetic", "0.123");
    }

    [Fact]
    public async Task A_board_that_is_done_does_not_stop_a_slower_one_of_its_lane()
    {
        await using Bench bench = await Bench.CreateAsync();
        bench.WriteBoard("quick", "source: { query: \"select 'T' as task, 'Alpha' as model, 0.25 as value\" }");
        bench.WriteBoard("slow", "source: { query: \"select 'T' as task, 'Beta' as model, 0.75 as value from pg_sleep(5)\" }");

        WorkerProcess worker = await bench.StartAsync("BenchWorker:Worker:Parallelism=1");
        await bench.PageHoldsAsync("slow", "Beta");
        await bench.QuietAsync();

        worker.Log.ShouldNotContain("interrupted");
        (await bench.Database.ScalarAsync<long>("select count(distinct sequence) from bench.publication")).ShouldBe(2, "the quick one did not wait");
    }

    [Fact]
    public async Task A_request_for_an_unknown_board_is_rejected_with_the_sentence()
    {
        await using Bench bench = await Bench.CreateAsync();
        await bench.StartAsync();

        long request = await bench.RequestAsync("it''s not <there>");

        (await bench.FateAsync(request)).ShouldBe("rejected");
        (await bench.Database.ScalarAsync<string>("select error from bench.refresh_request")).ShouldBe("There is no board 'it''s not <there>'. Boards: see the table bench.board.");
    }

    [Fact]
    public async Task A_row_that_commits_late_is_not_skipped()
    {
        await using Bench bench = await Bench.CreateAsync();
        await bench.ScoreAsync("arithmetic", "First", 0.25);
        await bench.StartAsync();
        await bench.PageHoldsAsync("arithmetic", "First");
        await using NpgsqlConnection late = await bench.Database.DataSource.OpenConnectionAsync();
        await using NpgsqlTransaction open = await late.BeginTransactionAsync();
        await using (NpgsqlCommand insert = new("insert into bench.result (benchmark, task, model, metric, value) values ('arithmetic', 'sums', 'Late', 'accuracy', 0.5)", late))
            await insert.ExecuteNonQueryAsync();
        await bench.ScoreAsync("arithmetic", "Second", 0.75);
        await bench.PageHoldsAsync("arithmetic", "Second");

        await open.CommitAsync();

        await bench.PageHoldsAsync("arithmetic", "Late");
    }

    [Fact]
    public async Task A_writer_that_rolls_back_causes_no_refresh()
    {
        await using Bench bench = await Bench.CreateAsync();
        await bench.ScoreAsync("arithmetic", "First", 0.25);
        await bench.StartAsync();
        await bench.QuietAsync();
        long before = await bench.Database.ScalarAsync<long>("select count(*) from bench.publication");

        await bench.Database.ExecuteAsync("begin; insert into bench.result (benchmark, task, model, metric, value) values ('arithmetic', 'sums', 'Ghost', 'accuracy', 0.5); rollback");
        await bench.FateAsync(await bench.RequestAsync("arithmetic"));

        (await bench.Database.ScalarAsync<long>("select count(*) from bench.publication")).ShouldBe(before + 1);
        bench.Page("arithmetic").ShouldNotBeNull().ShouldNotContain("Ghost");
    }

    [Fact]
    public async Task Truncated_scores_refresh_every_board()
    {
        await using Bench bench = await Bench.CreateAsync();
        await bench.ScoreAsync("one", "Alpha", 0.25);
        await bench.ScoreAsync("two", "Alpha", 0.25);
        await bench.StartAsync();
        await bench.PageHoldsAsync("two", "Alpha");
        await bench.QuietAsync();

        await bench.Database.ExecuteAsync("truncate bench.score");

        await bench.UntilAsync("select count(*) = 2 from bench.work where want >= 2 and want = done");
    }

    [Fact]
    public async Task Requests_during_a_refresh_cause_exactly_one_more()
    {
        await using Bench bench = await Bench.CreateAsync();
        bench.WriteBoard("slow", "source: { query: \"select 'T' as task, 'Alpha' as model, 1 as value, pg_sleep(1)::text as nap\" }");
        await bench.StartAsync();
        await bench.QuietAsync();
        await bench.RequestAsync("slow");
        await bench.UntilAsync("select count(*) = 1 from bench.refresh_request where state = 'running'");
        long before = await bench.Database.ScalarAsync<long>("select count(*) from bench.publication");

        for (int i = 0; i < 20; i++)
            await bench.RequestAsync("slow");
        await bench.QuietAsync();

        (await bench.Database.ScalarAsync<long>("select count(*) from bench.publication")).ShouldBe(before + 2);
        (await bench.Database.ScalarAsync<long>("select count(*) from bench.refresh_request where state = 'done' and attempts = 1")).ShouldBe(21);
    }

    [Fact]
    public async Task A_poisoned_board_fails_its_requests_and_the_healthy_ones_go_on()
    {
        await using Bench bench = await Bench.CreateAsync();
        bench.WriteBoard("poison", "source: { query: \"select 1 / 0 as value\" }");
        bench.WriteBoard("healthy", "source: { query: \"select 'T' as task, 'Alpha' as model, 0.5 as value\" }");
        await bench.StartAsync("BenchWorker:Worker:MaxAttempts=2");

        long poisoned = await bench.RequestAsync("poison");
        long healthy = await bench.RequestAsync("healthy");

        (await bench.FateAsync(healthy)).ShouldBe("done");
        (await bench.FateAsync(poisoned)).ShouldBe("failed");
        (await bench.Database.ScalarAsync<string>($"select error from bench.refresh_request where id = {poisoned}")).ShouldBe("The query of board poison failed: division by zero.");
        bench.WriteBoard("poison", "source: { query: \"select 'T' as task, 'Cured' as model, 0.5 as value\" }");
        await bench.PageHoldsAsync("poison", "Cured");
    }

    [Fact]
    public async Task An_edited_board_file_is_taken_when_valid_and_the_old_one_kept_when_not()
    {
        await using Bench bench = await Bench.CreateAsync();
        bench.WriteBoard("mine", "title: First title\nsource: { benchmark: arithmetic }");
        await bench.ScoreAsync("arithmetic", "Alpha", 0.25);
        WorkerProcess worker = await bench.StartAsync();
        await bench.PageHoldsAsync("mine", "First title");

        bench.WriteBoard("mine", "title: Broken\nsauce: { benchmark: arithmetic }");
        await bench.ScoreAsync("arithmetic", "Beta", 0.75);
        await bench.PageHoldsAsync("mine", "Beta");
        bench.Page("mine").ShouldNotBeNull().ShouldContain("First title");
        worker.Log.ShouldContain("Kept the boards of before, because the edited files are not valid");

        bench.WriteBoard("mine", "title: Second title\nsource: { benchmark: arithmetic }");
        await bench.PageHoldsAsync("mine", "Second title");
    }

    [Fact]
    public async Task A_second_board_with_one_slug_is_refused_while_the_first_goes_on()
    {
        await using Bench bench = await Bench.CreateAsync();
        bench.WriteBoard("mine", "title: First title\nsource: { benchmark: arithmetic }");
        await bench.ScoreAsync("arithmetic", "Alpha", 0.25);
        WorkerProcess worker = await bench.StartAsync();
        await bench.PageHoldsAsync("mine", "First title");

        await File.WriteAllTextAsync(Path.Combine(bench.Boards, "other.yaml"), "board: mine\ntitle: Usurper\nsource: { benchmark: arithmetic }", TestContext.Current.CancellationToken);
        await bench.ScoreAsync("arithmetic", "Beta", 0.75);
        await bench.PageHoldsAsync("mine", "Beta");

        bench.Page("mine").ShouldNotBeNull().ShouldContain("First title");
        worker.Log.ShouldContain("slugs are unique");
        (await bench.FateAsync(await bench.RequestAsync("mine"))).ShouldBe("done");
    }

    [Fact]
    public async Task A_refresh_that_kills_its_worker_again_and_again_is_given_up_and_a_request_tries_afresh()
    {
        await using TestDatabase database = await TestDatabase.CreateMigratedAsync();
        await database.ExecuteAsync("insert into bench.board (slug, title) values ('deadly', 'D'), ('healthy', 'H'); insert into bench.refresh_request (board) values ('deadly'); select bench.intake()");
        // The lease of each claim runs out at once, as if the worker had died.
        for (int death = 0; death < 3; death++)
            (await database.ScalarAsync<string>("select board from bench.claim('worker', '0 s', null, 3)")).ShouldBe("deadly");

        await database.ExecuteAsync("insert into bench.refresh_request (board) values ('healthy'); select bench.intake()");
        (await database.ScalarAsync<string>("select board from bench.claim('worker', '30 s', null, 3)")).ShouldBe("healthy");
        (await database.RowsAsync("select state, attempts, error from bench.refresh_request where board = 'deadly'")).ShouldBe(["failed|3|The refresh was begun 3 times and never ended; the worker died each time."]);

        await database.ExecuteAsync("insert into bench.refresh_request (board) values ('deadly'); select bench.intake()");
        (await database.RowsAsync("select board, attempts from bench.claim('worker', '30 s', null, 3)")).ShouldBe(["deadly|1"]);
    }
}
