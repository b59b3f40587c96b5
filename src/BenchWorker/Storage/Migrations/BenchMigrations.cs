using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace BenchWorker;

/// <summary>Benchmarks, tasks, metrics, models, runs and scores.</summary>
[DbContext(typeof(BenchContext))]
[Migration("001_results")]
internal sealed class ResultsMigration : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql(SqlText.Read("Storage.Migrations.Results.Tables.sql"));
        migrationBuilder.Sql(SqlText.Read("Storage.Migrations.Results.Functions.sql"));
    }
}

/// <summary>Boards, the trigger table, leases, marks and publications.</summary>
[DbContext(typeof(BenchContext))]
[Migration("002_refreshes")]
internal sealed class RefreshesMigration : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql(SqlText.Read("Storage.Migrations.Refreshes.Tables.sql"));
        migrationBuilder.Sql(SqlText.Read("Storage.Migrations.Refreshes.Functions.sql"));
    }
}
