using Npgsql;
using Shouldly;
using Xunit;

namespace BenchWorker.IntegrationTests;

public sealed class ConstraintTests
{
    private const string Parents = """
        insert into bench.benchmark (name) values ('B');
        insert into bench.task (benchmark_id, name) values (1, 'T');
        insert into bench.metric (benchmark_id, name, higher_is_better) values (1, 'acc', true);
        insert into bench.model (name) values ('M');
        insert into bench.run (benchmark_id, name) values (1, 'R');
        """;

    [Theory]
    [InlineData("insert into bench.benchmark (name) values ('  ')", "ck_benchmark_name")]
    [InlineData("insert into bench.benchmark (name) values (repeat('é', 600))", "ck_benchmark_name")]
    [InlineData("insert into bench.task (benchmark_id, name, weight) values (1, 'U', -1)", "ck_task_weight")]
    [InlineData("insert into bench.metric (benchmark_id, name, min, max) values (1, 'f1', 1, 0)", "ck_metric_range")]
    [InlineData("insert into bench.metric (benchmark_id, name, min) values (1, 'f1', 'NaN')", "ck_metric_finite")]
    [InlineData("insert into bench.run (benchmark_id, name, status) values (1, 'S', 'perhaps')", "ck_run_status")]
    [InlineData("insert into bench.run (benchmark_id, name, config) values (1, 'S', '[]')", "ck_run_config")]
    [InlineData("update bench.run set invalidated_at = now()", "ck_run_invalidated")]
    [InlineData("insert into bench.score (benchmark_id, run_id, task_id, metric_id, model_id, value) values (1, 1, 1, 1, 1, 'NaN')", "ck_score_value")]
    [InlineData("insert into bench.score (benchmark_id, run_id, task_id, metric_id, model_id) values (1, 1, 1, 1, 1)", "ck_score_missing")]
    [InlineData("insert into bench.score (benchmark_id, run_id, task_id, metric_id, model_id, value, missing) values (1, 1, 1, 1, 1, 0, 'failed')", "ck_score_missing")]
    [InlineData("insert into bench.score (benchmark_id, run_id, task_id, metric_id, model_id, value, stderr) values (1, 1, 1, 1, 1, 0, -1)", "ck_score_stderr")]
    [InlineData("insert into bench.score (benchmark_id, run_id, task_id, metric_id, model_id, value, dimensions) values (1, 1, 1, 1, 1, 0, '\"x\"')", "ck_score_dimensions")]
    [InlineData("insert into bench.sample_score (benchmark_id, run_id, task_id, metric_id, model_id, value, sample_id) values (1, 1, 1, 1, 1, 0, '')", "ck_sample_score_sample_id")]
    [InlineData("insert into bench.refresh_request (board) values ('')", "ck_refresh_request_board")]
    [InlineData("insert into bench.board (slug, title) values ('Not A Slug', '')", "ck_board_slug")]
    public async Task Nonsense_is_refused(string sql, string constraint)
    {
        await using TestDatabase database = await TestDatabase.CreateMigratedAsync();
        await database.ExecuteAsync(Parents);

        PostgresException error = await Should.ThrowAsync<PostgresException>(() => database.ExecuteAsync(sql));

        error.ConstraintName.ShouldBe(constraint);
    }

    [Theory]
    [InlineData("(1, 9, 1, 1, 1, 0)", "run 9 of benchmark 1")]
    [InlineData("(1, 1, 9, 1, 1, 0)", "task 9 of benchmark 1")]
    [InlineData("(1, 1, 1, 9, 1, 0)", "metric 9 of benchmark 1")]
    [InlineData("(1, 1, 1, 1, 9, 0)", "model 9")]
    [InlineData("(9, 1, 1, 1, 1, 0)", "run 1 of benchmark 9")]
    public async Task A_score_of_something_unknown_is_refused(string row, string lost)
    {
        await using TestDatabase database = await TestDatabase.CreateMigratedAsync();
        await database.ExecuteAsync(Parents);

        PostgresException error = await Should.ThrowAsync<PostgresException>(() => database.ExecuteAsync(
            $"insert into bench.score (benchmark_id, run_id, task_id, metric_id, model_id, value) values (1, 1, 1, 1, 1, 0), {row}"));

        error.SqlState.ShouldBe(PostgresErrorCodes.ForeignKeyViolation);
        error.MessageText.ShouldBe($"bench.score refers to {lost}, which does not exist");
    }

    [Theory]
    [InlineData("run")]
    [InlineData("task")]
    [InlineData("metric")]
    [InlineData("model")]
    public async Task What_has_scores_cannot_be_deleted(string table)
    {
        await using TestDatabase database = await TestDatabase.CreateMigratedAsync();
        await database.ExecuteAsync(Parents + "insert into bench.score (benchmark_id, run_id, task_id, metric_id, model_id, value) values (1, 1, 1, 1, 1, 0)");

        (await Should.ThrowAsync<PostgresException>(() => database.ExecuteAsync($"delete from bench.{table}"))).SqlState.ShouldBe(PostgresErrorCodes.ForeignKeyViolation);

        await database.ExecuteAsync($"delete from bench.score; delete from bench.{table}");
    }

    [Fact]
    public async Task Deleting_a_task_waits_for_a_writer_who_scores_it()
    {
        await using TestDatabase database = await TestDatabase.CreateMigratedAsync();
        await database.ExecuteAsync(Parents);
        await using NpgsqlConnection writer = await database.DataSource.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using NpgsqlTransaction open = await writer.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await using (var insert = new NpgsqlCommand("insert into bench.score (benchmark_id, run_id, task_id, metric_id, model_id, value) values (1, 1, 1, 1, 1, 0)", writer, open))
            await insert.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);

        Task<int> delete = database.ExecuteAsync("delete from bench.task");
        while (await database.ScalarAsync<long>("select count(*) from pg_locks where not granted") == 0)
            delete.IsCompleted.ShouldBeFalse();
        await open.CommitAsync(TestContext.Current.CancellationToken);

        (await Should.ThrowAsync<PostgresException>(() => delete)).SqlState.ShouldBe(PostgresErrorCodes.ForeignKeyViolation);
    }
}
