using Shouldly;
using Xunit;

namespace BenchWorker.IntegrationTests;

/// <summary>Whatever one board's own query does, the worker says so on that board alone, and the others are published.</summary>
[Trait("Category", "Fault")]
public sealed class BadQueryTests
{
    private static readonly (string Board, string Query, string Sentence)[] Bad =
    [
        ("slow", "select pg_sleep(60)::text as value", "it took longer than 2 s"),
        ("wrong", "select value from results where", "syntax error"),
        ("missing", "select value from no_such_table", "relation \"no_such_table\" does not exist"),
        ("types", "select now() as value", "is not a number"),
        ("columns", "select value as score from results", "returns no column \"value\"; it returns: score."),
        ("rows", "select g as value from generate_series(1, 1001) g", "returns more than 1,000 rows"),
        ("billions", "select a as value from generate_series(1, 100000) a, generate_series(1, 100000) b", "returns more than 1,000 rows"),
        ("writes", "select writing() as value", "it writes"),
    ];

    [Fact]
    public async Task Each_bad_query_fails_its_own_board_with_the_sentence_and_the_healthy_ones_go_on()
    {
        await using Bench bench = await Bench.CreateAsync();
        await bench.Database.ExecuteAsync("""
            create table results (value float8);
            insert into results values (0.25);
            create function writing() returns float8 language sql as 'insert into results values (9) returning value';
            """);
        bench.WriteBoard("healthy", "source: { query: \"select 'T' as task, 'Alpha' as model, value from results\" }");
        foreach ((string board, string query, _) in Bad)
            bench.WriteBoard(board, $"source: {{ query: '{query.Replace("'", "''", StringComparison.Ordinal)}' }}");
        WorkerProcess worker = await bench.StartAsync("BenchWorker:Worker:MaxAttempts=1", "BenchWorker:Query:Timeout=00:00:02", "BenchWorker:Query:MaxRows=1000", "BenchWorker:Worker:Parallelism=2");
        Dictionary<string, long> requests = [];
        foreach ((string board, _, _) in Bad)
            requests[board] = await bench.RequestAsync(board);

        (await bench.FateAsync(await bench.RequestAsync("healthy"))).ShouldBe("done", worker.Log);

        foreach ((string board, _, string sentence) in Bad)
        {
            (await bench.FateAsync(requests[board])).ShouldBe("failed", board);
            (await bench.Database.ScalarAsync<string>($"select error from bench.refresh_request where id = {requests[board]}")).ShouldNotBeNull().ShouldContain(sentence);
            bench.Page(board).ShouldBeNull();
        }

        bench.Page("healthy").ShouldNotBeNull().ShouldContain("0.25");
        (await bench.Database.ScalarAsync<long>("select count(*) from results")).ShouldBe(1);
    }
}
