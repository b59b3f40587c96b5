using System.Text.RegularExpressions;
using Npgsql;
using Shouldly;
using Xunit;

namespace BenchWorker.IntegrationTests;

/// <summary>What <c>benchworker check</c> tells of a database, and that it leaves it alone.</summary>
public sealed partial class CheckTests : IDisposable
{
    private const string RowTrigger = "trigger (one row a changing transaction and a look at each row, nothing to poll)";
    private const string Trigger = "trigger (one row a changing statement, nothing to poll)";

    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("bench-check-");

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData("create table watched (value float8, writer xid8)", "xmin", $"{Trigger}, xid, column writer (N ms a poll), xmin (N ms a poll), fingerprint (N ms a poll)")]
    [InlineData("create table watched (value float8)", "fingerprint", $"{Trigger}, xmin (N ms a poll), fingerprint (N ms a poll)")]
    [InlineData("create table watched (value float8) partition by range (value)", "fingerprint", $"{RowTrigger}, fingerprint (N ms a poll)")]
    [InlineData("create view watched as select 0.5::float8 as value", "fingerprint", "fingerprint (N ms a poll)")]
    public async Task Each_way_of_watching_a_table_is_told_with_its_cost(string table, string by, string possible)
    {
        await using TestDatabase database = await TestDatabase.CreateMigratedAsync();
        await database.ExecuteAsync(table);
        await WriteBoardAsync($"watch: {{ table: public.watched, by: {by}, every: 5s }}");

        ProgramRun run = await CheckAsync(database);

        run.Status.ShouldBe(0, run.Output);
        Milliseconds().Replace(run.Output, "N ms").ShouldContain($"ok    board mine: public.watched is polled by {by} every 5 s; possible: {possible};");
    }

    [Fact]
    public async Task A_role_that_may_only_read_is_told_to_poll()
    {
        await using TestDatabase database = await TestDatabase.CreateMigratedAsync();
        await database.ExecuteAsync(await DeployFile.ReadAsync("grants.sql"));
        await database.ExecuteAsync("create table watched (value float8); grant select on watched to bench_worker");
        await WriteBoardAsync("watch: { table: public.watched }");

        ProgramRun run = await CheckAsync(database, role: "bench_worker");

        run.Status.ShouldBe(1);
        Milliseconds().Replace(run.Output, "N ms").ShouldContain(
            "wrong board mine: the trigger on public.watched is not installed; \"benchworker check --print-triggers mine\" prints it. Its owner installs it. Or poll: xmin (N ms a poll), fingerprint (N ms a poll).");
    }

    [Fact]
    public async Task A_trigger_that_was_printed_and_installed_is_found()
    {
        await using TestDatabase database = await TestDatabase.CreateMigratedAsync();
        await database.ExecuteAsync("create table watched (value float8)");
        await WriteBoardAsync("watch: { table: public.watched }");
        ProgramRun printed = await CheckAsync(database, "--print-triggers", "mine");
        printed.Status.ShouldBe(0, printed.Errors);

        await database.ExecuteAsync(printed.Output);
        await database.ExecuteAsync("insert into watched values (1)");

        (await CheckAsync(database)).Output.ShouldContain($"ok    board mine: public.watched marks its changes by trigger; possible: {Trigger}, ");
        (await database.RowsAsync("select board from bench.dirty")).ShouldBe(["mine"]);
    }

    [Fact]
    public async Task Boards_over_the_own_schema_are_marked_and_a_check_changes_nothing()
    {
        await using TestDatabase database = await TestDatabase.CreateMigratedAsync();
        await database.ExecuteAsync("insert into bench.result (benchmark, task, model, metric, value) values ('sums', 'T', 'M', 'acc', 0.5)");
        const string state = "select (select count(*) from bench.board), (select count(*) from bench.work), (select count(*) from bench.dirty), (select count(*) from bench.refresh_request), (select count(*) from pg_class where relnamespace = 'bench_quartz'::regnamespace)";
        IReadOnlyList<string> before = await database.RowsAsync(state);

        ProgramRun run = await CheckAsync(database);

        run.Status.ShouldBe(0, run.Output);
        run.Output.ShouldContain("ok    board sums: 1 rows");
        run.Output.ShouldContain("ok    board sums: changes are marked by the schema's own triggers");
        (await database.RowsAsync(state)).ShouldBe(before);
        folder.GetFileSystemInfos().ShouldBeEmpty();
    }

    [Fact]
    public async Task Missing_rights_and_a_broken_query_are_each_a_line_and_the_status_is_1()
    {
        await using TestDatabase database = await TestDatabase.CreateMigratedAsync();
        await database.ExecuteAsync(await DeployFile.ReadAsync("grants.sql"));
        await WriteBoardAsync("on_change: true", "select value from nowhere");

        ProgramRun run = await CheckAsync(database, role: "bench_reader");

        run.Status.ShouldBe(1);
        run.Output.ShouldMatch("wrong database: the role lacks create in schema bench_quartz, insert and update on bench\\.board, .* deploy/grants\\.sql gives a worker what it needs\\.");
        run.Output.ShouldContain("wrong board mine: The query of board mine failed: relation \"nowhere\" does not exist (at character 19).");
        run.Output.ShouldContain("ok    settings: are valid");
    }

    private async Task WriteBoardAsync(string refresh, string query = "select 1 as value")
    {
        Directory.CreateDirectory(Path.Combine(folder.FullName, "boards"));
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "boards", "mine.yaml"), $"board: mine\nsource: {{ query: \"{query}\" }}\nrefresh: {{ {refresh} }}\n", Ct);
    }

    private Task<ProgramRun> CheckAsync(TestDatabase database, params string[] arguments) => ProgramRun.StartAsync(database.ConnectionString, folder, ["check", .. arguments]);

    private Task<ProgramRun> CheckAsync(TestDatabase database, string role) =>
        ProgramRun.StartAsync(new NpgsqlConnectionStringBuilder(database.ConnectionString) { Options = $"-c role={role}" }.ConnectionString, folder, "check");

    [GeneratedRegex("[0-9]+ ms")]
    private static partial Regex Milliseconds();
}
