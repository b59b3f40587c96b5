using Npgsql;
using Shouldly;
using Xunit;

namespace BenchWorker.IntegrationTests;

/// <summary>What people get wrong at the terminal: each a sentence on standard error and an exit status, and nothing half done.</summary>
public sealed class BadInputTests : IDisposable
{
    private const string Head = "benchmark,task,model,metric,higher_is_better,value\n";

    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("bench-bad-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task Without_any_Postgres_the_ways_out_are_told()
    {
        ProgramRun run = await ProgramRun.StartAsync(
            new Dictionary<string, string?> { ["ConnectionStrings__Results"] = null, ["BenchWorker__Postgres__Binaries"] = "/nowhere", ["BenchWorker__Postgres__Folder"] = Path.Combine("/var/tmp", folder.Name) },
            folder, "publish");

        run.Status.ShouldBe(1);
        run.Errors.ShouldContain("/nowhere does not hold initdb, pg_ctl and postgres of version 15 or later.");
    }

    [Theory]
    [InlineData("Host=127.0.0.1;Port=1;Username=a;Database=b;Timeout=2", "The database cannot be reached")]
    [InlineData("Host=x;Colour=red", "ConnectionStrings__Results is not a connection string")]
    public async Task A_wrong_connection_string_is_told_without_a_stack(string connection, string sentence)
    {
        ProgramRun run = await ProgramRun.StartAsync(connection, folder, "publish");

        run.Status.ShouldBe(1);
        run.Errors.ShouldContain(sentence);
        run.Errors.ShouldNotContain("   at ");
    }

    [Fact]
    public async Task A_password_is_never_printed()
    {
        ProgramRun run = await ProgramRun.StartAsync("Host=127.0.0.1;Port=1;Username=a;Password=hunter2;Timeout=2", folder, "publish");

        (run.Output + run.Errors).ShouldNotContain("hunter2");
    }

    [Fact]
    public async Task A_database_that_does_not_exist_is_named()
    {
        string connection = new NpgsqlConnectionStringBuilder((await TestCluster.GetAsync()).ConnectionString) { Database = "no_such" }.ConnectionString;

        ProgramRun run = await ProgramRun.StartAsync(connection, folder, "status");

        (run.Status, run.Errors).ShouldBe((1, "error: Database \"no_such\" does not exist. Create it, or name another in ConnectionStrings__Results.\n"));
    }

    [Fact]
    public async Task A_database_without_the_schema_is_told_to_be_migrated()
    {
        await using TestDatabase database = await TestDatabase.CreateAsync();

        ProgramRun run = await ProgramRun.StartAsync(database.ConnectionString, folder, "publish");

        run.Status.ShouldBe(1);
        run.Errors.ShouldContain("benchworker migrate");
    }

    [Fact]
    public async Task A_schema_newer_than_the_program_is_left_alone()
    {
        await using TestDatabase database = await TestDatabase.CreateMigratedAsync();
        await database.ExecuteAsync("""insert into bench.migration values ('999_future', '99.0.0')""");

        ProgramRun run = await ProgramRun.StartAsync(database.ConnectionString, folder, "migrate");

        run.Status.ShouldBe(1);
        run.Errors.ShouldContain("999_future");
    }

    [Fact]
    public async Task An_unknown_board_is_answered_with_those_there_are()
    {
        await using TestDatabase database = await PublishedAsync();

        ProgramRun run = await ProgramRun.StartAsync(database.ConnectionString, folder, "publish", "nonesuch");

        run.Status.ShouldBe(1);
        run.Errors.ShouldMatch("There is no board \"nonesuch\"\\. Boards: b.*");
    }

    [Fact]
    public async Task A_site_folder_that_cannot_be_made_is_told_at_once_and_the_request_stays_in_the_queue()
    {
        await using TestDatabase database = await PublishedAsync();
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "file"), "", Ct);

        ProgramRun run = await ProgramRun.StartAsync(database.ConnectionString, folder, "publish", "--set", $"BenchWorker:Site:Folder={folder.FullName}/file/site");

        run.Status.ShouldBe(1);
        run.Errors.ShouldContain($"{folder.FullName}/file/site");
        (await database.ScalarAsync<string>("select state from bench.refresh_request order by id desc limit 1")).ShouldBe("accepted");
        (await ProgramRun.StartAsync(database.ConnectionString, folder, "publish")).Status.ShouldBe(0);
    }

    [Theory]
    [InlineData("benchmark,task,metric,value\nB,T,acc,1\n", "has no column \"model\"")]
    [InlineData(Head + "B,T,M,acc,1,abc\n", "value \"abc\" is not a number")]
    [InlineData(Head + "B,T,M,acc,1\n", "5 cells under 6 headings")]
    public async Task A_bad_file_is_told_with_its_line_and_nothing_of_it_is_taken(string text, string sentence)
    {
        await using TestDatabase database = await TestDatabase.CreateMigratedAsync();
        string file = Path.Combine(folder.FullName, "bad.csv");
        await File.WriteAllTextAsync(file, text, Ct);

        ProgramRun run = await ProgramRun.StartAsync(database.ConnectionString, folder, "import", "csv", file);

        run.Status.ShouldBe(1);
        run.Errors.ShouldContain(sentence);
        (await database.ScalarAsync<long>("select count(*) from bench.benchmark")).ShouldBe(0);
    }

    [Fact]
    public async Task A_word_that_is_no_command_is_wrong_use()
    {
        ProgramRun run = await ProgramRun.StartAsync(connection: null, folder, "publsh");

        run.Status.ShouldBe(2);
        run.Errors.ShouldContain("publsh");
    }

    [Fact]
    public async Task Wrong_use_of_an_inner_command_points_to_its_own_help()
    {
        ProgramRun run = await ProgramRun.StartAsync(connection: null, folder, "import", "csv", "results.csv", "--column", "score");

        run.Status.ShouldBe(2);
        run.Errors.ShouldBe("error: --column takes COLUMN=TEXT, and \"score\" has nothing before a \"=\".\nerror: \"benchworker import csv --help\" shows how it is used.\n");
    }

    [Fact]
    public async Task A_file_with_other_column_names_is_imported_by_naming_them()
    {
        await using TestDatabase database = await TestDatabase.CreateMigratedAsync();
        string file = Path.Combine(folder.FullName, "scores.csv");
        await File.WriteAllTextAsync(file, "task,model,main_score\nT,M,0.5\n", Ct);

        ProgramRun run = await ProgramRun.StartAsync(
            database.ConnectionString, folder, "import", "csv", "--column", "value=main_score", "--default", "benchmark=MTEB", "--default", "metric=accuracy", file);

        run.Status.ShouldBe(0, run.Errors);
        (await database.ScalarAsync<string>("select concat_ws('|', benchmark, task, model, metric, value) from bench.result")).ShouldBe("MTEB|T|M|accuracy|0.5");
    }

    [Theory]
    [InlineData("../../etc")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("a|b")]
    [InlineData("=1+1")]
    [InlineData("\u001b[2J\u202egnp.exe")]
    public async Task A_hostile_name_is_published_as_text(string name)
    {
        await using TestDatabase database = await PublishedAsync(name, new string('n', 300));

        string site = Path.Combine(folder.FullName, "site", "current");
        string page = await File.ReadAllTextAsync(Directory.GetFiles(Path.Combine(site, "boards"), "index.html", SearchOption.AllDirectories).Single(), Ct);
        page.ShouldNotContain("<script>alert");
        page.ShouldNotContain('\u001b');
        Directory.GetFiles(site, "*", SearchOption.AllDirectories).ShouldAllBe(path => path.StartsWith(site, StringComparison.Ordinal));
        (await File.ReadAllTextAsync(Directory.GetFiles(site, "leaderboard.csv", SearchOption.AllDirectories).Single(), Ct)).ShouldNotContain("\n=");
    }

    private async Task<TestDatabase> PublishedAsync(params string[] models)
    {
        TestDatabase database = await TestDatabase.CreateMigratedAsync();
        string file = Path.Combine(folder.FullName, "good.csv");
        IEnumerable<string> rows = (models.Length == 0 ? ["M", "N"] : models).Select(static (model, i) => $"b,t,\"{model}\",acc,1,0.{i + 1}\n");
        await File.WriteAllTextAsync(file, Head + string.Concat(rows), Ct);
        (await ProgramRun.StartAsync(database.ConnectionString, folder, "import", "csv", file)).Status.ShouldBe(0);
        ProgramRun run = await ProgramRun.StartAsync(database.ConnectionString, folder, "publish");
        run.Status.ShouldBe(0, run.Errors);
        return database;
    }
}
