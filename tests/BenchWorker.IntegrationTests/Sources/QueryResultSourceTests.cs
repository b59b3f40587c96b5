using BenchWorker.Analysis;
using BenchWorker.Site;
using Shouldly;
using Xunit;

namespace BenchWorker.IntegrationTests;

public sealed class QueryResultSourceTests
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Columns_are_taken_by_name_and_the_rest_are_dimensions()
    {
        await using TestDatabase database = await TestDatabase.CreateAsync();

        ResultSnapshot read = await ReadAsync(database, """
            select 'M' as model, 'T' as task, 'acc' as metric, true as higher_is_better, 0.1::numeric as value, 12 as n, 'fr' as language, 7 as step,
                   timestamp '2026-01-02 03:04:05' as run_at -- by name;
            ;
            """);

        Result row = read.Results.ShouldHaveSingleItem();
        (row.Benchmark, row.Task, row.Model, row.Metric, row.Value, row.SampleCount, row.Direction).ShouldBe(("My board", "T", "M", "acc", 0.1, 12, Direction.HigherIsBetter));
        (row.Field("language"), row.Field("step")).ShouldBe(("fr", "7"));
        row.RunAt.ShouldBe(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero));
        read.DataAsOf.ShouldBe(row.RunAt);
    }

    [Fact]
    public async Task Missing_values_keep_their_reason()
    {
        await using TestDatabase database = await TestDatabase.CreateAsync();

        ResultSnapshot read = await ReadAsync(database, "select * from (values ('a', null), ('b', 'NaN'), ('c', '-1'), ('d', '0')) t(task, value)", sentinel: -1);

        read.Results.Select(row => row.Missing).ShouldBe([MissingReason.NotRun, MissingReason.NonFinite, MissingReason.NotRun, null]);
    }

    [Theory]
    [InlineData("select 1 as score", "The query of board mine returns no column \"value\"; it returns: score.")]
    [InlineData("select 1 as value, 2 as value", "The query of board mine returns two columns called \"value\".")]
    [InlineData("select 'abc' as value", "Row 1 of the query of board mine: value \"abc\" is not a number.")]
    [InlineData("select 1 as value, -3 as n", "Row 1 of the query of board mine: n \"-3\" is not a whole number of 0 or more.")]
    [InlineData("select 1 as value, '[1]' as dimensions", "Row 1 of the query of board mine: dimensions are not a JSON object.")]
    [InlineData("select value from nowhere", "The query of board mine failed: relation \"nowhere\" does not exist (at character 19).")]
    [InlineData("select 1 as value; select 2", "The query of board mine failed: syntax error at or near \";\" (at character 18).")]
    [InlineData("select 1 as value) a where true; commit; drop table t; select * from (select 1 as value", "The query of board mine failed: it holds more than one statement.")]
    [InlineData("select nextval('s') as value", "The query of board mine failed: it writes (cannot execute nextval() in a read-only transaction); a board may only read.")]
    [InlineData("select pg_sleep(5)::text as value", "The query of board mine failed: it took longer than 0.5 s. Make it faster, or raise BenchWorker:Query:Timeout.")]
    [InlineData("select g as value from generate_series(1, 2000) g", "The query of board mine returns more than 1,000 rows. Aggregate in the query, or raise BenchWorker:Query:MaxRows.")]
    [InlineData("select set_config('transaction_read_only', 'off', true) as model, 1 as value", "The query of board mine failed: transaction read-write mode must be set before any query.")]
    [InlineData("with gone as (delete from t returning 1) select 1 as value", "The query of board mine failed: WITH clause containing a data-modifying statement must be at the top level (at character 6).")]
    [InlineData("select set_config('statement_timeout', '0', true) as model, pg_sleep(5)::text as value", "The query of board mine failed: it took longer than 0.5 s. Make it faster, or raise BenchWorker:Query:Timeout.")]
    [InlineData("select 1 / 0 as value", "The query of board mine failed: division by zero.")]
    public async Task What_is_wrong_with_a_query_is_said(string sql, string message)
    {
        await using TestDatabase database = await TestDatabase.CreateAsync();
        await database.ExecuteAsync("create table t(); create sequence s");

        (await Should.ThrowAsync<ResultSourceException>(() => ReadAsync(database, sql))).Message.ShouldBe(message);

        (await database.ScalarAsync<bool>("select to_regclass('t') is not null")).ShouldBeTrue();
    }

    private static Task<ResultSnapshot> ReadAsync(TestDatabase database, string sql, double? sentinel = null)
    {
        var board = new Board { Slug = "mine", Title = "My board", Source = new BoardSource.Query(sql) { Sentinels = sentinel is { } value ? [value] : [] } };
        var limits = new QueryLimits { Timeout = TimeSpan.FromMilliseconds(500), MaxRows = 1000 };
        return new ResultSources(database.DataSource, limits).ReadAsync(board, Ct);
    }
}
