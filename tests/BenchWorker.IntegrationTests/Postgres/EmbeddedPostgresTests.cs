using System.Diagnostics;
using System.Globalization;
using Npgsql;
using Shouldly;
using Xunit;

namespace BenchWorker.IntegrationTests;

public sealed class EmbeddedPostgresTests : IDisposable
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("bench-embedded-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task A_server_is_made_in_an_empty_folder_and_answers()
    {
        await using EmbeddedPostgres server = await StartAsync();

        (await ScalarAsync(server, "select 1 + 1")).ShouldBe(2);
        (await ScalarAsync(server, "select current_database()")).ShouldBe("benchworker");
        (await ScalarAsync(server, "show fsync")).ShouldBe("on");
    }

    [Fact]
    public async Task Data_survive_a_restart()
    {
        await using (EmbeddedPostgres first = await StartAsync())
            await ScalarAsync(first, "create table kept as select 7 as n");

        await using EmbeddedPostgres second = await StartAsync();

        (await ScalarAsync(second, "select n from kept")).ShouldBe(7);
    }

    [Fact]
    public async Task The_last_user_stops_the_server_and_no_other_does()
    {
        EmbeddedPostgres first = await StartAsync();
        EmbeddedPostgres second = await StartAsync();
        second.ConnectionString.ShouldBe(first.ConnectionString);

        await first.DisposeAsync();
        (await ScalarAsync(second, "select 1")).ShouldBe(1);
        await second.DisposeAsync();

        File.Exists(Path.Combine(folder.FullName, "data", "postmaster.pid")).ShouldBeFalse();
    }

    [Fact]
    public async Task Four_at_once_share_one_server()
    {
        EmbeddedPostgres[] servers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => StartAsync(), Ct)));

        object?[] began = await Task.WhenAll(servers.Select(server => ScalarAsync(server, "select pg_postmaster_start_time()::text")));

        began.Distinct().Count().ShouldBe(1);
        foreach (EmbeddedPostgres server in servers) await server.DisposeAsync();
    }

    [Fact]
    public async Task A_killed_server_is_started_again_with_its_data()
    {
        EmbeddedPostgres killed = await StartAsync();
        await ScalarAsync(killed, "create table kept as select 7 as n");
        int id = int.Parse((await File.ReadAllLinesAsync(Path.Combine(folder.FullName, "data", "postmaster.pid"), Ct))[0], CultureInfo.InvariantCulture);
        using (Process process = Process.GetProcessById(id))
        {
            process.Kill();
            await process.WaitForExitAsync(Ct);
        }

        await using EmbeddedPostgres again = await StartAsync();

        (await ScalarAsync(again, "select n from kept")).ShouldBe(7);
        await killed.DisposeAsync();
    }

    [Fact]
    public async Task A_process_id_that_now_belongs_to_another_program_does_not_stand_in_the_way()
    {
        await using (await StartAsync())
        {
        }

        string data = Path.Combine(folder.FullName, "data");
        await File.WriteAllTextAsync(
            Path.Combine(data, "postmaster.pid"), $"{Environment.ProcessId}\n{data}\n1700000000\n5432\n/nowhere\n\n 1 1\nready   \n", Ct);

        await using EmbeddedPostgres server = await StartAsync();

        (await ScalarAsync(server, "select 1")).ShouldBe(1);
    }

    [Fact]
    public async Task A_folder_without_binaries_is_named_in_the_error()
    {
        EmbeddedPostgresException error = await Should.ThrowAsync<EmbeddedPostgresException>(
            () => EmbeddedPostgres.StartAsync(new() { Folder = folder.FullName, BinariesFolder = "/nowhere" }, Ct));

        error.Message.ShouldBe("/nowhere does not hold initdb, pg_ctl and postgres of version 15 or later.");
    }

    [Fact]
    public async Task Data_of_another_version_are_left_alone()
    {
        string data = Directory.CreateDirectory(Path.Combine(folder.FullName, "data")).FullName;
        await File.WriteAllTextAsync(Path.Combine(data, "PG_VERSION"), "12\n", Ct);

        EmbeddedPostgresException error = await Should.ThrowAsync<EmbeddedPostgresException>(
            () => EmbeddedPostgres.StartAsync(new() { Folder = folder.FullName, AllowNpm = false }, Ct));

        error.Message.ShouldContain("were made by Postgres 12");
        Directory.EnumerateFileSystemEntries(data).Count().ShouldBe(1);
    }

    [Fact]
    public async Task A_bad_setting_ends_with_the_servers_own_words()
    {
        EmbeddedPostgresException error = await Should.ThrowAsync<EmbeddedPostgresException>(() => EmbeddedPostgres.StartAsync(
            new() { Folder = folder.FullName, Settings = new Dictionary<string, string> { ["shared_buffers"] = "many" } }, Ct));

        error.Message.ShouldContain("invalid value for parameter \"shared_buffers\"");
    }

    private Task<EmbeddedPostgres> StartAsync() => EmbeddedPostgres.StartAsync(new() { Folder = folder.FullName }, Ct);

    private static async Task<object?> ScalarAsync(EmbeddedPostgres server, string sql)
    {
        await using var connection = new NpgsqlConnection(server.ConnectionString);
        await connection.OpenAsync(Ct);
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(Ct);
    }
}
