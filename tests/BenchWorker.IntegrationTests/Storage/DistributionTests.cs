using System.Text.RegularExpressions;
using Npgsql;
using Shouldly;
using Xunit;

namespace BenchWorker.IntegrationTests;

/// <summary>The results can be distributed by benchmark. Citus itself is not needed to see whether its rules are kept.</summary>
public sealed partial class DistributionTests
{
    private const string BigTables = "('bench.score'::regclass, 'bench.sample_score'::regclass, 'bench.cell'::regclass)";

    [Fact]
    public async Task Every_key_of_a_big_table_begins_with_the_benchmark()
    {
        await using TestDatabase database = await TestDatabase.CreateMigratedAsync();

        IReadOnlyList<string> keys = await database.RowsAsync($"""
            select i.indrelid::regclass, (select a.attname = 'benchmark_id' from pg_attribute a where a.attrelid = i.indrelid and a.attnum = i.indkey[0])
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
        (await database.RowsAsync($"select conname from pg_constraint where contype = 'f' and (conrelid in {BigTables} or confrelid in {BigTables})")).ShouldBeEmpty();
        (await database.RowsAsync("select (select count(*) from bench.dirty), (select count(*) from bench.dirty_cell), n, total::float8 from bench.current_cells(1)")).ShouldBe(["1|1|2|1"]);
    }

    [Fact]
    public async Task Cells_of_distributed_samples_are_computed_in_each_partition()
    {
        await using TestDatabase database = await SampledAsync();
        // So many that it pays.
        await database.ExecuteAsync("""
            insert into bench.sample_score (benchmark_id, run_id, task_id, metric_id, model_id, sample_id, value)
            select 1 + i % 20, 1, 1, 1, i % 300, i::text, 1 from generate_series(1, 30000) i;
            analyze bench.sample_score;
            """);

        IReadOnlyList<string> plan = await database.RowsAsync("set enable_partitionwise_aggregate = on; set max_parallel_workers_per_gather = 0; explain (costs off) select * from bench.sample_cell");

        string text = string.Join('\n', plan);
        // Samples become parts of cells in each partition; what is left to be done above them is small.
        string[] steps = [.. plan.Where(static line => line.Contains("Aggregate", StringComparison.Ordinal) || line.Contains("Append", StringComparison.Ordinal))];
        steps.Select(static line => line.Contains("Append", StringComparison.Ordinal)).ShouldBe([false, true, .. Enumerable.Repeat(false, PartitionedResults.Partitions)], text);
        for (int partition = 0; partition < PartitionedResults.Partitions; partition++)
            plan.ShouldContain(line => line.Contains($"Seq Scan on sample_score_{partition}", StringComparison.Ordinal), text);
    }

    [Theory]
    [InlineData("select bench.fold('suite-1', (select token from bench.claim('test', '1 min')), 'suite-1')")]
    [InlineData("select count(*) from bench.current_cells((select id from bench.benchmark where name = 'suite-1'))")]
    [InlineData("delete from bench.dirty_cell; select count(*) from bench.current_cells((select id from bench.benchmark where name = 'suite-1'))")]
    public async Task Work_on_one_benchmark_stays_in_its_partition(string work)
    {
        await using TestDatabase database = await SampledAsync();
        await database.ExecuteAsync("insert into bench.board (slug, title, benchmark) values ('suite-1', 'S', 'suite-1'); insert into bench.refresh_request (board) values ('suite-1'); select bench.intake()");
        await using NpgsqlConnection connection = await database.DataSource.OpenConnectionAsync(TestContext.Current.CancellationToken);
        List<string> plans = [];
        connection.Notice += (_, said) => plans.Add(said.Notice.MessageText);

        await using NpgsqlCommand command = new($"load 'auto_explain'; set auto_explain.log_min_duration = 0; set auto_explain.log_nested_statements = on; set client_min_messages = log; {work}", connection);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);

        string[] scanned = [.. plans.SelectMany(static plan => Partition().Matches(plan)).Select(static match => match.Value).Distinct()];
        scanned.ShouldNotBeEmpty();
        scanned.Select(static table => table[^1]).Distinct().ShouldHaveSingleItem(string.Join('\n', plans));
    }

    [Fact]
    public async Task A_worker_publishes_from_distributed_tables()
    {
        await using TestDatabase database = await SampledAsync();
        await using Bench bench = await Bench.CreateAsync(database.ConnectionString);
        WorkerProcess worker = await bench.StartAsync();
        await bench.PageHoldsAsync("suite-9", "Alpha");
        await bench.QuietAsync();

        await bench.Database.ExecuteAsync("insert into bench.result (benchmark, task, model, metric, value, sample_id) values ('suite-3', 'T', 'Beta', 'acc', 0.75, '1'); select bench.mark_benchmark('suite-3')");

        await bench.PageHoldsAsync("suite-3", "Beta");
        await bench.QuietAsync();
        (await bench.Database.ScalarAsync<long>("select bench.sweep()")).ShouldBe(0, worker.Log);
        (await bench.Database.ScalarAsync<long>("select count(*) from bench.cell")).ShouldBe(21);
        (await bench.Database.ScalarAsync<long>("select count(distinct tableoid) from bench.cell")).ShouldBe(PartitionedResults.Partitions);
    }

    /// <summary>Twenty benchmarks of a hundred samples, over all partitions.</summary>
    private static async Task<TestDatabase> SampledAsync()
    {
        TestDatabase database = await TestDatabase.CreateMigratedAsync();
        await database.ExecuteAsync("insert into bench.result (benchmark, task, model, metric, value, sample_id) select 'suite-' || b, 'T', 'Alpha', 'acc', 0.5, s::text from generate_series(0, 19) b, generate_series(1, 100) s");
        await PartitionedResults.DistributeAsync(database);
        await database.ExecuteAsync("analyze");
        return database;
    }

    [GeneratedRegex("(?<=Scan[^\n]* on )(score|sample_score|cell)_[0-3]\\b")]
    private static partial Regex Partition();
}
