using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;
using Quartz;

namespace BenchWorker;

/// <summary>Configuration section <c>BenchWorker:Schedule</c>: when every board is refreshed whether or not its data changed.</summary>
public sealed class ScheduleOptions
{
    public const string Section = "BenchWorker:Schedule";

    /// <summary>Quartz cron expression; empty for no nightly refresh.</summary>
    public string Cron { get; set; } = "0 0 2 * * ?";

    /// <summary>IANA name of the zone that <see cref="Cron"/> is read in.</summary>
    [Required]
    public string TimeZone { get; set; } = "UTC";

    /// <summary>Quartz cron expression of the nightly check that every stored cell still says what its samples say; empty for none.</summary>
    public string Sweep { get; set; } = "0 30 3 * * ?";

    /// <summary>Whether replicas share the schedule in the database, so that each tick fires once and one missed while all were down is made up; null when the database is the user's own server.</summary>
    public bool? Clustered { get; set; }
}

internal sealed class ScheduleOptionsValidator : IValidateOptions<ScheduleOptions>
{
    public ValidateOptionsResult Validate(string? name, ScheduleOptions options)
    {
        List<string> failures = [];
        if (options.Cron.Length > 0 && !CronExpression.TryParse(options.Cron, out _))
            failures.Add($"{ScheduleOptions.Section}:Cron \"{options.Cron}\" is not a Quartz cron expression; nightly at two is \"0 0 2 * * ?\".");
        if (options.Sweep.Length > 0 && !CronExpression.TryParse(options.Sweep, out _))
            failures.Add($"{ScheduleOptions.Section}:Sweep \"{options.Sweep}\" is not a Quartz cron expression; nightly at half past three is \"0 30 3 * * ?\".");
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(options.TimeZone, out _))
            failures.Add($"{ScheduleOptions.Section}:TimeZone \"{options.TimeZone}\" is not known here; use an IANA name such as Europe/Paris.");
        foreach ((string setting, string cron) in (IEnumerable<(string, string)>)[(nameof(options.Cron), options.Cron), (nameof(options.Sweep), options.Sweep)])
        {
            if (SkippedHour.Describe(cron, options.TimeZone) is { } standstill)
                failures.Add($"{ScheduleOptions.Section}:{setting} {standstill}");
        }

        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }
}
