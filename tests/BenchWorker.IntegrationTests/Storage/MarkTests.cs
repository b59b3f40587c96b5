using Shouldly;
using Xunit;

namespace BenchWorker.IntegrationTests;

/// <summary>Which benchmarks a change marks.</summary>
public sealed class MarkTests
{
    [Theory]
    [InlineData("run")]
    [InlineData("task")]
    [InlineData("metric")]
    public async Task What_moves_to_another_benchmark_marks_the_one_it_left_too(string table)
    {
        await using TestDatabase database = await TestDatabase.CreateMigratedAsync();
        await database.ExecuteAsync($"""
            insert into bench.benchmark (name) values ('left'), ('joined'), ('elsewhere');
            insert into bench.{table} (benchmark_id, name) select id, 'moved' from bench.benchmark where name = 'left';
            delete from bench.dirty
            """);

        await database.ExecuteAsync($"update bench.{table} set benchmark_id = (select id from bench.benchmark where name = 'joined')");

        (await MarkedAsync(database)).ShouldBe(["joined", "left"]);
    }

    [Fact]
    public async Task A_benchmark_that_is_described_anew_is_marked()
    {
        await using TestDatabase database = await TestDatabase.CreateMigratedAsync();
        await database.ExecuteAsync("insert into bench.benchmark (name) values ('sums'); delete from bench.dirty");

        await database.ExecuteAsync("update bench.benchmark set description = 'Sums of two numbers.'");

        (await MarkedAsync(database)).ShouldBe(["sums"]);
    }

    private static Task<IReadOnlyList<string>> MarkedAsync(TestDatabase database) =>
        database.RowsAsync("select distinct b.name from bench.dirty d join bench.benchmark b on b.id = d.benchmark_id order by 1");
}
