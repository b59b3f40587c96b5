using System.Globalization;

namespace BenchWorker.Site;

/// <summary>Moments as pages print them: UTC, always said.</summary>
internal static class DisplayTime
{
    public static string Minute(DateTimeOffset? moment) =>
        moment is { } at ? $"{Day(at)} {Clock(at)}" : "no data";

    /// <summary>RFC 3339, as feeds, sitemaps and <c>time</c> elements want it.</summary>
    public static string Machine(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>A length of time in its largest fitting unit: "40 s", "5 min", "3 h", "8 days".</summary>
    public static string Span(TimeSpan span) => span switch
    {
        { TotalSeconds: < 60 } => string.Create(CultureInfo.InvariantCulture, $"{span.TotalSeconds:0} s"),
        { TotalMinutes: < 60 } => string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(span.TotalMinutes):0} min"),
        { TotalHours: < 48 } => string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(span.TotalHours):0} h"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(span.TotalDays):0} days"),
    };

    public static Html Element(DateTimeOffset? moment) => moment is { } at
        ? Html.Of($"<time datetime=\"{Machine(at)}\">{Day(at)}<span class=\"clock\"> {Clock(at)}</span></time>")
        : Html.Of($"no data");

    private static string Day(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Clock(DateTimeOffset moment) => moment.UtcDateTime.ToString("HH:mm 'UTC'", CultureInfo.InvariantCulture);
}
