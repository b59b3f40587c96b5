using BenchWorker.Site;
using Shouldly;
using Xunit;

namespace BenchWorker.Tests;

public sealed class ScheduleTests
{
    [Theory]
    [InlineData("0 0 4 * * ?", "2026-03-28T12:00:00Z", "2026-03-29T02:00:00Z")]
    [InlineData("0 0 4 * * ?", "2026-10-24T12:00:00Z", "2026-10-25T03:00:00Z")]
    [InlineData("0 30 2 * * ?", "2026-10-24T12:00:00Z", "2026-10-25T00:30:00Z")]
    public void A_time_of_day_fires_by_the_zones_own_clock(string cron, string after, string expected)
    {
        Next(cron, after).ShouldBe(DateTimeOffset.Parse(expected, System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void A_time_that_comes_twice_in_autumn_fires_once()
    {
        DateTimeOffset first = Next("0 30 2 * * ?", "2026-10-24T12:00:00Z");

        Next("0 30 2 * * ?", first.ToString("O")).ShouldBe(new DateTimeOffset(2026, 10, 26, 1, 30, 0, TimeSpan.Zero));
    }

    [Fact]
    public void Each_tick_of_each_trigger_has_one_key()
    {
        ScheduledRequest.Key("board-mine", new DateTimeOffset(2026, 3, 29, 2, 30, 0, TimeSpan.FromHours(2))).ShouldBe("cron:board-mine:2026-03-29T00:30:00Z");
    }

    [Fact]
    public void A_stored_trigger_that_is_right_is_left_alone()
    {
        Board board = new() { Slug = "mine", Title = "Mine", Source = new BoardSource.Benchmark("b"), Refresh = new RefreshPolicy { Schedule = "0 0 4 * * ?", TimeZone = "Europe/Berlin" } };
        Schedule schedule = Schedule.All(new ScheduleOptions { Cron = "", Sweep = "" }, [board]).ShouldHaveSingleItem();

        schedule.Fits(schedule.Trigger()).ShouldBeTrue();
        (schedule with { TimeZone = "UTC" }).Fits(schedule.Trigger()).ShouldBeFalse();
        (schedule with { Cron = "0 0 5 * * ?" }).Fits(schedule.Trigger()).ShouldBeFalse();
        schedule.Fits(null).ShouldBeFalse();
    }

    private static DateTimeOffset Next(string cron, string after) =>
        new Schedule("test", "mine", cron, "Europe/Berlin").Trigger().GetTriggerBuilder().StartAt(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero)).Build().GetFireTimeAfter(DateTimeOffset.Parse(after, System.Globalization.CultureInfo.InvariantCulture)).ShouldNotBeNull();
}
