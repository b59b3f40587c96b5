using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Npgsql;

namespace BenchWorker;

/// <summary>Answers how the worker is. Each answer is null when all is well, else the sentence that says what is not.</summary>
internal sealed class WorkerHealth(NpgsqlDataSource database, Pulse pulse, IHostApplicationLifetime lifetime, IOptions<WorkerOptions> options)
{
    /// <summary>Longer than the longest pause after a failed look: without a database the worker is alive and waits.</summary>
    private static readonly TimeSpan LongestSilence = TimeSpan.FromMinutes(2);

    private const int PatienceSeconds = 2;

    private const string Figures =
        """
        select coalesce(extract(epoch from clock_timestamp() - (select min(requested_at) from bench.refresh_request where finished_at is null)), 0)::float8,
            (select count(*) from bench.work where want > done and not parked), (select count(*) from bench.work where parked), (select count(*) from bench.dirty),
            coalesce((select extract(epoch from clock_timestamp() - min(xact_start)) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()), 0)::float8
        """;

    public string? Startup() => pulse.Started ? null : "The queue was not looked at yet.";

    /// <summary>Never asks the database: its outage must not restart every worker.</summary>
    public string? Live()
    {
        TimeSpan allowed = LongestSilence > 3 * options.Value.PollInterval ? LongestSilence : 3 * options.Value.PollInterval;
        return pulse.Age < allowed ? null : $"The queue was last looked at {pulse.Age.TotalSeconds:F0} s ago.";
    }

    public async Task<string?> ReadyAsync(CancellationToken ct)
    {
        if (lifetime.ApplicationStopping.IsCancellationRequested)
            return "The worker is stopping.";
        if (Startup() is { } early)
            return early;
        try
        {
            await using NpgsqlCommand ask = database.CreateCommand("select");
            ask.CommandTimeout = PatienceSeconds;
            await ask.ExecuteNonQueryAsync(ct).WaitAsync(TimeSpan.FromSeconds(PatienceSeconds), ct);
            return null;
        }
        catch (Exception e) when (e is NpgsqlException or TimeoutException)
        {
            return Failure.Describe(e) ?? $"The database did not answer within {PatienceSeconds} s.";
        }
    }

    /// <summary>Brings the figures of the queue up to date, where the database answers.</summary>
    public async Task MeasureAsync(CancellationToken ct)
    {
        try
        {
            await using NpgsqlCommand ask = database.CreateCommand(Figures);
            ask.CommandTimeout = PatienceSeconds;
            await using NpgsqlDataReader row = await ask.ExecuteReaderAsync(ct);
            await row.ReadAsync(ct);
            WorkerMetrics.Show(new QueueFigures(row.GetDouble(0), row.GetInt64(1), row.GetInt64(2), row.GetInt64(3), row.GetDouble(4)));
        }
        catch (NpgsqlException)
        {
            // The figures of before stand; readiness says what is wrong.
        }
    }
}
