using System.Globalization;
using Microsoft.Extensions.Logging;
using Npgsql;
using Quartz;

namespace BenchWorker;

/// <summary>What a schedule does: it puts requests into the queue and nothing else. Replicas that fire the same tick put one.</summary>
internal sealed partial class ScheduledRequest(NpgsqlDataSource database, ILogger<ScheduledRequest> logger) : IJob
{
    /// <summary>Entry of the job's data: one board's slug; absent for all boards.</summary>
    public const string BoardKey = "board";

    private const string Insert =
        """
        insert into bench.refresh_request (board, dedupe_key)
        select b.slug, $2 || case when $1::text is null then ':' || b.slug else '' end from bench.board b where b.active and ($1::text is null or b.slug = $1)
        on conflict (dedupe_key) do nothing
        """;

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        string? board = context.MergedJobDataMap.TryGetString(BoardKey, out string? slug) ? slug : null;
        DateTimeOffset tick = context.ScheduledFireTimeUtc ?? context.FireTimeUtc;
        await using NpgsqlCommand insert = database.CreateCommand(Insert);
        insert.Parameters.Add(new NpgsqlParameter { Value = (object?)board ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Text });
        insert.Parameters.Add(new NpgsqlParameter<string> { TypedValue = Key(context.Trigger.Key.Name, tick) });
        LogFired(board ?? "all boards", await insert.ExecuteNonQueryAsync(cancellationToken));
    }

    /// <summary>What the job of a schedule writes for one board.</summary>
    public static string Key(Schedule schedule, DateTimeOffset tick, string board) => $"{Key(schedule.Name, tick)}{(schedule.Board is null ? $":{board}" : "")}";

    /// <summary>One a trigger and tick: <c>cron:board-mine:2026-03-29T00:30:00Z</c>. Where one tick is for every board, each board's slug follows.</summary>
    public static string Key(string trigger, DateTimeOffset tick) =>
        string.Create(CultureInfo.InvariantCulture, $"cron:{trigger}:{tick.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}");

    [LoggerMessage(Level = LogLevel.Information, Message = "Schedule of {Board} asked for {Requests} refreshes")]
    private partial void LogFired(string board, int requests);
}
