using Microsoft.Extensions.Logging;
using Npgsql;
using Quartz;

namespace BenchWorker;

/// <summary>The nightly check that every stored cell says what its samples say. Drift is expected to be 0; what drifted is marked, and the next refresh mends it.</summary>
internal sealed partial class CellSweep(NpgsqlDataSource database, ILogger<CellSweep> logger) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        long drift = await RunAsync(database, cancellationToken);
        WorkerMetrics.Drift.Add(drift);
        if (drift == 0)
            LogClean();
        else
            LogDrift(drift);
    }

    /// <returns>How many cells did not say what their samples say.</returns>
    public static async Task<long> RunAsync(NpgsqlDataSource database, CancellationToken ct)
    {
        await using NpgsqlCommand sweep = database.CreateCommand("select bench.sweep()");
        sweep.CommandTimeout = 0;
        return (long)(await sweep.ExecuteScalarAsync(ct))!;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Swept the cells: none drifted")]
    private partial void LogClean();

    [LoggerMessage(Level = LogLevel.Warning, Message = "Swept the cells: {Drift} did not say what their samples say and are recomputed. Something wrote past the triggers, such as an attached partition or a disabled trigger")]
    private partial void LogDrift(long drift);
}
