using Microsoft.Extensions.Logging;
using Npgsql;
using Quartz;

namespace BenchWorker;

/// <summary>
/// Asks for the refreshes whose tick came and went: while a trigger was stuck, the schedule's store away or no worker there. A board is overdue when it
/// was not refreshed since its tick and nothing is under way. The request has the tick's own key, so that it cannot come twice.
/// </summary>
internal sealed partial class OverdueCheck(NpgsqlDataSource database, ILogger<OverdueCheck> logger)
{
    /// <summary>Above the time that Quartz takes to make up a missed tick itself.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(3);

    private const string Resting =
        "select b.slug, w.last_done_at, clock_timestamp() from bench.work w join bench.board b on b.slug = w.board where b.active and w.want = w.done and w.last_done_at is not null order by b.slug";

    private const string Ask = "insert into bench.refresh_request (board, dedupe_key) select * from unnest($1, $2) on conflict (dedupe_key) do nothing";

    public async Task RunAsync(IReadOnlyList<Schedule> schedules, CancellationToken ct)
    {
        List<string> boards = [];
        List<string> keys = [];
        IReadOnlyList<(string Board, DateTimeOffset Done, DateTimeOffset Now)> resting = await RestingAsync(ct);
        foreach (Schedule schedule in schedules.Where(static schedule => !schedule.Sweep))
        {
            CronExpression ticks = schedule.Ticks();
            foreach ((string board, DateTimeOffset done, DateTimeOffset now) in resting.Where(resting => schedule.Board is null || schedule.Board == resting.Board))
            {
                if (ticks.GetNextValidTimeAfter(done) is not { } tick || tick + Grace > now)
                    continue;
                boards.Add(board);
                keys.Add(ScheduledRequest.Key(schedule, tick, board));
            }
        }

        if (boards.Count > 0 && await AskAsync(boards, keys, ct) is > 0 and var asked)
            LogOverdue(asked);
    }

    /// <summary>Boards that nobody works on or waits for, when they were last refreshed, and the database's clock.</summary>
    private async Task<IReadOnlyList<(string Board, DateTimeOffset Done, DateTimeOffset Now)>> RestingAsync(CancellationToken ct)
    {
        await using NpgsqlCommand read = database.CreateCommand(Resting);
        await using NpgsqlDataReader rows = await read.ExecuteReaderAsync(ct);
        List<(string, DateTimeOffset, DateTimeOffset)> resting = [];
        while (await rows.ReadAsync(ct))
            resting.Add((rows.GetString(0), rows.GetFieldValue<DateTimeOffset>(1), rows.GetFieldValue<DateTimeOffset>(2)));
        return resting;
    }

    private async Task<int> AskAsync(List<string> boards, List<string> keys, CancellationToken ct)
    {
        await using NpgsqlCommand ask = database.CreateCommand(Ask);
        ask.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = [.. boards] });
        ask.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = [.. keys] });
        return await ask.ExecuteNonQueryAsync(ct);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Asked for {Requests} refreshes whose scheduled time had passed without one")]
    private partial void LogOverdue(int requests);
}
