using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace BenchWorker;

/// <summary>Benchmarks, tasks, metrics, models, runs and scores.</summary>
[DbContext(typeof(BenchContext))]
[Migration(MigrationNames.Results)]
internal sealed class ResultsMigration : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql(SqlText.Read("Storage.Migrations.Results.Tables.sql"));
        migrationBuilder.Sql(SqlText.Read("Storage.Migrations.Results.Functions.sql"));
    }
}

/// <summary>Boards, the trigger table, leases, marks, publications, and the schema of the shared schedule.</summary>
[DbContext(typeof(BenchContext))]
[Migration(MigrationNames.Refreshes)]
internal sealed class RefreshesMigration : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql(SqlText.Read("Storage.Migrations.Refreshes.Tables.sql"));
        migrationBuilder.Sql(SqlText.Read("Storage.Migrations.Refreshes.Functions.sql"));
    }
}

/// <summary>Sums over samples, and marks of the groups that changed.</summary>
[DbContext(typeof(BenchContext))]
[Migration(MigrationNames.Cells)]
internal sealed class CellsMigration : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql(SqlText.Read("Storage.Migrations.Cells.Tables.sql"));
        migrationBuilder.Sql($"create view bench.sample_cell as {CellReduction.Stored}");
        migrationBuilder.Sql($"""
            create function bench.sample_cells(field text, sentinels double precision[]) returns setof bench.sample_cell language sql stable as $$
            {CellReduction.Of("case when value <> all (sentinels) then value end", "field")} $$
            """);
        migrationBuilder.Sql(CellReduction.OfBenchmark);
        migrationBuilder.Sql(SqlText.Read("Storage.Migrations.Cells.Functions.sql"));
    }
}

/// <summary>What polls of users' own tables saw.</summary>
[DbContext(typeof(BenchContext))]
[Migration(MigrationNames.Watches)]
internal sealed class WatchesMigration : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(SqlText.Read("Storage.Migrations.Watches.sql"));
}
