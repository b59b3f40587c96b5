using Npgsql;
using Shouldly;
using Xunit;

namespace BenchWorker.IntegrationTests;

/// <summary>Tables whose rows come in by other doors than a statement on the table itself.</summary>
[Trait("Category", "Fault")]
public sealed class WatchTriggerTests : IDisposable
{
    private const string Table = "create table results (id int primary key, model text, value float8)";

    private const string Marks = "select count(*) from bench.dirty where board = 'mine'";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("bench-watch-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task Rows_written_into_partitions_refresh_the_board_also_where_the_partition_was_attached_later()
    {
        await using Bench bench = await Bench.CreateAsync();
        await bench.Database.ExecuteAsync($"{Table} partition by range (id); create table low partition of results for values from (0) to (10)");
        await InstallAsync(bench);
        await bench.StartAsync();

        await bench.Database.ExecuteAsync("insert into low values (1, 'Direct', 0.5)");
        await bench.PageHoldsAsync("mine", "Direct");
        await bench.Database.ExecuteAsync($"""
            create table high (like results including all);
            insert into high values (11, 'Attached', 0.25);
            begin; alter table results attach partition high for values from (10) to (20); select bench.mark('mine'); commit
            """);
        await bench.PageHoldsAsync("mine", "Attached");
        await bench.Database.ExecuteAsync("insert into high values (12, 'Later', 0.75)");
        await bench.PageHoldsAsync("mine", "Later");
    }

    [Fact]
    public async Task A_transaction_leaves_one_mark_however_many_its_rows_and_whatever_it_undid()
    {
        await using Bench bench = await Bench.CreateAsync();
        await bench.Database.ExecuteAsync($"{Table} partition by range (id); create table low partition of results for values from (0) to (10000)");
        await InstallAsync(bench);

        await bench.Database.ExecuteAsync("""
            begin; savepoint first; insert into results values (0, 'Undone', 0); rollback to first;
            insert into results select i, 'M' || i, 0.5 from generate_series(1, 5000) i; update low set value = 1; commit
            """);

        (await bench.Database.ScalarAsync<long>(Marks)).ShouldBe(1);
        await bench.Database.ExecuteAsync("truncate results");
        (await bench.Database.ScalarAsync<long>(Marks)).ShouldBe(2);
    }

    [Fact]
    public async Task Rows_that_a_subscription_brings_refresh_the_board()
    {
        await using EmbeddedPostgres server = await EmbeddedPostgres.StartAsync(
            new() { Folder = folder.FullName, Lifetime = EmbeddedPostgresLifetime.StopWithLastUser, Durable = false, Settings = new Dictionary<string, string> { ["wal_level"] = "logical" } },
            CancellationToken.None);
        await using (NpgsqlDataSource database = NpgsqlDataSource.Create(server.ConnectionString))
            await BenchSchema.MigrateAsync(database, CancellationToken.None);
        await using Bench bench = await Bench.CreateAsync(server.ConnectionString);
        await bench.Database.ExecuteAsync("create database origin");
        NpgsqlConnectionStringBuilder origin = new(server.ConnectionString) { Database = "origin", Pooling = false };
        await using TestDatabase publisher = TestDatabase.At(origin.ConnectionString);
        await publisher.ExecuteAsync($"{Table}; insert into results values (1, 'First', 0.25); create publication everything for table results");
        await publisher.ScalarAsync<string>("select pg_create_logical_replication_slot('mirror', 'pgoutput')::text");
        await bench.Database.ExecuteAsync(Table);
        // In one and the same server, making a slot would wait for the transaction that makes it.
        await bench.Database.ExecuteAsync($"create subscription mirror connection 'host={origin.Host} port={origin.Port} dbname=origin user={origin.Username} password={origin.Password}' publication everything with (create_slot = false, slot_name = 'mirror')");
        try
        {
            await InstallAsync(bench);
            await bench.StartAsync();
            await bench.PageHoldsAsync("mine", "First");
            await bench.QuietAsync();

            await publisher.ExecuteAsync("insert into results values (2, 'Replicated', 0.5)");
            await bench.PageHoldsAsync("mine", "Replicated");
            await publisher.ExecuteAsync("delete from results where id = 1");
            await bench.PageLacksAsync("mine", "First<");
            await publisher.ExecuteAsync("truncate results; insert into results values (3, 'Anew', 0.5)");
            await bench.PageLacksAsync("mine", "Replicated<");
            await bench.PageHoldsAsync("mine", "Anew");
        }
        finally
        {
            await bench.Database.ExecuteAsync("alter subscription mirror disable; alter subscription mirror set (slot_name = none); drop subscription mirror");
        }
    }

    private static async Task InstallAsync(Bench bench)
    {
        bench.WriteBoard("mine", "source: { query: \"select 'T' as task, model, value from results\" }\nrefresh: { watch: { table: results } }");
        WorkerProcess check = bench.Call("check", "--print-triggers", "mine");
        (await check.EndAsync()).ShouldBe(0, check.Log);
        await bench.Database.ExecuteAsync(check.Log);
    }
}
