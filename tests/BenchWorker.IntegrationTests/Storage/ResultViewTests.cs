using Npgsql;
using Shouldly;
using Xunit;

namespace BenchWorker.IntegrationTests;

public sealed class ResultViewTests
{
    [Fact]
    public async Task One_insert_makes_everything_that_a_result_needs()
    {
        await using TestDatabase database = await TestDatabase.CreateMigratedAsync();

        await database.ExecuteAsync("""
            insert into bench.result (benchmark, task, subset, model, metric, higher_is_better, value, stderr, n, run_at, run, dimensions)
            values ('B', 'T', 'S', 'M', 'acc', true, 0.5, 0.1, 100, '2026-01-02T03:04:05Z', 'R', '{"language": "fr"}')
            """);

        (await database.RowsAsync("select benchmark, task, subset, model, metric, higher_is_better, value, stderr, n, run, dimensions from bench.result"))
            .ShouldBe(["B|T|S|M|acc|t|0.5|0.1|100|R|{\"language\": \"fr\"}"]);
    }

    [Fact]
    public async Task The_same_row_again_changes_nothing()
    {
        await using TestDatabase database = await TestDatabase.CreateMigratedAsync();
        const string Row = "insert into bench.result (benchmark, task, model, metric, value, sample_id) values ('B', 'T', 'M', 'acc', 0.5, 's1')";

        await database.ExecuteAsync(Row);
        await database.ExecuteAsync(Row);

        (await database.RowsAsync("select sample_id, value from bench.result")).ShouldBe(["s1|0.5"]);
    }

    [Fact]
    public async Task Another_value_for_the_same_result_is_refused_with_both()
    {
        await using TestDatabase database = await TestDatabase.CreateMigratedAsync();
        await database.ExecuteAsync("insert into bench.result (benchmark, task, model, metric, value) values ('B', 'T', 'M', 'acc', 0.5)");

        PostgresException error = await Should.ThrowAsync<PostgresException>(() =>
            database.ExecuteAsync("insert into bench.result (benchmark, task, model, metric, value) values ('B', 'T', 'M', 'acc', 0.6)"));

        error.MessageText.ShouldBe("The result is there already with the value 0.5, not 0.6: benchmark 'B', task 'T', model 'M', metric 'acc', run 'M'.");
    }

    [Theory]
    [InlineData("'NaN'", "non_finite")]
    [InlineData("'-Infinity'", "non_finite")]
    [InlineData("null", "not_run")]
    public async Task What_is_not_a_number_is_missing_with_its_reason(string value, string reason)
    {
        await using TestDatabase database = await TestDatabase.CreateMigratedAsync();

        await database.ExecuteAsync($"insert into bench.result (benchmark, task, model, metric, value) values ('B', 'T', 'M', 'acc', {value})");

        (await database.RowsAsync("select value, missing from bench.result")).ShouldBe([$"|{reason}"]);
    }

    [Fact]
    public async Task A_metric_cannot_turn_round()
    {
        await using TestDatabase database = await TestDatabase.CreateMigratedAsync();
        await database.ExecuteAsync("insert into bench.result (benchmark, task, model, metric, higher_is_better, value) values ('B', 'T', 'M', 'acc', true, 1)");

        PostgresException error = await Should.ThrowAsync<PostgresException>(() =>
            database.ExecuteAsync("insert into bench.result (benchmark, task, model, metric, higher_is_better, value) values ('B', 'U', 'M', 'acc', false, 1)"));

        error.MessageText.ShouldBe("Metric 'acc' of benchmark 'B' is stored with the opposite direction.");
    }

    [Fact]
    public async Task Rows_can_be_copied_in_as_from_Python()
    {
        await using TestDatabase database = await TestDatabase.CreateMigratedAsync();
        await using NpgsqlConnection connection = await database.DataSource.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using (TextWriter copy = await connection.BeginTextImportAsync(
            "copy bench.result (benchmark, task, model, metric, value) from stdin (format csv)", TestContext.Current.CancellationToken))
            await copy.WriteAsync("B,T1,M,acc,0.1\nB,T2,M,acc,0.2\n");

        (await database.RowsAsync("select task, value from bench.result order by 1")).ShouldBe(["T1|0.1", "T2|0.2"]);
    }

    [Theory]
    [InlineData("'M', null, '{}'", "M")]
    [InlineData("'', null, '{}'", "(no model)")]
    [InlineData("'M', '2026-01-02T03:04:05+02', '{}'", "M @ 2026-01-02T01:04:05.000000Z")]
    [InlineData("'M', null, '{\"language\": \"fr\", \"mteb_version\": \"1.2\", \"task_version\": \"3\"}'", "M {\"mteb_version\": \"1.2\"}")]
    public async Task A_run_without_a_name_is_known_by_model_time_and_provenance(string arguments, string name)
    {
        await using TestDatabase database = await TestDatabase.CreateMigratedAsync();

        (await database.ScalarAsync<string>($"select bench.run_name({arguments})")).ShouldBe(name);
    }
}
