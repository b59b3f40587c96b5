using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;
using Shouldly;
using Xunit;

namespace BenchWorker.Tests;

/// <summary>The worker's loops without their database: they wait longer and longer, and none of them ends.</summary>
public sealed class LostDatabaseTests
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Looks_at_the_queue_pause_twice_as_long_each_time_up_to_half_a_minute()
    {
        ImpatientTime time = new();
        using IHost host = Unreachable(time);
        using RefreshLoop loop = ActivatorUtilities.CreateInstance<RefreshLoop>(host.Services);

        await loop.StartAsync(Ct);
        double[] pauses = await time.FirstAsync(8, Ct);

        pauses.ShouldBe([1, 2, 4, 8, 16, 30, 30, 30]);
        loop.ExecuteTask.ShouldNotBeNull().IsCompleted.ShouldBeFalse();
        host.Services.GetRequiredService<Pulse>().Started.ShouldBeTrue();
        await loop.StopAsync(Ct);
        loop.ExecuteTask.IsCompletedSuccessfully.ShouldBeTrue();
    }

    [Theory]
    [InlineData(typeof(WakeLoop), 2)]
    [InlineData(typeof(WatchLoop), 1)]
    [InlineData(typeof(ScheduleLoop), 5)]
    public async Task Every_other_loop_tries_again_at_its_own_pace_and_stops_when_told(Type type, double pace)
    {
        ImpatientTime time = new();
        using IHost host = Unreachable(time);
        using BackgroundService loop = (BackgroundService)ActivatorUtilities.CreateInstance(host.Services, type);

        await loop.StartAsync(Ct);
        double[] pauses = await time.FirstAsync(3, Ct);

        pauses.ShouldAllBe(pause => pause == pace);
        loop.ExecuteTask.ShouldNotBeNull().IsCompleted.ShouldBeFalse();
        await loop.StopAsync(Ct);
        loop.ExecuteTask.IsCompletedSuccessfully.ShouldBeTrue();
    }

    /// <summary>Nobody answers at port 1.</summary>
    private static IHost Unreachable(TimeProvider time)
    {
        const string nowhere = "Host=127.0.0.1;Port=1;Username=a;Database=a;Timeout=1";
        HostApplicationBuilder builder = WorkerHost.CreateBuilder(new Dictionary<string, string?> { ["BenchWorker:Logging:Level"] = "Fatal", ["BenchWorker:Schedule:Clustered"] = "false" });
        ResultsSource source = new(nowhere, nowhere, Shared: true);
        builder.AddBenchWorker(NpgsqlDataSource.Create(nowhere)).AddSchedules(source);
        builder.Services.AddSingleton(source);
        builder.Services.AddSingleton<Pulse>();
        builder.Services.AddSingleton<WakeListener>();
        builder.Services.AddSingleton<TablePoll>();
        builder.Services.AddSingleton(time);
        return builder.Build();
    }

    /// <summary>A clock whose pauses end at once, and which remembers how long they should have been.</summary>
    private sealed class ImpatientTime : TimeProvider
    {
        private readonly Lock gate = new();
        private readonly List<double> seconds = [];
        private TaskCompletionSource reached = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            lock (gate)
            {
                seconds.Add(dueTime.TotalSeconds);
                reached.TrySetResult();
            }

            return base.CreateTimer(callback, state, TimeSpan.FromMilliseconds(1), period);
        }

        public async Task<double[]> FirstAsync(int count, CancellationToken ct)
        {
            while (true)
            {
                Task next;
                lock (gate)
                {
                    if (seconds.Count >= count)
                        return [.. seconds.Take(count)];
                    reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                    next = reached.Task;
                }

                await next.WaitAsync(TimeSpan.FromSeconds(30), ct);
            }
        }
    }
}
