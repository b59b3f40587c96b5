using BenchWorker.Site;
using Quartz;
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

    [Fact]
    public void A_time_that_spring_skips_fires_when_the_gap_ends()
    {
        DateTimeOffset end = new(2026, 3, 29, 1, 0, 0, TimeSpan.Zero);

        Next("0 30 2 * * ?", "2026-03-28T12:00:00Z").ShouldBe(end);
        Next("0 30 2 * * ?", end.ToString("O")).ShouldBe(new DateTimeOffset(2026, 3, 30, 0, 30, 0, TimeSpan.Zero));
    }

    [Theory]
    [InlineData("2026-04-04T00:00:00Z", "2026-04-04T15:45:00Z")]
    [InlineData("2026-04-04T16:00:00Z", "2026-04-05T15:45:00Z")]
    [InlineData("2026-10-03T12:00:00Z", "2026-10-03T15:30:00Z")]
    [InlineData("2026-10-03T16:00:00Z", "2026-10-04T15:15:00Z")]
    public void Half_an_hour_of_summer_time_moves_ticks_by_half_an_hour(string after, string expected)
    {
        Schedule schedule = new("test", "mine", "0 15 2 * * ?", "Australia/Lord_Howe");

        schedule.Ticks().GetNextValidTimeAfter(DateTimeOffset.Parse(after, System.Globalization.CultureInfo.InvariantCulture)).ShouldBe(DateTimeOffset.Parse(expected, System.Globalization.CultureInfo.InvariantCulture));
    }

    /// <summary>Each zone's own rules: hour and half-hour steps, by night and at midnight, south of the equator, across a fast, and none.</summary>
    [Theory]
    [InlineData("Europe/Paris")]
    [InlineData("America/New_York")]
    [InlineData("America/Santiago")]
    [InlineData("Australia/Lord_Howe")]
    [InlineData("Africa/Casablanca", 2)]
    [InlineData("Europe/Dublin", 1)]
    [InlineData("Africa/Cairo")]
    [InlineData("Asia/Kathmandu")]
    public void Every_day_of_every_year_has_one_tick_by_its_own_calendar(string zone, int? refused = null)
    {
        TimeZoneInfo there = TimeZoneInfo.FindSystemTimeZoneById(zone);
        foreach (TimeOnly time in (TimeOnly[])[new(0, 0), new(1, 30), new(2, 30), new(4, 0), new(23, 30)])
        {
            string cron = $"0 {time.Minute} {time.Hour} * * ?";
            (SkippedHour.Describe(cron, zone) is not null).ShouldBe(time.Hour == refused, $"{time} in {zone}");
            if (time.Hour == refused) continue;
            CronExpression ticks = new Schedule("test", "mine", cron, zone).Ticks();
            DateTimeOffset at = new(2026, 1, 10, 12, 0, 0, TimeSpan.Zero);
            List<DateTime> fired = [];
            while (fired.Count < 3 * 365)
            {
                at = ticks.GetNextValidTimeAfter(at).ShouldNotBeNull();
                fired.Add(TimeZoneInfo.ConvertTime(at, there).DateTime);
            }

            DateOnly first = DateOnly.FromDateTime(fired[0]);
            DateTime[] wanted = [.. Enumerable.Range(0, fired.Count).Select(day => first.AddDays(day).ToDateTime(time))];
            fired.Select(static tick => tick.Date).ShouldBe(wanted.Select(static tick => tick.Date), $"{time} in {zone}");
            // A time that the day does not have is made up when the gap ends.
            fired.Where((tick, day) => !there.IsInvalidTime(wanted[day])).ShouldBe(wanted.Where(tick => !there.IsInvalidTime(tick)), $"{time} in {zone}");
        }
    }

    [Theory]
    [InlineData("0 30 1 * * ?", "Europe/Dublin", true)]
    [InlineData("0 0/15 * * * ?", "Europe/Dublin", true)]
    [InlineData("0 0 2 * * ?", "Europe/Dublin", false)]
    [InlineData("0 0/15 * * * ?", "Europe/Paris", false)]
    [InlineData("0 30 1 * * ?", "Mars/Olympus", false)]
    [InlineData("nonsense", "Europe/Dublin", false)]
    public void A_schedule_that_would_stand_still_in_spring_is_refused(string cron, string zone, bool refused)
    {
        SkippedHour.Describe(cron, zone).ShouldBe(refused ? $"\"{cron}\" ticks in the hour that {zone} skips in spring (2026-03-29), and would stand still from then on; choose other hours, or UTC." : null);
        if (zone is "Europe/Dublin")
            new ScheduleOptionsValidator().Validate(null, new ScheduleOptions { Cron = cron, TimeZone = zone, Sweep = "" }).Failed.ShouldBe(refused || cron is "nonsense");
    }

    [Theory]
    [InlineData("2026-03-28T12:00:00Z")]
    [InlineData("2026-10-24T12:00:00Z")]
    [InlineData("2026-10-25T00:30:00Z")]
    public void What_is_overdue_is_reckoned_as_Quartz_fires(string after)
    {
        new Schedule("test", "mine", "0 30 2 * * ?", "Europe/Berlin").Ticks().GetNextValidTimeAfter(DateTimeOffset.Parse(after, System.Globalization.CultureInfo.InvariantCulture)).ShouldBe(Next("0 30 2 * * ?", after));
    }

    private static DateTimeOffset Next(string cron, string after) =>
        new Schedule("test", "mine", cron, "Europe/Berlin").Trigger().GetTriggerBuilder().StartAt(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero)).Build().GetFireTimeAfter(DateTimeOffset.Parse(after, System.Globalization.CultureInfo.InvariantCulture)).ShouldNotBeNull();
}
