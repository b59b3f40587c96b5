using BenchWorker.Site;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Quartz;

namespace BenchWorker;

/// <summary>Keeps one trigger for every board whose file names a schedule, as files come, change and go.</summary>
internal sealed class BoardSchedules(ISchedulerFactory schedulers, BoardCatalog catalog, IOptions<WorkerOptions> options, TimeProvider time) : BackgroundService
{
    private const string Group = "boards";

    private readonly Dictionary<string, RefreshPolicy> scheduled = new(StringComparer.Ordinal);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        IScheduler scheduler = await schedulers.GetScheduler(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            await SynchronizeAsync(scheduler, stoppingToken);
            await Task.Delay(options.Value.PollInterval * 5, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task SynchronizeAsync(IScheduler scheduler, CancellationToken ct)
    {
        Dictionary<string, RefreshPolicy> wanted = catalog.Current().Where(static board => board.Refresh.Schedule is not null).ToDictionary(static board => board.Slug, static board => board.Refresh, StringComparer.Ordinal);
        foreach (string gone in scheduled.Keys.Where(slug => !wanted.TryGetValue(slug, out RefreshPolicy? policy) || policy != scheduled[slug]).ToArray())
        {
            await scheduler.DeleteJob(new JobKey(gone, Group), ct);
            scheduled.Remove(gone);
        }

        foreach ((string slug, RefreshPolicy policy) in wanted.Where(board => !scheduled.ContainsKey(board.Key)))
        {
            await scheduler.ScheduleJob(Job(slug), Trigger(slug, policy), cancellationToken: ct);
            scheduled[slug] = policy;
        }
    }

    private static IJobDetail Job(string slug) => JobBuilder.Create<ScheduledRequest>().WithIdentity(slug, Group).UsingJobData(ScheduledRequest.BoardKey, slug).Build();

    private static ITrigger Trigger(string slug, RefreshPolicy policy) => TriggerBuilder.Create()
        .WithIdentity(slug, Group)
        .WithCronSchedule(policy.Schedule!, cron => cron
            .InTimeZone(policy.TimeZone is { } zone ? TimeZoneInfo.FindSystemTimeZoneById(zone) : TimeZoneInfo.Utc)
            .WithMisfireInstruction(CronTriggerMisfireInstruction.FireAndProceed))
        .Build();
}
