using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Npgsql;

namespace BenchWorker;

/// <summary>Asks again and again whether anything changed or is due, and wakes the worker where it is.</summary>
/// <remarks>On a thread and a connection of its own, which block: each question through the pool of threads wakes several, and an idle worker then took 1.3 % of
/// a core instead of 0.9. It says nothing of a database that is gone; the look that comes with every poll interval does.</remarks>
internal sealed class GlanceLoop(ResultsSource source, WakeListener wake, IOptions<WorkerOptions> options) : BackgroundService
{
    private const int TimeoutSeconds = 5;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
        new Thread(() => Run(ended, stoppingToken)) { Name = "Glances", IsBackground = true }.Start();
        // A question that a frozen server does not answer holds up no stop.
        await ended.Task.WaitAsync(stoppingToken);
    }

    private void Run(TaskCompletionSource ended, CancellationToken ct)
    {
        try
        {
            while (!ct.IsCancellationRequested)
            {
                try
                {
                    GlanceUntilStopped(ct);
                }
                catch (Exception e) when (e is not OutOfMemoryException)
                {
                    ct.WaitHandle.WaitOne(options.Value.PollInterval);
                }
            }

            ended.TrySetResult();
        }
        catch (Exception e)
        {
            ended.TrySetException(e);
        }
    }

    private void GlanceUntilStopped(CancellationToken ct)
    {
        using NpgsqlDataSource own = OwnConnection.Source(source.ConnectionString, static settings => settings.CommandTimeout = TimeoutSeconds);
        using NpgsqlConnection connection = own.OpenConnection();
        using NpgsqlCommand stirs = new(WorkQueue.Stirs, connection);
        while (!ct.WaitHandle.WaitOne(options.Value.Glance))
        {
            if (wake.IsAwaited && stirs.ExecuteScalar() is true)
                wake.Wake();
        }
    }
}
