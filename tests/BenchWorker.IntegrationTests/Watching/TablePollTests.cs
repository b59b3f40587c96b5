using Npgsql;
using Shouldly;
using Xunit;

namespace BenchWorker.IntegrationTests;

[Trait("Category", "Fault")]
public sealed class TablePollTests
{
    [Theory]
    [InlineData("by: xmin")]
    [InlineData("by: fingerprint")]
    [InlineData("by: fingerprint, column: id")]
    [InlineData("by: xid, column: writer")]
    [InlineData("by: trigger")]
    public async Task A_row_that_commits_late_or_is_deleted_refreshes_the_board(string by)
    {
        await using Bench bench = await Bench.CreateAsync();
        await bench.Database.ExecuteAsync("create schema eval; create table eval.results(id int primary key, model text, value float8, writer xid8 default pg_current_xact_id())");
        bench.WriteBoard("mine", $"source: {{ query: \"select 'T' as task, model, value from eval.results\" }}\nrefresh: {{ watch: {{ table: eval.results, {by}, every: 1s }} }}");
        if (by == "by: trigger") await bench.Database.ExecuteAsync(await TriggersAsync(bench));
        await bench.Database.ExecuteAsync("insert into eval.results values (1, 'First', 0.25)");
        await bench.StartAsync();
        await bench.PageHoldsAsync("mine", "First");
        await using NpgsqlConnection late = await bench.Database.DataSource.OpenConnectionAsync();
        await using NpgsqlTransaction open = await late.BeginTransactionAsync();
        await using (NpgsqlCommand insert = new("insert into eval.results values (2, 'Late', 0.5)", late))
            await insert.ExecuteNonQueryAsync();
        await bench.Database.ExecuteAsync("insert into eval.results values (3, 'Third', 0.75)");
        await bench.PageHoldsAsync("mine", "Third");

        await open.CommitAsync();
        await bench.PageHoldsAsync("mine", "Late");
        await bench.Database.ExecuteAsync("delete from eval.results where id = 1");

        await bench.PageLacksAsync("mine", "First<");
    }

    private static async Task<string> TriggersAsync(Bench bench)
    {
        WorkerProcess check = bench.Call("check", "--print-triggers", "mine");
        (await check.EndAsync()).ShouldBe(0, check.Log);
        return check.Log;
    }
}
