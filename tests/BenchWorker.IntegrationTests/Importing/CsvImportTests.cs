using System.IO.Compression;
using System.Text;
using Shouldly;
using Xunit;

namespace BenchWorker.IntegrationTests;

public sealed class CsvImportTests : IDisposable
{
    private const string Head = "benchmark,task,subset,model,metric,higher_is_better,value,stderr,n,run_at\n";

    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    private readonly string file = Path.GetTempFileName();

    public void Dispose() => File.Delete(file);

    [Fact]
    public async Task A_row_arrives_in_all_its_columns()
    {
        await using TestDatabase database = await TestDatabase.CreateMigratedAsync();

        ImportReport report = await ImportAsync(
            database,
            "benchmark,task,subset,model,metric,higher_is_better,value,stderr,n,run_at,run,language,note\n" +
            "B,T,S,\"M, \"\"the\"\" one\",acc,1,0.1,0.02,100,2026-01-02T03:04:05+01:00,R,fr,\n");

        (report.Committed, report.Rows, report.Taken, report.Skipped, report.RejectedCount).ShouldBe((true, 1, 1, 0, 0));
        (await database.RowsAsync("select benchmark, task, subset, model, metric, higher_is_better, value, stderr, n, run_at at time zone 'UTC', run, sample_id, dimensions from bench.result"))
            .ShouldBe(["B|T|S|M, \"the\" one|acc|t|0.1|0.02|100|2026-01-02 02:04:05|R||{\"language\": \"fr\"}"]);
    }

    [Fact]
    public async Task The_same_file_again_changes_nothing()
    {
        await using TestDatabase database = await TestDatabase.CreateMigratedAsync();
        const string Text = Head + "B,T,,M,acc,1,0.5,,,2026-01-02\nB,U,,M,acc,1,,,,2026-01-02\nB,T,,N,acc,1,NaN,,,\n";
        await ImportAsync(database, Text);
        await database.ExecuteAsync("delete from bench.dirty");

        ImportReport again = await ImportAsync(database, Text);

        (again.Committed, again.Taken, again.Skipped, again.RejectedCount).ShouldBe((true, 0, 3, 0));
        (await database.ScalarAsync<long>("select count(*) from bench.score")).ShouldBe(3);
        (await database.ScalarAsync<long>("select count(*) from bench.run")).ShouldBe(2);
        (await database.ScalarAsync<long>("select count(*) from bench.dirty")).ShouldBe(0);
    }

    [Theory]
    [InlineData(9_999, -1)]
    [InlineData(10_000, 10_000)]
    public async Task The_planner_knows_of_a_large_file_at_once(int rows, int known)
    {
        await using TestDatabase database = await TestDatabase.CreateMigratedAsync();

        await ImportAsync(database, Head + string.Concat(Enumerable.Range(0, rows).Select(static i => $"B,T{i},,M,acc,1,0.5,,,\n")));

        (await database.ScalarAsync<float>("select reltuples from pg_class where oid = 'bench.score'::regclass")).ShouldBe(known);
    }

    [Theory]
    [InlineData("B,T,,M,acc,1,abc,,,", "value \"abc\" is not a number")]
    [InlineData("B,T,,M,acc,1,1e400,,,", "value \"1e400\" is beyond the range of a 64-bit number")]
    [InlineData("B,T,,M,acc,1,\"1,5\",,,", "value \"1,5\" is not a number")]
    [InlineData("B,T,,M,acc,1,0x1F,,,", "value \"0x1F\" is not a number")]
    [InlineData("B,T,,M,acc,2,1,,,", "higher_is_better \"2\" is not 1, 0 or empty")]
    [InlineData("B,T,,M,acc,0,1,,,", "higher_is_better of metric \"acc\" is the opposite in line 2")]
    [InlineData("B,T,,M,acc,1,1,-1,,", "stderr \"-1\" is not a number of 0 or more")]
    [InlineData("B,T,,M,acc,1,1,,2.5,", "n \"2.5\" is not a whole number of 0 or more")]
    [InlineData("B,T,,M,acc,1,1,,,yesterday", "run_at \"yesterday\" is not a date or time such as 2026-01-31 or 2026-01-31T12:00:00Z")]
    [InlineData(",T,,M,acc,1,1,,,", "benchmark is empty")]
    [InlineData("B, ,,M,acc,1,1,,,", "task is empty")]
    [InlineData("B,T,,M,acc,1,1,,", "9 cells under 10 headings")]
    [InlineData("B,T,,M,acc,1,1,,,,", "11 cells under 10 headings")]
    [InlineData("B,T,,M\0,acc,1,1,,,", "it holds a NUL character")]
    [InlineData("B,T,,M\"x,acc,1,1,,,", "a quote stands where none may")]
    [InlineData("B,T,,\"M,acc,1,1,,,", "a quote is left open")]
    [InlineData("B,first,,M,acc,1,0.7,,,", "an earlier line gives the same result as 0.5, n 3, this line as 0.7")]
    public async Task A_bad_row_is_told_with_its_line_and_keeps_the_file_out(string row, string reason)
    {
        await using TestDatabase database = await TestDatabase.CreateMigratedAsync();

        ImportReport report = await ImportAsync(database, $"{Head}B,first,,M,acc,1,0.5,,3,\nB,second,,M,acc,1,0.6,,,\n{row}\n");

        report.Rejected.Where(rejected => rejected.Line == 4).Select(rejected => rejected.Reason).ShouldBe([reason]);
        report.Committed.ShouldBeFalse();
        foreach (string table in (string[])["benchmark", "task", "metric", "model", "run", "score", "sample_score", "dirty"])
            (await database.ScalarAsync<long>($"select count(*) from bench.{table}")).ShouldBe(0);
    }

    [Fact]
    public async Task Good_rows_are_taken_beside_bad_ones_where_that_is_allowed()
    {
        await using TestDatabase database = await TestDatabase.CreateMigratedAsync();

        ImportReport report = await ImportAsync(database, Head + "B,T,,M,acc,1,0.5,,,\nB,U,,M,acc,1,abc,,,\nB,T,,M,acc,1,0.5,,,\n", new() { AllowRejects = true });

        (report.Committed, report.Rows, report.Taken, report.Skipped, report.RejectedCount).ShouldBe((true, 3, 1, 1, 1));
        (await database.RowsAsync("select task, value from bench.result")).ShouldBe(["T|0.5"]);
    }

    [Fact]
    public async Task Bytes_that_are_not_UTF8_reject_their_row_alone()
    {
        await using TestDatabase database = await TestDatabase.CreateMigratedAsync();
        await File.WriteAllBytesAsync(file, [.. Encoding.UTF8.GetBytes(Head + "B,T,,é,acc,1,0.5,,,\nB,U,,"), 0xC3, 0x28, .. ",acc,1,0.5,,,\n"u8], Ct);

        ImportReport report = await new CsvImport(database.DataSource).ImportAsync(file, new() { AllowRejects = true }, null, Ct);

        report.Rejected.ShouldBe([new(3, "it holds bytes that are not UTF-8")]);
        (await database.RowsAsync("select model from bench.result")).ShouldBe(["é"]);
    }

    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("a|b")]
    [InlineData("=1+1")]
    [InlineData("'; drop table bench.score; --")]
    [InlineData("\u202Eevil")]
    [InlineData(" padded ")]
    public async Task A_hostile_name_is_stored_as_it_is(string name)
    {
        await using TestDatabase database = await TestDatabase.CreateMigratedAsync();

        ImportReport report = await ImportAsync(database, $"{Head}{name},{name},{name},{name},{name},1,0.5,,,\n");

        report.Taken.ShouldBe(1);
        (await database.RowsAsync("select benchmark, task, subset, model, metric from bench.result")).ShouldBe([string.Join('|', Enumerable.Repeat(name, 5))]);
    }

    [Fact]
    public async Task Names_of_300_characters_fit_and_of_2000_bytes_do_not()
    {
        await using TestDatabase database = await TestDatabase.CreateMigratedAsync();

        ImportReport report = await ImportAsync(
            database, $"{Head}B,T,,{new string('x', 300)},acc,1,0.5,,,\nB,T,,{new string('é', 1000)},acc,1,0.5,,,\n", new() { AllowRejects = true });

        report.Taken.ShouldBe(1);
        report.Rejected.ShouldBe([new(3, "model is 2000 bytes long; at most 1024 are stored")]);
    }

    [Theory]
    [InlineData("", " is empty.")]
    [InlineData("benchmark,task,model,value\n", "has no column \"metric\"; it has benchmark, task, model, value. Needed are benchmark, task, model, metric, value.")]
    [InlineData("benchmark,task,model,metric,value,value\n", "two columns are called \"value\".")]
    [InlineData("benchmark,task,model,metric,value,\n", "column 6 has no name.")]
    public async Task A_file_without_its_columns_is_refused(string text, string message)
    {
        await using TestDatabase database = await TestDatabase.CreateMigratedAsync();

        (await Should.ThrowAsync<ImportException>(() => ImportAsync(database, text))).Message.ShouldEndWith(message);
    }

    [Fact]
    public async Task A_missing_file_is_named()
    {
        await using TestDatabase database = await TestDatabase.CreateMigratedAsync();

        (await Should.ThrowAsync<ImportException>(() => new CsvImport(database.DataSource).ImportAsync("/nowhere.csv", new(), null, Ct)))
            .Message.ShouldStartWith("/nowhere.csv cannot be read: ");
    }

    [Fact]
    public async Task A_stored_value_gives_way_only_where_that_is_asked_for()
    {
        await using TestDatabase database = await TestDatabase.CreateMigratedAsync();
        await ImportAsync(database, Head + "B,T,,M,acc,1,0.5,,,\nB,U,,M,acc,1,0.5,,,\n");
        const string Corrected = Head + "B,T,,M,acc,1,0.6,,,\nB,U,,M,acc,1,0.5,,,\n";

        ImportReport refused = await ImportAsync(database, Corrected);
        ImportReport replaced = await ImportAsync(database, Corrected, new() { Replace = true });

        refused.Rejected.ShouldBe([new(2, "the database holds the same result as 0.5, this line as 0.6")]);
        (replaced.Committed, replaced.Taken, replaced.Replaced, replaced.Skipped).ShouldBe((true, 0, 1, 1));
        (await database.RowsAsync("select task, value from bench.result order by 1")).ShouldBe(["T|0.6", "U|0.5"]);
    }

    [Fact]
    public async Task A_metric_stored_with_the_other_direction_rejects_its_rows()
    {
        await using TestDatabase database = await TestDatabase.CreateMigratedAsync();
        await ImportAsync(database, Head + "B,T,,M,acc,1,0.5,,,\n");

        ImportReport report = await ImportAsync(database, Head + "B,U,,M,acc,0,0.5,,,\nB,U,,M,f1,1,0.5,,,\n", new() { AllowRejects = true });

        report.Rejected.ShouldBe([new(2, "higher_is_better of metric \"acc\" is the opposite of what is stored")]);
        (report.Taken, report.Skipped).ShouldBe((1, 0));
    }

    [Fact]
    public async Task Sentinels_are_missing_and_zero_is_not()
    {
        await using TestDatabase database = await TestDatabase.CreateMigratedAsync();

        await ImportAsync(database, Head + "B,T1,,M,acc,1,-1.0,N/A,N/A,\nB,T2,,M,acc,1,N/A,,,\nB,T3,,M,acc,1,0,,,\nB,T4,,M,acc,1,inf,,,\n", new() { Sentinels = ["-1", "N/A"] });

        (await database.RowsAsync("select task, value, missing from bench.result order by 1")).ShouldBe(["T1||not_run", "T2||not_run", "T3|0|", "T4||non_finite"]);
    }

    [Fact]
    public async Task Rows_without_a_run_form_one_run_a_model_time_and_provenance()
    {
        await using TestDatabase database = await TestDatabase.CreateMigratedAsync();

        await ImportAsync(
            database,
            "benchmark,task,model,metric,value,run_at,mteb_version,language\n" +
            "B,T,M,acc,1,,1.0,fr\nB,U,M,acc,1,,1.0,de\nB,T,M,acc,1,,2.0,fr\nB,T,M,acc,1,2026-01-01,2.0,fr\nB,T,N,acc,1,,1.0,fr\n");

        (await database.RowsAsync("select run, count(*) from bench.result group by 1 order by 1")).ShouldBe(
        [
            "M @ 2026-01-01T00:00:00.000000Z {\"mteb_version\": \"2.0\"}|1",
            "M {\"mteb_version\": \"1.0\"}|2",
            "M {\"mteb_version\": \"2.0\"}|1",
            "N {\"mteb_version\": \"1.0\"}|1",
        ]);
    }

    [Theory]
    [InlineData("2026-01-02", "2026-01-02 00:00:00")]
    [InlineData("2026-01-02T03:04:05", "2026-01-02 03:04:05")]
    [InlineData("2026-01-02 03:04:05.5+02:00", "2026-01-02 01:04:05.5")]
    [InlineData("1767323045", "2026-01-02 03:04:05")]
    [InlineData("1767323045500", "2026-01-02 03:04:05.5")]
    public async Task Times_are_ISO_or_seconds_or_milliseconds_since_1970(string text, string utc)
    {
        await using TestDatabase database = await TestDatabase.CreateMigratedAsync();

        await ImportAsync(database, $"{Head}B,T,,M,acc,1,0.5,,,{text}\n");

        (await database.RowsAsync("select run_at at time zone 'UTC' from bench.result")).ShouldBe([utc]);
    }

    [Fact]
    public async Task What_the_view_stored_is_there_already_for_an_import()
    {
        await using TestDatabase database = await TestDatabase.CreateMigratedAsync();
        await database.ExecuteAsync("""
            insert into bench.result (benchmark, task, model, metric, higher_is_better, value, run_at, dimensions)
            values ('B', 'T', 'M', 'acc', true, 0.5, '2026-01-02T03:04:05.123456Z', '{"commit": "abc \"1\"", "language": "fr"}')
            """);

        ImportReport report = await ImportAsync(
            database, "benchmark,task,model,metric,value,run_at,commit,language\nB,T,M,acc,0.5,2026-01-02T03:04:05.123456Z,\"abc \"\"1\"\"\",fr\n");

        (report.Taken, report.Skipped).ShouldBe((0, 1));
    }

    [Fact]
    public async Task Other_names_and_defaults_stand_in_for_columns()
    {
        await using TestDatabase database = await TestDatabase.CreateMigratedAsync();

        await ImportAsync(
            database,
            "model,task,main_score\nM,T,0.5\n",
            new()
            {
                Columns = new Dictionary<string, string> { ["value"] = "main_score" },
                Defaults = new Dictionary<string, string> { ["benchmark"] = "MTEB", ["metric"] = "main_score", ["higher_is_better"] = "1" },
            });

        (await database.RowsAsync("select benchmark, metric, higher_is_better, value from bench.result")).ShouldBe(["MTEB|main_score|t|0.5"]);
    }

    [Fact]
    public async Task A_gzipped_file_with_samples_arrives_and_says_how_far_it_is()
    {
        await using TestDatabase database = await TestDatabase.CreateMigratedAsync();
        await using (var zip = new GZipStream(File.Create(file), CompressionLevel.Fastest))
        await using (var text = new StreamWriter(zip))
        {
            await text.WriteLineAsync("benchmark,task,model,metric,value,sample_id");
            for (var i = 0; i < 20_000; i++) await text.WriteLineAsync($"B,T,M,acc,{i % 2},s{i}");
        }

        var seen = new List<ImportProgress>();
        ImportReport report = await new CsvImport(database.DataSource).ImportAsync(file, new(), new Recorder(seen), Ct);

        report.Taken.ShouldBe(20_000);
        (await database.ScalarAsync<long>("select count(*) from bench.sample_score")).ShouldBe(20_000);
        seen.Count.ShouldBeGreaterThan(2);
        seen[^1].Rows.ShouldBe(20_000);
        seen[^1].TotalBytes.ShouldBe(seen[^1].Bytes);
    }

    [Fact]
    public async Task Four_imports_at_once_of_overlapping_files_store_each_result_once()
    {
        await using TestDatabase database = await TestDatabase.CreateMigratedAsync();
        string text = Head + string.Concat(Enumerable.Range(0, 2000).Select(i => $"B,T{i % 50},,M{i / 50},acc,1,0.5,,,\n"));
        await File.WriteAllTextAsync(file, text, Ct);

        ImportReport[] reports = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => new CsvImport(database.DataSource).ImportAsync(file, new(), null, Ct)));

        reports.Sum(report => report.Taken).ShouldBe(2000);
        reports.Sum(report => report.Skipped).ShouldBe(6000);
    }

    private async Task<ImportReport> ImportAsync(TestDatabase database, string text, ImportOptions? options = null)
    {
        await File.WriteAllTextAsync(file, text, Ct);
        return await new CsvImport(database.DataSource).ImportAsync(file, options ?? new(), null, Ct);
    }

    private sealed class Recorder(List<ImportProgress> seen) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => seen.Add(value);
    }
}
