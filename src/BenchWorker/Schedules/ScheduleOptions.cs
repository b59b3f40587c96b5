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
}

internal sealed class ScheduleOptionsValidator : IValidateOptions<ScheduleOptions>
{
    public ValidateOptionsResult Validate(string? name, ScheduleOptions options)
    {
        List<string> failures = [];
        if (options.Cron.Length > 0 && !CronExpression.TryParse(options.Cron, out _))
            failures.Add($"{ScheduleOptions.Section}:Cron \"{options.Cron}\" is not a Quartz cron expression; nightly at two is \"0 0 2 * * ?\".");
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(options.TimeZone, out _))
            failures.Add($"{ScheduleOptions.Section}:TimeZone \"{options.TimeZone}\" is not known here; use an IANA name such as Europe/Paris.");
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }
}
