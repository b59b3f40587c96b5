using BenchWorker.Analysis;
using BenchWorker.Site;
using Npgsql;
using Shouldly;
using Xunit;

namespace BenchWorker.IntegrationTests;

public sealed class CellTests
{
    private const string Samples = """
        insert into bench.result (benchmark, task, model, metric, higher_is_better, value, sample_id, run, dimensions)
        select 'b', 'T' || t, 'M' || m, 'acc', true, case when s % 7 = 0 then s / 3.0::float8 else (s % 2)::float8 end, 's' || s, 'r',
               case when t = 1 or s % 9 = 0 then '{}' else jsonb_build_object('cluster', 'c' || s % 5, 'template', 'p' || s % 3) end from generate_series(1, 3) t, generate_series(1, 3) m, generate_series(1, 40) s
        """;

    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_board_reads_the_same_from_cells_marks_and_samples()
    {
        await using TestDatabase database = await SampledAsync();
        IReadOnlyList<Result> unfolded = await ReadAsync(database);

        await FoldAsync(database);
        IReadOnlyList<Result> folded = await ReadAsync(database);
        await database.ExecuteAsync("update bench.sample_score set value = 1 - value where sample_id = 's1'");
        IReadOnlyList<Result> marked = await ReadAsync(database);
        await FoldAsync(database);

        Texts(folded).ShouldBe(Texts(unfolded));
        Texts(marked).ShouldNotBe(Texts(folded));
        Texts(await ReadAsync(database)).ShouldBe(Texts(marked));
        folded.Count.ShouldBe(9);
    }

    [Theory]
    [InlineData("update bench.sample_score set value = 0.25 where sample_id = 's3' and task_id = (select min(id) from bench.task)", 3)]
    [InlineData("delete from bench.sample_score where model_id = (select min(id) from bench.model)", 3)]
    [InlineData("update bench.sample_score set value = null, missing = 'failed' where sample_id in ('s1', 's2')", 9)]
    [InlineData("insert into bench.result (benchmark, task, model, metric, value, sample_id, run) values ('b', 'T1', 'New', 'acc', 1, 's1', 'r')", 1)]
    [InlineData("truncate bench.sample_score", 9)]
    public async Task A_fold_computes_what_changed_and_no_more(string change, long cells)
    {
        await using TestDatabase database = await SampledAsync();
        await FoldAsync(database);

        await database.ExecuteAsync(change);
        long folded = await FoldAsync(database);

        folded.ShouldBe(cells);
        (await database.ScalarAsync<long>("select count(*) from (select * from bench.cell except select * from bench.sample_cell) x")).ShouldBe(0);
        (await database.ScalarAsync<long>("select count(*) from (select * from bench.sample_cell except select * from bench.cell) x")).ShouldBe(0);
        (await database.ScalarAsync<long>("select bench.sweep()")).ShouldBe(0);
    }

    [Fact]
    public async Task A_fold_of_one_cell_reads_no_sample_of_another()
    {
        await using TestDatabase database = await SampledAsync();
        await database.ExecuteAsync("""
            insert into bench.model (name) select 'many ' || i from generate_series(1, 300) i;
            insert into bench.sample_score (benchmark_id, run_id, task_id, metric_id, model_id, sample_id, value)
            select r.benchmark_id, r.id, t.id, 1, o.id, 'n' || i, i % 2 from bench.run r, bench.task t, bench.model o, generate_series(1, 50) i
            where r.id = (select min(id) from bench.run) and t.id = (select min(id) from bench.task) and o.name like 'many %';
            """);
        await FoldAsync(database);
        await database.ExecuteAsync("analyze bench.sample_score; update bench.sample_score set value = 0.5 where sample_id = 'n7' and model_id = (select id from bench.model where name = 'many 7')");
        long token = await database.ScalarAsync<long>("select token from bench.claim('test', '30 s')");

        IReadOnlyList<string> read = await database.RowsAsync($"""
            do $$ begin perform bench.fold('b', {token}, 'b'); end $$;
            select seq_tup_read, idx_tup_fetch from pg_stat_xact_user_tables where relid = 'bench.sample_score'::regclass
            """);

        read.ShouldBe(["0|50"]);
    }

    [Theory]
    [InlineData("select 1")]
    [InlineData("update bench.sample_score set value = 0.125, dimensions = '{}'")]
    [InlineData("update bench.sample_score set value = 1 / 3.0, dimensions = '{}' where sample_id = 's1'")]
    [InlineData("update bench.sample_score set value = 1e300, dimensions = '{\"language\": \"fr\"}' where sample_id = 's1' and task_id = 1")]
    [InlineData("update bench.sample_score set value = 3000.000001, dimensions = '{}' where task_id = 2")]
    [InlineData("update bench.sample_score set dimensions = '{\"attempt\": \"1\"}' where sample_id = 's2'")]
    [InlineData("update bench.sample_score set value = null, missing = 'not_applicable', dimensions = '{}' where task_id = 1")]
    [InlineData("update bench.sample_score set value = null, missing = case sample_id when 's1' then 'failed' else 'not_applicable' end where model_id = 1")]
    [InlineData("truncate bench.sample_score")]
    public async Task A_benchmark_summed_at_once_is_its_cells_one_by_one(string change)
    {
        await using TestDatabase database = await SampledAsync();
        await database.ExecuteAsync(change);

        const string all = "select * from bench.cells_of((select id from bench.benchmark)) order by 1, 2, 3, 4, 5, 6";
        IReadOnlyList<string> atOnce = await database.RowsAsync(all);
        // From now on the server knows how few values there are, and each is counted.
        await database.ExecuteAsync("analyze bench.sample_score");
        IReadOnlyList<string> counted = await database.RowsAsync(all);

        IReadOnlyList<string> oneByOne = await database.RowsAsync("select * from bench.sample_cell order by 1, 2, 3, 4, 5, 6");
        atOnce.ShouldBe(oneByOne);
        counted.ShouldBe(oneByOne);
    }

    [Fact]
    public async Task Recomputed_cells_are_the_same_to_the_last_digit()
    {
        await using TestDatabase database = await SampledAsync();
        await FoldAsync(database);
        const string all = "select benchmark_id, run_id, task_id, metric_id, model_id, n, bad, total, squares, lowest, highest, clusters, cluster_squares, cluster_products, cluster_sizes from bench.cell order by 1, 2, 3, 4, 5";
        IReadOnlyList<string> before = await database.RowsAsync(all);

        await database.ExecuteAsync("select bench.recompute('b')");
        (await FoldAsync(database)).ShouldBe(0);
        await database.ExecuteAsync("delete from bench.cell; select bench.recompute('b')");
        (await FoldAsync(database)).ShouldBe(9);

        (await database.RowsAsync(all)).ShouldBe(before);
    }

    [Fact]
    public async Task A_sweep_finds_and_mends_what_was_written_past_the_triggers()
    {
        await using TestDatabase database = await SampledAsync();
        await FoldAsync(database);
        await database.ExecuteAsync("alter table bench.sample_score disable trigger user; update bench.sample_score set value = 0.5 where sample_id = 's1' and model_id = (select min(id) from bench.model); alter table bench.sample_score enable trigger user");

        (await database.ScalarAsync<long>("select bench.sweep()")).ShouldBe(3);
        await FoldAsync(database);

        (await database.ScalarAsync<long>("select bench.sweep()")).ShouldBe(0);
    }

    [Fact]
    public async Task A_mark_that_commits_during_a_fold_is_folded_by_the_next()
    {
        await using TestDatabase database = await SampledAsync();
        await FoldAsync(database);
        await using NpgsqlConnection late = await database.DataSource.OpenConnectionAsync(Ct);
        await using NpgsqlTransaction open = await late.BeginTransactionAsync(Ct);
        await using (NpgsqlCommand change = new("update bench.sample_score set value = 9 where sample_id = 's1'", late))
            await change.ExecuteNonQueryAsync(Ct);

        (await FoldAsync(database)).ShouldBe(0);
        await open.CommitAsync(Ct);
        (await FoldAsync(database)).ShouldBe(9);

        (await database.ScalarAsync<long>("select bench.sweep()")).ShouldBe(0);
    }

    [Theory]
    [InlineData("cluster", "select 1", 9)]
    [InlineData("cluster", "update bench.sample_score set value = null, missing = 'failed' where dimensions ->> 'cluster' = 'c2'", 8)]
    [InlineData("cluster", "update bench.sample_score set dimensions = '{\"cluster\": \"all\"}'", 1)]
    [InlineData("template", "select 1", 7)]
    [InlineData("passage", "select 1", null)]
    public async Task Clusters_are_summed_as_if_every_sample_were_read(string field, string change, int? clusters)
    {
        await using TestDatabase database = await SampledAsync();
        await FoldAsync(database);
        await database.ExecuteAsync(change);

        ScoreTable reduced = await TableAsync(database, new BoardSource.Benchmark("b"), field);
        ScoreTable read = await TableAsync(database, new BoardSource.Benchmark("b", Samples: true), field);

        ShouldAgree(reduced, read);
        reduced[0, 1].ClusterCount.ShouldBe(clusters);
    }

    [Fact]
    public async Task Generations_of_one_sample_are_one_observation()
    {
        await using TestDatabase database = await TestDatabase.CreateMigratedAsync();
        await database.ExecuteAsync("""
            insert into bench.result (benchmark, task, model, metric, higher_is_better, value, sample_id, run, dimensions)
            select 'b', 'T', 'M', 'acc', true, ((s + e) % 3) / 2.0, 's' || s, 'r', jsonb_build_object('epoch', e::text) from generate_series(1, 12) s, generate_series(1, 4) e
            """);

        ScoreTable reduced = await TableAsync(database, new BoardSource.Benchmark("b"), "cluster");
        ScoreTable read = await TableAsync(database, new BoardSource.Benchmark("b", Samples: true), "cluster");

        reduced[0, 0].Value.ShouldBe(read[0, 0].Value, 1e-12);
        reduced[0, 0].StandardError!.Value.ShouldBe(read[0, 0].StandardError!.Value, 1e-12);
        reduced[0, 0].ClusterCount.ShouldBe(12);
        read[0, 0].SampleCount.ShouldBe(12);
    }

    [Theory]
    [InlineData("cluster")]
    [InlineData("template")]
    public async Task A_sentinel_among_the_samples_is_no_value(string field)
    {
        await using TestDatabase database = await SampledAsync();
        await database.ExecuteAsync("update bench.sample_score set value = -1 where sample_id in ('s2', 's3') or task_id = (select min(id) from bench.task) and model_id = (select min(id) from bench.model)");
        await FoldAsync(database);

        ScoreTable reduced = await TableAsync(database, new BoardSource.Benchmark("b") { Sentinels = [-1] }, field);
        ScoreTable read = await TableAsync(database, new BoardSource.Benchmark("b", Samples: true) { Sentinels = [-1] }, field);

        ShouldAgree(reduced, read);
        reduced.Cells.ToArray().Count(static cell => cell.SampleCount == 38).ShouldBe(8);
        reduced.Cells.ToArray().Count(static cell => !cell.HasValue).ShouldBe(1);
    }

    private static void ShouldAgree(ScoreTable reduced, ScoreTable read)
    {
        reduced.Entities.ShouldBe(read.Entities);
        foreach ((Cell cell, Cell expected) in reduced.Cells.ToArray().Zip(read.Cells.ToArray()))
        {
            (cell.HasValue, cell.SampleCount, cell.ClusterCount).ShouldBe((expected.HasValue, expected.SampleCount, expected.ClusterCount));
            (cell.HasValue ? cell.Value : 0).ShouldBe(expected.HasValue ? expected.Value : 0, 1e-12);
            (cell.StandardError ?? -1).ShouldBe(expected.StandardError ?? -1, 1e-12);
        }
    }

    private static async Task<ScoreTable> TableAsync(TestDatabase database, BoardSource source, string field)
    {
        Board board = new() { Slug = "b", Title = "B", Source = source, ClusterField = field };
        ResultSnapshot snapshot = await new SchemaResultSource(database.DataSource).ReadAsync(board, Ct);
        return ScoreTable.From(snapshot.Results, new ScoreTableRules { ClusterField = field });
    }

    private static async Task<TestDatabase> SampledAsync()
    {
        TestDatabase database = await TestDatabase.CreateMigratedAsync();
        await database.ExecuteAsync("insert into bench.board (slug, title, benchmark) values ('b', 'B', 'b'); insert into bench.work (board, want) values ('b', 1)");
        await database.ExecuteAsync(Samples);
        return database;
    }

    private static async Task<long> FoldAsync(TestDatabase database)
    {
        long token = await database.ScalarAsync<long>("select token from bench.claim('test', '30 s')");
        long folded = await database.ScalarAsync<long>($"select bench.fold('b', {token}, 'b')");
        await database.ExecuteAsync($"select bench.release('b', {token})");
        return folded;
    }

    private static async Task<IReadOnlyList<Result>> ReadAsync(TestDatabase database)
    {
        Board board = new() { Slug = "b", Title = "B", Source = new BoardSource.Benchmark("b") };
        return (await new SchemaResultSource(database.DataSource).ReadAsync(board, Ct)).Results;
    }

    private static IEnumerable<string> Texts(IReadOnlyList<Result> results) =>
        results.Select(static row => FormattableString.Invariant($"{row.Task} {row.Model} {row.Value:R} {row.StandardError:R} {row.SampleCount} {row.Missing}"));
}
