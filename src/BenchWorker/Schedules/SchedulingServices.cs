using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;
using Quartz;

namespace BenchWorker;

/// <summary>Quartz, whose jobs only put requests into the queue. Replicas share its clustered store in the database; fires that are doubled all the same are one request each by its key.</summary>
internal static class SchedulingServices
{
    /// <summary>In a schema of its own, which the migrations make; the tables are Quartz' and made by it.</summary>
    private const string TablePrefix = "bench_quartz.qrtz_";

    private static readonly TimeSpan CheckIn = TimeSpan.FromSeconds(10);

    /// <summary>Well above the time that replicas need to notice that one of them died.</summary>
    private static readonly TimeSpan Misfire = TimeSpan.FromSeconds(60);

    public static HostApplicationBuilder AddSchedules(this HostApplicationBuilder builder, ResultsSource source)
    {
        ScheduleOptions options = builder.Configuration.GetSection(ScheduleOptions.Section).Get<ScheduleOptions>() ?? new ScheduleOptions();
        builder.Services.AddQuartz(quartz =>
        {
            quartz.ConfigureScheduler(static scheduler => scheduler.InstanceName = "benchworker");
            if (options.Clustered ?? source.Shared)
                quartz.UsePersistentStore(store => Share(store, source.ConnectionString));
        });
        builder.Services.AddQuartzHostedService();
        builder.Services.AddSingleton<OverdueCheck>();
        builder.Services.AddHostedService<ScheduleLoop>();
        return builder;
    }

    private static void Share(IPersistentStoreBuilder store, string connectionString)
    {
        // Few connections, seldom used: the schedule must not eat what the refreshes need.
        string own = new NpgsqlConnectionStringBuilder(connectionString) { ApplicationName = "benchworker schedule", MaxPoolSize = 3 }.ConnectionString;
        store.UsePostgres(NpgsqlFactory.Instance, own);
        store.UseClustering(static cluster => cluster.CheckinInterval = CheckIn);
        store.ConfigureStore(static settings =>
        {
            settings.TablePrefix = TablePrefix;
            settings.SchemaProvisioning = SchemaProvisioning.CreateIfMissing;
            settings.MisfireThreshold = Misfire;
            // Otherwise a replica that is held up between reading the triggers and taking them fires a tick that another has fired.
            settings.AcquireTriggersWithinLock = true;
        });
    }
}
