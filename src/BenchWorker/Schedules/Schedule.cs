using BenchWorker.Site;
using Quartz;

namespace BenchWorker;

/// <summary>One trigger as it should be: who is refreshed when. Equal schedules fire alike.</summary>
/// <param name="Board">Slug; null for every board.</param>
/// <param name="TimeZone">IANA name.</param>
internal sealed record Schedule(string Name, string? Board, string Cron, string TimeZone, bool Sweep = false)
{
    public const string Group = "benchworker";

    public TriggerKey Key => new(Name, Group);

    public static Schedule Of(Board board, string cron) => new($"board-{board.Slug}", board.Slug, cron, board.Refresh.TimeZone ?? "UTC");

    /// <summary>The global ones, and one for every board whose file names a schedule.</summary>
    public static IReadOnlyList<Schedule> All(ScheduleOptions options, IEnumerable<Board> boards)
    {
        List<Schedule> all = [.. boards.Where(static board => board.Refresh.Schedule is not null).Select(static board => Of(board, board.Refresh.Schedule ?? ""))];
        if (options.Cron.Length > 0)
            all.Add(new Schedule("all", Board: null, options.Cron, options.TimeZone));
        if (options.Sweep.Length > 0)
            all.Add(new Schedule("sweep", Board: null, options.Sweep, options.TimeZone, Sweep: true));
        return all;
    }

    public bool Fits(ITrigger? trigger) => trigger is ICronTrigger cron && cron.CronExpressionString == Cron && cron.TimeZone.Id == Zone.Id;

    /// <summary>When it ticks. Parsed anew by each call: for many times ask once.</summary>
    public CronExpression Ticks() => new(Cron, Zone);

    public IJobDetail Job() => Sweep ? Job<CellSweep>() : Job<ScheduledRequest>();

    /// <summary>A tick that was missed while no worker ran fires once when one is back.</summary>
    public ITrigger Trigger() => TriggerBuilder.Create()
        .WithIdentity(Key)
        .WithCronSchedule(Cron, cron => cron.InTimeZone(Zone).WithMisfireInstruction(CronTriggerMisfireInstruction.FireAndProceed))
        .Build();

    private IJobDetail Job<T>()
        where T : IJob
    {
        JobBuilder<T> job = JobBuilder.Create<T>().WithIdentity(Name, Group);
        return (Board is null ? job : job.UsingJobData(ScheduledRequest.BoardKey, Board)).Build();
    }

    private TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(TimeZone);
}
