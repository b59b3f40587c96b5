using System.Globalization;

namespace BenchWorker.Site;

/// <summary>Moments as pages print them: UTC, always said.</summary>
internal static class DisplayTime
{
    public static string Minute(DateTimeOffset? moment) =>
        moment?.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture) ?? "no data";

    /// <summary>RFC 3339, as feeds, sitemaps and <c>time</c> elements want it.</summary>
    public static string Machine(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    public static Html Element(DateTimeOffset? moment) => moment is { } at
        ? Html.Of($"<time datetime=\"{Machine(at)}\">{Minute(at)}</time>")
        : Html.Of($"no data");
}
