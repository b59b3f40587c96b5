using Shouldly;
using Xunit;

namespace BenchWorker.IntegrationTests;

public sealed class TestDatabaseTests
{
    [Fact]
    public async Task Two_tests_do_not_see_each_others_tables()
    {
        await using TestDatabase one = await TestDatabase.CreateAsync();
        await using TestDatabase other = await TestDatabase.CreateAsync();

        await one.ExecuteAsync("create table mine(n int)");

        (await other.ScalarAsync<bool>("select to_regclass('mine') is null")).ShouldBeTrue();
    }
}
