using System.Diagnostics;
using Npgsql;

namespace BenchWorker.Benchmarks;

/// <summary>The whole public MTEB corpus, from rows in Postgres to every ranking with its intervals; each round in a process of its own.</summary>
/// <remarks>Run: <c>dotnet run -c Release --project tests/BenchWorker.Benchmarks -- corpus mteb_main_scores.csv.gz</c></remarks>
public static class CorpusBenchmark
{
    private const int Rounds = 3;

    public static async Task RunAsync(string file, CancellationToken ct)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("bench-corpus-");
        try
        {
            await using EmbeddedPostgres server = await EmbeddedPostgres.StartAsync(new() { Folder = folder.FullName }, ct);
            await using (NpgsqlDataSource database = NpgsqlDataSource.Create(server.ConnectionString))
            {
                await BenchSchema.MigrateAsync(database, ct);
                ImportReport report = await new CsvImport(database).ImportAsync(file, ImportBenchmark.MtebCorpus, null, ct);
                Console.WriteLine($"{report.Rows:N0} rows\n");
            }

            for (int round = 0; round < Rounds; round++)
                await MeasureAsync(server.ConnectionString, ct);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task MeasureAsync(string connection, CancellationToken ct)
    {
        using Process child = Process.Start(new ProcessStartInfo("dotnet", [typeof(CorpusBenchmark).Assembly.Location, CorpusPart.Verb, connection]) { UseShellExecute = false })
            ?? throw new InvalidOperationException("The part could not be started.");
        await child.WaitForExitAsync(ct);
    }
}
