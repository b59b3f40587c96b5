using BenchWorker.Analysis;
using BenchWorker.Site;
using Npgsql;
using Shouldly;
using Xunit;

namespace BenchWorker.IntegrationTests;

public sealed class SchemaResultSourceTests
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_stored_row_comes_back_in_all_its_columns()
    {
        await using TestDatabase database = await TestDatabase.CreateMigratedAsync();
        await database.ExecuteAsync("""
            insert into bench.result (benchmark, task, subset, model, metric, higher_is_better, value, stderr, n, run_at, run, dimensions)
            values ('B', 'T', 'S', 'M', 'loss', false, 0.5, 0.1, 100, '2026-01-02T03:04:05Z', 'R', '{"language": "fr", "step": 10}')
            """);

        ResultSnapshot read = await ReadAsync(database, Board());

        Result row = read.Results.ShouldHaveSingleItem();
        row.ShouldBe(new Result
        {
            Benchmark = "B",
            Task = "T",
            Subset = "S",
            Model = "M",
            Metric = "loss",
            Direction = Direction.LowerIsBetter,
            Value = 0.5,
            StandardError = 0.1,
            SampleCount = 100,
            RunAt = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero),
            Run = "R",
            Dimensions = row.Dimensions,
        });
        row.Field("language").ShouldBe("fr");
        row.Field("step").ShouldBe("10");
        read.DataAsOf!.Value.UtcDateTime.ShouldBe(await database.ScalarAsync<DateTime>("select recorded_at from bench.score"));
    }

    [Fact]
    public async Task What_only_tells_runs_apart_is_read_where_the_board_names_it()
    {
        await using TestDatabase database = await TestDatabase.CreateMigratedAsync();
        await database.ExecuteAsync("""
            insert into bench.result (benchmark, task, model, metric, value, run, dimensions)
            values ('B', 'T', 'M', 'acc', 0.5, 'R', '{"language": "fr", "seed": "7", "evaluation_time": "1.5"}')
            """);

        Result plain = (await ReadAsync(database, Board())).Results.ShouldHaveSingleItem();
        Result split = (await ReadAsync(database, Board() with { Split = ["seed"] })).Results.ShouldHaveSingleItem();
        Result filtered = (await ReadAsync(database, Board() with { Where = new Dictionary<string, IReadOnlyList<string>> { ["evaluation_time"] = ["1.5"] } })).Results.ShouldHaveSingleItem();

        plain.Dimensions.Keys.ShouldBe(["language"]);
        split.Dimensions.Keys.ShouldBe(["language", "seed"], ignoreOrder: true);
        filtered.Field("evaluation_time").ShouldBe("1.5");
    }

    [Fact]
    public async Task Rows_that_share_their_dimensions_with_the_row_before_have_them_and_others_have_their_own()
    {
        await using TestDatabase database = await TestDatabase.CreateMigratedAsync();
        await database.ExecuteAsync("""
            insert into bench.result (benchmark, task, model, metric, value, run, dimensions)
            select 'B', 'T' || k, 'M', 'acc', 0.5, 'R', case when k in (3, 6) then '{}' when k < 5 then '{"language": "fr"}' else '{"language": "de"}' end::jsonb
            from generate_series(1, 8) k
            """);

        ResultSnapshot read = await ReadAsync(database, Board());

        read.Results.OrderBy(row => row.Task, StringComparer.Ordinal).Select(row => row.Field("language")).ShouldBe(["fr", "fr", null, "fr", "de", null, "de", "de"]);
    }

    [Fact]
    public async Task A_quarantined_run_is_listed_and_not_counted()
    {
        await using TestDatabase database = await TestDatabase.CreateMigratedAsync();
        await database.ExecuteAsync("""
            insert into bench.result (benchmark, task, model, metric, value, run) values ('B', 'T', 'M', 'acc', 0.5, 'good'), ('B', 'T', 'M', 'acc', 0.9, 'bad');
            update bench.run set invalidated_at = '2026-01-02Z', invalidated_reason = 'leak' where name = 'bad';
            """);

        ResultSnapshot read = await ReadAsync(database, Board());

        read.Results.Select(row => row.Run).ShouldBe(["good"]);
        read.Quarantine.ShouldBe(new Dictionary<string, string> { ["bad"] = "leak" });
    }

    [Fact]
    public async Task A_sentinel_is_missing_and_a_real_zero_stays()
    {
        await using TestDatabase database = await TestDatabase.CreateMigratedAsync();
        await database.ExecuteAsync("insert into bench.result (benchmark, task, model, metric, value) values ('B', 'T1', 'M', 'acc', -1), ('B', 'T2', 'M', 'acc', 0)");

        ResultSnapshot read = await ReadAsync(database, Board() with { Source = new BoardSource.Benchmark("B") { Sentinels = [-1] } });

        read.Results.Select(row => (row.Task, row.Missing)).ShouldBe([("T1", MissingReason.NotRun), ("T2", null)]);
    }

    [Fact]
    public async Task Samples_come_as_their_mean_unless_the_board_wants_them()
    {
        await using TestDatabase database = await TestDatabase.CreateMigratedAsync();
        await database.ExecuteAsync("""
            insert into bench.result (benchmark, task, model, metric, value, sample_id) values
            ('B', 'T', 'M', 'acc', 1, 's1'), ('B', 'T', 'M', 'acc', 0, 's2'), ('B', 'T', 'M', 'acc', 0, 's3'), ('B', 'T', 'M', 'acc', null, 's4'),
            ('B', 'U', 'M', 'acc', 1, 's1');
            insert into bench.result (benchmark, task, model, metric, value) values ('B', 'U', 'M', 'acc', 0.75);
            """);

        ResultSnapshot means = await ReadAsync(database, Board());
        ResultSnapshot samples = await ReadAsync(database, Board() with { Source = new BoardSource.Benchmark("B", Samples: true) });

        means.Results.Select(row => (row.Task, row.Value, row.SampleCount)).ShouldBe([("T", 1.0 / 3, 3), ("U", 0.75, null)], ignoreOrder: true);
        means.Results.Single(row => row.Task is "T").StandardError!.Value.ShouldBe(Math.Sqrt(1.0 / 9), 1e-12);
        samples.Results.Select(row => (row.Task, row.SampleId)).ShouldBe([("T", "s1"), ("T", "s2"), ("T", "s3"), ("T", "s4"), ("U", "s1")]);
    }

    [Fact]
    public async Task A_board_that_names_its_metric_reads_no_other()
    {
        await using TestDatabase database = await TestDatabase.CreateMigratedAsync();
        await database.ExecuteAsync("insert into bench.result (benchmark, task, model, metric, value) values ('B', 'T', 'M', 'acc', 1), ('B', 'T', 'M', 'cost', 2)");

        ResultSnapshot read = await ReadAsync(database, Board() with { Metric = new BoardMetric("cost") });

        read.Results.Select(row => row.Metric).ShouldBe(["cost"]);
    }

    [Fact]
    public async Task Units_ranges_groups_and_weights_come_along()
    {
        await using TestDatabase database = await TestDatabase.CreateMigratedAsync();
        await database.ExecuteAsync("""
            insert into bench.result (benchmark, task, model, metric, higher_is_better, value) values ('B', 'T', 'M', 'acc', true, 1), ('B', 'U', 'M', 'acc', true, 1);
            update bench.metric set unit = '%', min = 0, max = 100, chance = 25;
            update bench.task set "group" = 'G', weight = 2 where name = 'U';
            """);

        ResultSnapshot read = await ReadAsync(database, Board());

        read.Metrics.ShouldBe([new("acc", "%", 0, 100, 25)]);
        read.Tasks.ShouldBe([new("U", "G", 2)]);
    }

    [Fact]
    public async Task An_unknown_benchmark_is_named()
    {
        await using TestDatabase database = await TestDatabase.CreateMigratedAsync();

        (await Should.ThrowAsync<ResultSourceException>(() => ReadAsync(database, Board()))).Message.ShouldBe("Board b: there is no benchmark \"B\" in the database.");
    }

    [Fact]
    public async Task A_read_sees_nothing_of_a_writer_who_commits_meanwhile()
    {
        await using TestDatabase database = await TestDatabase.CreateMigratedAsync();
        await database.ExecuteAsync("insert into bench.result (benchmark, task, model, metric, value) select 'B', 'T' || g, 'M', 'acc', 1 from generate_series(1, 200) g");
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        Task writer = FlipAsync(database.DataSource, stop.Token);

        for (var i = 0; i < 30; i++)
            (await ReadAsync(database, Board())).Results.Select(row => row.Value).Distinct().Count().ShouldBe(1);

        await stop.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(writer);
    }

    private static async Task FlipAsync(NpgsqlDataSource database, CancellationToken ct)
    {
        while (true)
        {
            await using NpgsqlCommand flip = database.CreateCommand("update bench.score set value = 1 - value");
            await flip.ExecuteNonQueryAsync(ct);
        }
    }

    private static Board Board() => new() { Slug = "b", Title = "B", Source = new BoardSource.Benchmark("B") };

    private static Task<ResultSnapshot> ReadAsync(TestDatabase database, Board board) => new ResultSources(database.DataSource, new()).ReadAsync(board, Ct);
}
