using Microsoft.EntityFrameworkCore;
using Npgsql;
using Shouldly;
using Xunit;

namespace BenchWorker.Tests;

public sealed class MigrationNamesTests
{
    [Fact]
    public void Every_migration_is_known_without_asking_for_it()
    {
        using NpgsqlDataSource nowhere = NpgsqlDataSource.Create("Host=nowhere");
        using BenchContext context = BenchContext.On(nowhere);

        MigrationNames.All.ShouldBe(context.Database.GetMigrations());
    }
}
