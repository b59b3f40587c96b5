using System.Globalization;
using Quartz;

namespace BenchWorker;

/// <summary>Schedules that would stand still in spring.</summary>
/// <remarks>
/// PROBLEM: where winter is the exception and summer the rule (Europe/Dublin, Africa/Casablanca), .NET counts no time of the skipped hour as invalid.
/// Quartz then reckons a tick in that hour an hour too early, and the tick after it as the same one, again and again.
/// SOLUTION: such schedules are refused before they are stored.
/// </remarks>
internal static class SkippedHour
{
    private static readonly DateTimeOffset From = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private const int Days = 10 * 366;

    /// <param name="cron">Quartz cron expression.</param>
    /// <returns>What is wrong with the schedule in the zone; null when it ticks on, and where cron or zone are no such things.</returns>
    public static string? Describe(string cron, string zone) =>
        CronExpression.TryParse(cron, out _) && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out TimeZoneInfo? there) && LastTick(new CronExpression(cron, there)) is { } tick
            ? string.Create(CultureInfo.InvariantCulture, $"\"{cron}\" ticks in the hour that {zone} skips in spring ({tick:yyyy-MM-dd}), and would stand still from then on; choose other hours, or UTC.")
            : null;

    /// <returns>The tick of the years 2026 to 2036 that none would follow; null when there is none.</returns>
    private static DateTimeOffset? LastTick(CronExpression ticks)
    {
        TimeZoneInfo zone = ticks.TimeZone;
        return zone.GetAdjustmentRules().Any(static rule => rule.DaylightDelta < TimeSpan.Zero)
            ? Enumerable.Range(0, Days).Select(day => From.AddDays(day)).Where(day => zone.GetUtcOffset(day.AddDays(1)) > zone.GetUtcOffset(day))
                .Select(day => Standstill(ticks, day, day.AddDays(1))).FirstOrDefault(static tick => tick is not null)
            : null;
    }

    private static DateTimeOffset? Standstill(CronExpression ticks, DateTimeOffset from, DateTimeOffset to)
    {
        DateTimeOffset at = from;
        while (ticks.GetNextValidTimeAfter(at) is { } next && next < to)
        {
            if (next <= at)
                return next;
            at = next;
        }

        return null;
    }
}
