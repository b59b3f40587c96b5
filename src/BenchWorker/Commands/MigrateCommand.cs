using System.CommandLine;
using Microsoft.Extensions.Hosting;

namespace BenchWorker;

/// <summary><c>benchworker migrate</c></summary>
internal static class MigrateCommand
{
    public static Command Create()
    {
        Command command = new("migrate", "Make or bring up to date the schema \"bench\" in the results database");
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken ct)
    {
        HostApplicationBuilder builder = WorkerHost.CreateBuilder(parsed.Settings());
        await using ResultsConnection results = await ResultsConnection.OpenAsync(builder.Configuration, ct);
        IReadOnlyList<string> applied = await BenchSchema.MigrateAsync(results.Database, ct);
        Terminal.Result(applied.Count == 0 ? "The schema is up to date." : $"Applied {string.Join(", ", applied)}.");
        return ExitStatus.Done;
    }
}
