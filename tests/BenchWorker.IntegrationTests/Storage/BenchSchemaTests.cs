using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace BenchWorker.IntegrationTests;

public sealed class BenchSchemaTests
{
    private const string Columns = """
        select table_name, column_name, data_type, is_nullable, column_default, collation_name, is_identity, identity_generation, is_generated, generation_expression
        from information_schema.columns where table_schema = 'bench' and table_name not in ('migration', 'result', 'sample_cell') order by 1, 2
        """;

    private const string Keys = """
        select c.conname, c.conrelid::regclass, pg_get_constraintdef(c.oid) from pg_constraint c
        where c.connamespace = 'bench'::regnamespace and c.contype in ('p', 'f', 'u') and c.conrelid::regclass::text <> 'bench.migration' order by 1, 2
        """;

    private const string Indexes = "select indexname, indexdef from pg_indexes where schemaname = 'bench' and tablename <> 'migration' order by 1";

    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Columns)]
    [InlineData(Keys)]
    [InlineData(Indexes)]
    public async Task The_migrations_make_what_the_model_says(string question)
    {
        await using TestDatabase migrated = await TestDatabase.CreateMigratedAsync();
        await using TestDatabase modelled = await TestDatabase.CreateAsync();
        await using (BenchContext context = BenchContext.On(modelled.DataSource))
            await context.Database.EnsureCreatedAsync(Ct);

        IReadOnlyList<string> fromMigrations = await migrated.RowsAsync(question);

        fromMigrations.ShouldNotBeEmpty();
        fromMigrations.ShouldBe(await modelled.RowsAsync(question));
    }

    [Fact]
    public async Task Four_at_once_migrate_as_one()
    {
        await using TestDatabase database = await TestDatabase.CreateAsync();

        IReadOnlyList<string>[] applied = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => BenchSchema.MigrateAsync(database.DataSource, Ct)));

        applied.Count(migrations => migrations.Count > 0).ShouldBe(1);
        await BenchSchema.RequireCurrentAsync(database.DataSource, Ct);
    }

    [Fact]
    public async Task Migrating_again_changes_nothing()
    {
        await using TestDatabase database = await TestDatabase.CreateMigratedAsync();

        (await BenchSchema.MigrateAsync(database.DataSource, Ct)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_database_without_the_schema_is_told_the_command()
    {
        await using TestDatabase database = await TestDatabase.CreateAsync();

        SchemaMismatchException error = await Should.ThrowAsync<SchemaMismatchException>(() => BenchSchema.RequireCurrentAsync(database.DataSource, Ct));

        error.Message.ShouldEndWith("lacks 001_results, 002_refreshes, 003_cells, 004_watches. Run: benchworker migrate");
    }

    [Fact]
    public async Task A_schema_newer_than_the_program_is_refused_and_left_alone()
    {
        await using TestDatabase database = await TestDatabase.CreateMigratedAsync();
        await database.ExecuteAsync("insert into bench.migration values ('999_later', '99')");

        SchemaMismatchException error = await Should.ThrowAsync<SchemaMismatchException>(() => BenchSchema.MigrateAsync(database.DataSource, Ct));

        error.Message.ShouldBe("The schema bench is newer than this program: it holds 999_later, this program ends at 004_watches. Use a newer benchworker.");
    }

    [Fact]
    public async Task Every_table_and_column_is_explained()
    {
        await using TestDatabase database = await TestDatabase.CreateMigratedAsync();

        IReadOnlyList<string> silent = await database.RowsAsync("""
            select c.relname, a.attname from pg_class c left join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
            where c.relnamespace = 'bench'::regnamespace and c.relkind in ('r', 'v')
              and (col_description(c.oid, a.attnum) is null or obj_description(c.oid, 'pg_class') is null) order by 1, 2
            """);

        silent.ShouldBeEmpty();
    }

    [Fact]
    public async Task Rows_read_back_through_the_model()
    {
        await using TestDatabase database = await TestDatabase.CreateMigratedAsync();
        await database.ExecuteAsync("""insert into bench.result (benchmark, task, model, metric, value, dimensions) values ('B', 'T', 'M', 'acc', 0.5, '{"language": "fr"}')""");
        await using BenchContext context = BenchContext.On(database.DataSource);

        StoredScore score = await context.Scores.SingleAsync(Ct);

        score.Value.ShouldBe(0.5);
        score.Dimensions.GetProperty("language").GetString().ShouldBe("fr");
        (await context.Runs.SingleAsync(Ct)).Name.ShouldBe("M");
    }
}
