using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Quartz;

namespace BenchWorker;

/// <summary>Quartz, whose jobs only put requests into the queue. Fires that replicas share are one request each by its key.</summary>
internal static class SchedulingServices
{
    public static HostApplicationBuilder AddSchedules(this HostApplicationBuilder builder)
    {
        ScheduleOptions options = builder.Configuration.GetSection(ScheduleOptions.Section).Get<ScheduleOptions>() ?? new ScheduleOptions();
        builder.Services.AddQuartz(quartz =>
        {
            if (options.Cron.Length == 0)
                return;
            quartz.ScheduleJob<ScheduledRequest>(trigger => trigger
                .WithIdentity("all boards")
                .WithCronSchedule(options.Cron, cron => cron.InTimeZone(TimeZoneInfo.FindSystemTimeZoneById(options.TimeZone)).WithMisfireInstruction(CronTriggerMisfireInstruction.FireAndProceed)));
        });
        builder.Services.AddQuartzHostedService();
        builder.Services.AddHostedService<BoardSchedules>();
        return builder;
    }
}
