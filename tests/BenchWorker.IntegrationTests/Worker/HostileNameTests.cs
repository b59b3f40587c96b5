using Npgsql;
using Shouldly;
using Xunit;

namespace BenchWorker.IntegrationTests;

/// <summary>Whatever stands in a name or a key, it is stored and answered or refused with a reason, and the queue goes on.</summary>
[Trait("Category", "Fault")]
public sealed class HostileNameTests
{
    private static readonly string[] Texts =
    [
        "", " ", ".", "../../etc/passwd", @"..\..\x", "CON", "a\0b", "line\nbreak\ttab", "\u001b[2J", "'; drop table bench.work; --", "%s %L {0} $1",
        "<script>alert(1)</script>", "](javascript:1)", "=1+1", "\u202Etfel", "a\u200Db", "é", "e\u0301", "NaN", "0001-01-01", new('x', 200), new('x', 201), new('é', 511), new('x', 10_000),
    ];

    [Fact]
    public async Task Requests_with_any_board_and_key_are_answered_or_refused()
    {
        await using Bench bench = await Bench.CreateAsync();
        await bench.ScoreAsync("arithmetic", "Alpha", 0.123);
        WorkerProcess worker = await bench.StartAsync();
        await bench.PageHoldsAsync("arithmetic", "0.123");
        int stored = 0;

        foreach (string text in Texts)
        {
            stored += await StoredAsync(bench, "insert into bench.refresh_request (board) values ($1)", text, "ck_refresh_request_board");
            stored += await StoredAsync(bench, "insert into bench.refresh_request (board, dedupe_key) values ('arithmetic', $1)", text, "ck_refresh_request_dedupe_key");
        }

        (await bench.FateAsync(await bench.RequestAsync("arithmetic"))).ShouldBe("done", worker.Log);
        await bench.QuietAsync();
        (await bench.Database.RowsAsync("select distinct state, board = 'arithmetic', error is null from bench.refresh_request order by 1")).ShouldBe(["done|t|t", "rejected|f|f"]);
        (await bench.Database.ScalarAsync<long>("select count(*) from bench.refresh_request")).ShouldBe(stored + 1);
    }

    [Fact]
    public async Task Results_with_any_names_are_published_or_refused()
    {
        await using Bench bench = await Bench.CreateAsync();
        int stored = 0;

        foreach (string text in Texts)
        {
            stored += await StoredAsync(bench, "insert into bench.result (benchmark, task, model, metric, value) values ('arithmetic', $1, $1, 'accuracy', 0.5)", text, "ck_task_name");
            await StoredAsync(bench, "insert into bench.result (benchmark, task, model, metric, value, sample_id, subset) values ('samples', 'sums', 'Alpha', 'accuracy', 0.5, $1, $1)", text, "ck_sample_score_sample_id", "ck_sample_score_subset");
        }

        WorkerProcess worker = await bench.StartAsync();
        await bench.PageHoldsAsync("arithmetic", "etc/passwd");
        stored.ShouldBeGreaterThan(15);
        (await bench.FateAsync(await bench.RequestAsync("arithmetic"))).ShouldBe("done", worker.Log);
        (await bench.FateAsync(await bench.RequestAsync("samples"))).ShouldBe("done", worker.Log);
        bench.Page("arithmetic").ShouldNotBeNull().ShouldNotContain("<script>alert(1)");
    }

    /// <returns>1 when the row was stored, 0 when it was refused by one of the constraints or because Postgres has no such text.</returns>
    private static async Task<int> StoredAsync(Bench bench, string insert, string text, params string[] constraints)
    {
        await using NpgsqlCommand command = bench.Database.DataSource.CreateCommand(insert);
        command.Parameters.Add(new() { Value = text });
        try
        {
            return await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.CheckViolation)
        {
            constraints.ShouldContain(e.ConstraintName);
            return 0;
        }
        catch (PostgresException e) when (text.Contains('\0', StringComparison.Ordinal))
        {
            e.SqlState.ShouldBe(PostgresErrorCodes.CharacterNotInRepertoire);
            return 0;
        }
    }
}
