using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace BenchWorker.Benchmarks;

/// <summary>Whole imports into a private Postgres with its safety on: rows a second, first time and again.</summary>
/// <remarks>Run: <c>dotnet run -c Release --project tests/BenchWorker.Benchmarks -- import FILE...</c></remarks>
public static class ImportBenchmark
{
    private const int Rounds = 3;

    internal static readonly ImportOptions MtebCorpus = new()
    {
        Columns = new Dictionary<string, string>(StringComparer.Ordinal) { ["value"] = "main_score", ["run_at"] = "date" },
        Defaults = new Dictionary<string, string>(StringComparer.Ordinal) { ["benchmark"] = "MTEB", ["metric"] = "main_score", ["higher_is_better"] = "1" },
        AllowRejects = true,
    };

    public static async Task RunAsync(IEnumerable<string> files, CancellationToken ct)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("bench-import-");
        try
        {
            await using EmbeddedPostgres server = await EmbeddedPostgres.StartAsync(new() { Folder = folder.FullName }, ct);
            foreach (string file in files) await MeasureAsync(server.ConnectionString, file, ct);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task MeasureAsync(string connection, string file, CancellationToken ct)
    {
        ImportOptions options = file.Contains("mteb_main_scores", StringComparison.Ordinal) ? MtebCorpus : new();
        var first = new List<double>();
        var again = new List<double>();
        var cpu = new List<double>();
        var server = new List<double>();
        ImportReport? report = null;
        for (var i = 0; i < Rounds; i++)
        {
            await using (NpgsqlDataSource fresh = NpgsqlDataSource.Create(connection))
            {
                await using (NpgsqlCommand clear = fresh.CreateCommand("drop schema if exists bench cascade")) await clear.ExecuteNonQueryAsync(ct);
                await BenchSchema.MigrateAsync(fresh, ct);
            }

            await using NpgsqlDataSource database = NpgsqlDataSource.Create(connection);
            TimeSpan before = Process.GetCurrentProcess().TotalProcessorTime;
            double serverBefore = await ServerSecondsAsync(database, ct);
            first.Add(await SecondsAsync(async () => report = await new CsvImport(database).ImportAsync(file, options, null, ct)));
            cpu.Add((Process.GetCurrentProcess().TotalProcessorTime - before).TotalSeconds);
            server.Add(await ServerSecondsAsync(database, ct) - serverBefore);
            again.Add(await SecondsAsync(() => new CsvImport(database).ImportAsync(file, options, null, ct)));
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {Path.GetFileName(file)} | {report?.Rows:N0} | {report?.RejectedCount:N0} | {Median(first):F2} | {report?.Rows / Median(first):N0} | {Median(cpu):F2} | {Median(server):F2} | {Median(again):F2} |"));
    }

    /// <summary>Processor time of the session that the pool gives out; an import uses the same one.</summary>
    internal static async Task<double> ServerSecondsAsync(NpgsqlDataSource database, CancellationToken ct)
    {
        await using NpgsqlCommand ask = database.CreateCommand("select pg_backend_pid()");
        string[] fields = (await File.ReadAllTextAsync($"/proc/{await ask.ExecuteScalarAsync(ct)}/stat", ct)).Split(") ")[1].Split(' ');
        const double TicksPerSecond = 100;
        return (double.Parse(fields[11], CultureInfo.InvariantCulture) + double.Parse(fields[12], CultureInfo.InvariantCulture)) / TicksPerSecond;
    }

    private static async Task<double> SecondsAsync(Func<Task> work)
    {
        long began = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(began).TotalSeconds;
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
