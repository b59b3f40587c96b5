using Shouldly;
using Xunit;

namespace BenchWorker.IntegrationTests;

/// <summary>The results can be distributed by benchmark. Citus itself is not needed to see whether its rules are kept.</summary>
public sealed class DistributionTests
{
    private const string BigTables = "('bench.score'::regclass, 'bench.sample_score'::regclass, 'bench.cell'::regclass)";

    [Fact]
    public async Task Every_key_of_a_big_table_contains_the_benchmark()
    {
        await using TestDatabase database = await TestDatabase.CreateMigratedAsync();

        IReadOnlyList<string> keys = await database.RowsAsync($"""
            select i.indrelid::regclass, exists (select from pg_attribute a where a.attrelid = i.indrelid and a.attnum = any (i.indkey) and a.attname = 'benchmark_id')
            from pg_index i where i.indisunique and i.indrelid in {BigTables} order by 1
            """);

        keys.ShouldBe(["bench.score|t", "bench.sample_score|t", "bench.cell|t"], ignoreOrder: true);
    }

    [Fact]
    public async Task No_big_table_refers_to_another()
    {
        await using TestDatabase database = await TestDatabase.CreateMigratedAsync();

        IReadOnlyList<string> references = await database.RowsAsync($"""
            select conname from pg_constraint where contype = 'f' and (confrelid in {BigTables} or conrelid in {BigTables} and confrelid <> 'bench.benchmark'::regclass)
            """);

        references.ShouldBeEmpty();
    }

    [Fact]
    public async Task Cells_are_computed_in_each_partition_of_the_samples()
    {
        await using TestDatabase database = await TestDatabase.CreateMigratedAsync();
        await database.ExecuteAsync("""
            create table bench.divided (like bench.sample_score including all) partition by hash (benchmark_id);
            create table bench.divided_0 partition of bench.divided for values with (modulus 3, remainder 0);
            create table bench.divided_1 partition of bench.divided for values with (modulus 3, remainder 1);
            create table bench.divided_2 partition of bench.divided for values with (modulus 3, remainder 2);
            insert into bench.divided (benchmark_id, run_id, task_id, metric_id, model_id, sample_id, value)
            select i % 20, 1, 1, 1, i % 300, i::text, 1 from generate_series(1, 30000) i;
            analyze bench.divided;
            """);
        string cells = (await database.ScalarAsync<string>("select pg_get_viewdef('bench.sample_cell'::regclass)")).ShouldNotBeNull();

        IReadOnlyList<string> plan = await database.RowsAsync(
            $"set enable_partitionwise_aggregate = on; set max_parallel_workers_per_gather = 0; explain (costs off) {cells.Replace("FROM bench.sample_score", "FROM bench.divided sample_score", StringComparison.Ordinal)}");

        string[] steps = [.. plan.Where(static line => line.Contains("Aggregate", StringComparison.Ordinal) || line.Contains("Append", StringComparison.Ordinal))];
        steps.Select(static line => line.Contains("Append", StringComparison.Ordinal)).ShouldBe([false, true, false, false, false], string.Join('\n', plan));
    }

    [Fact]
    public async Task After_the_distribution_nothing_stands_in_its_way_and_writers_mark_their_changes()
    {
        await using TestDatabase database = await TestDatabase.CreateMigratedAsync();
        await database.ExecuteAsync("""
            create table asked (relation regclass, by text);
            create function create_distributed_table(relation regclass, by text, colocate_with text default 'default') returns void language sql as
                'insert into asked values (relation, by)';
            insert into bench.result (benchmark, task, model, metric, value, sample_id) values ('B', 'T', 'M', 'acc', 1, '1');
            """);

        await database.ExecuteAsync(await DeployFile.ReadAsync("citus.sql"));
        await database.ExecuteAsync("delete from bench.dirty; delete from bench.dirty_cell");
        await database.ExecuteAsync("insert into bench.result (benchmark, task, model, metric, value, sample_id) values ('B', 'T', 'M', 'acc', 0, '2'); select bench.mark_benchmark('B')");

        (await database.RowsAsync("select relation, by from asked")).ShouldBe(["bench.score|benchmark_id", "bench.sample_score|benchmark_id", "bench.cell|benchmark_id"]);
        (await database.RowsAsync($"select tgname from pg_trigger where not tgisinternal and tgrelid in {BigTables}")).ShouldBeEmpty();
        (await database.RowsAsync("select conname from pg_constraint where contype = 'f' and 'bench.cell'::regclass in (conrelid, confrelid)")).ShouldBeEmpty();
        (await database.RowsAsync("select (select count(*) from bench.dirty), (select count(*) from bench.dirty_cell), n, total::float8 from bench.current_cells(1)")).ShouldBe(["1|1|2|1"]);
    }
}
