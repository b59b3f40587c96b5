using Npgsql;
using Shouldly;
using Xunit;

namespace BenchWorker.IntegrationTests;

public sealed class GrantTests
{
    [Theory]
    [InlineData("bench_writer", "insert into bench.result (benchmark, task, model, metric, value) values ('B', 'T', 'M', 'acc', 0.7)")]
    [InlineData("bench_writer", "insert into bench.refresh_request (board) values ('b')")]
    [InlineData("bench_writer", "update bench.run set invalidated_at = now(), invalidated_reason = 'wrong prompt'")]
    [InlineData("bench_writer", "update bench.score set value = 0.8")]
    [InlineData("bench_writer", "select bench.mark('b')")]
    [InlineData("bench_worker", "select bench.intake()")]
    [InlineData("bench_worker", "select bench.claim('me', '30 s')")]
    [InlineData("bench_worker", "insert into bench.board (slug, title) values ('c', 'C')")]
    [InlineData("bench_reader", "select * from bench.result, bench.refresh_request")]
    public async Task A_role_may_do_its_work(string role, string sql)
    {
        await using TestDatabase database = await GrantedAsync();

        await database.ExecuteAsync($"set role {role}; {sql}");
    }

    [Theory]
    [InlineData("bench_writer", "insert into bench.refresh_request (board, state) values ('b', 'done')")]
    [InlineData("bench_writer", "delete from bench.dirty")]
    [InlineData("bench_writer", "select bench.claim('me', '30 s')")]
    [InlineData("bench_worker", "insert into bench.result (benchmark, task, model, metric, value) values ('B', 'T', 'M', 'acc', 0.7)")]
    [InlineData("bench_worker", "delete from bench.score")]
    [InlineData("bench_reader", "insert into bench.refresh_request (board) values ('b')")]
    [InlineData("bench_reader", "select bench.mark('b')")]
    public async Task A_role_may_do_no_more(string role, string sql)
    {
        await using TestDatabase database = await GrantedAsync();

        (await Should.ThrowAsync<PostgresException>(() => database.ExecuteAsync($"set role {role}; {sql}"))).SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
    }

    [Fact]
    public async Task What_a_writer_changes_is_marked_although_it_may_not_write_marks()
    {
        await using TestDatabase database = await GrantedAsync();
        await database.ExecuteAsync("delete from bench.dirty");

        await database.ExecuteAsync("set role bench_writer; update bench.score set value = 0.9");

        (await database.ScalarAsync<long>("select count(distinct benchmark_id) from bench.dirty")).ShouldBe(1);
    }

    private static async Task<TestDatabase> GrantedAsync()
    {
        TestDatabase database = await TestDatabase.CreateMigratedAsync();
        await database.ExecuteAsync(await DeployFile.ReadAsync("grants.sql"));
        await database.ExecuteAsync("""
            insert into bench.board (slug, title) values ('b', 'B');
            insert into bench.result (benchmark, task, model, metric, value) values ('B', 'T', 'N', 'acc', 0.5);
            """);
        return database;
    }
}
