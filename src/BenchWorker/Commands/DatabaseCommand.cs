using System.CommandLine;
using Microsoft.Extensions.Hosting;

namespace BenchWorker;

/// <summary>What commands that work on the results database share: configuration, connection, migrated schema.</summary>
internal static class DatabaseCommand
{
    /// <summary>Runs a command with the database open. A private Postgres is migrated on the way; a server of the user's own is migrated by <c>migrate</c> alone.</summary>
    public static async Task<int> RunAsync(ParseResult parsed, Func<HostApplicationBuilder, ResultsConnection, Task<int>> body, CancellationToken ct)
    {
        HostApplicationBuilder builder = WorkerHost.CreateBuilder(parsed.Settings(), quiet: true);
        await using ResultsConnection results = await ResultsConnection.OpenAsync(builder.Configuration, ct);
        if (results.ConnectionString is null)
            await BenchSchema.RequireCurrentAsync(results.Database, ct);
        else
            await BenchSchema.MigrateAsync(results.Database, ct);
        return await body(builder, results);
    }
}
