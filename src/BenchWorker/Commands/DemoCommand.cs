using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.Hosting;

namespace BenchWorker;

/// <summary><c>benchworker demo [--out DIR]</c></summary>
internal static class DemoCommand
{
    /// <summary>Apart from the user's own results.</summary>
    private const string Database = "benchworker_demo";

    public static Command Create()
    {
        Option<string> output = new("--out") { Description = "Folder to publish to", DefaultValueFactory = static _ => "demo-site" };
        Command command = new("demo", "Publish a sample site from a private Postgres: no server, no configuration") { output };
        command.SetAction((parsed, ct) => RunAsync(parsed, parsed.GetRequiredValue(output), ct));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, string output, CancellationToken ct)
    {
        DirectoryInfo samples = Directory.CreateTempSubdirectory("benchworker-demo-");
        try
        {
            await WriteSamplesAsync(samples.FullName, ct);
            await using Rehearsal? rehearsal = Rehearsal.Pays(output) ? Rehearsal.Start(samples.FullName, ct) : null;
            HostApplicationBuilder builder = WorkerHost.CreateBuilder(new Dictionary<string, string?>(parsed.Settings(), StringComparer.OrdinalIgnoreCase)
            {
                [$"{SiteTarget.Section}:Folder"] = output,
                [$"{BoardOptions.Section}:Folder"] = Path.Combine(samples.FullName, "boards"),
            }, quiet: true);
            await using ResultsConnection results = await ResultsConnection.OpenOwnAsync(builder.Configuration, Database, ct);
            await BenchSchema.MigrateAsync(results.Database, ct);
            long taken = 0;
            foreach (string table in SampleFiles.Tables)
                taken += (await new CsvImport(results.Database).ImportAsync(Path.Combine(samples.FullName, table), new ImportOptions(), progress: null, ct)).Taken;
            Terminal.Result(string.Create(CultureInfo.InvariantCulture, $"Sample results: {SampleFiles.Tables.Count} tables, {taken} new rows"));
            using IHost host = builder.AddBenchWorker(results.Database).Build();
            int status = await PublishCommand.PublishAsync(host.Services, [], recompute: false, ct);
            Terminal.Result($"Open {Path.Combine(Path.GetFullPath(output), "current", "index.html")}");
            return status;
        }
        finally
        {
            samples.Delete(recursive: true);
        }
    }

    private static async Task WriteSamplesAsync(string folder, CancellationToken ct)
    {
        foreach (string table in SampleFiles.Tables)
        {
            await using Stream sample = SampleFiles.Open(table);
            await using FileStream file = File.Create(Path.Combine(folder, table));
            await sample.CopyToAsync(file, ct);
        }

        string boards = Directory.CreateDirectory(Path.Combine(folder, "boards")).FullName;
        await File.WriteAllTextAsync(Path.Combine(boards, "boards.yaml"), SampleFiles.Boards, ct);
    }
}
