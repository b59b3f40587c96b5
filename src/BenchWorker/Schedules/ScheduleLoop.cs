using BenchWorker.Site;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Quartz;

namespace BenchWorker;

/// <summary>
/// Keeps Quartz' triggers what configuration and board files say, as files come, change and go. A trigger that is right already is left
/// alone: stored anew it would forget the tick that it missed. What is overdue all the same is asked for.
/// </summary>
internal sealed partial class ScheduleLoop(
    ISchedulerFactory schedulers, OverdueCheck overdue, BoardCatalog catalog, IOptions<ScheduleOptions> options, IOptions<WorkerOptions> worker, TimeProvider time, ILogger<ScheduleLoop> logger) : BackgroundService
{
    private static readonly TimeSpan OverdueEvery = TimeSpan.FromMinutes(1);

    private IReadOnlyList<Board>? scheduled;
    private long? looked;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await TryAsync(SynchronizeAsync, stoppingToken);
            // Quartz makes up what it can in between.
            await Task.Delay(worker.Value.PollInterval * 5, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await TryAsync(AskOverdueAsync, stoppingToken);
        }
    }

    private async Task TryAsync(Func<CancellationToken, Task> work, CancellationToken ct)
    {
        try
        {
            await work(ct);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // The worker stops.
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            LogFailed(Failure.Describe(e) ?? e.Message);
        }
    }

    private async Task SynchronizeAsync(CancellationToken ct)
    {
        IReadOnlyList<Board> boards = catalog.Current();
        if (ReferenceEquals(boards, scheduled))
            return;
        await SynchronizeAsync(await schedulers.GetScheduler(ct), Schedule.All(options.Value, boards), ct);
        scheduled = boards;
    }

    private async Task AskOverdueAsync(CancellationToken ct)
    {
        if (looked is { } last && time.GetElapsedTime(last) < OverdueEvery)
            return;
        await overdue.RunAsync(Schedule.All(options.Value, catalog.Current()), ct);
        looked = time.GetTimestamp();
    }

    private static async Task SynchronizeAsync(IScheduler scheduler, IReadOnlyList<Schedule> wanted, CancellationToken ct)
    {
        HashSet<string> names = [.. wanted.Select(static schedule => schedule.Name)];
        foreach (JobKey job in await scheduler.GetJobKeys(GroupMatcher<JobKey>.GroupEquals(Schedule.Group), ct))
        {
            if (!names.Contains(job.Name))
                await scheduler.DeleteJob(job, ct);
        }

        foreach (Schedule schedule in wanted)
        {
            if (schedule.Fits(await scheduler.GetTrigger(schedule.Key, ct)))
                continue;
            await scheduler.DeleteJob(new JobKey(schedule.Name, Schedule.Group), ct);
            await ScheduleAsync(scheduler, schedule, ct);
        }
    }

    private static async Task ScheduleAsync(IScheduler scheduler, Schedule schedule, CancellationToken ct)
    {
        try
        {
            await scheduler.ScheduleJob(schedule.Job(), schedule.Trigger(), cancellationToken: ct);
        }
        catch (ObjectAlreadyExistsException)
        {
            // A replica that started at the same moment stored the same.
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Could not bring the schedules up to date; again soon: {Reason}")]
    private partial void LogFailed(string reason);
}
