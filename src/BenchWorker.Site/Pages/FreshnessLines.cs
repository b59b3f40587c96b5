namespace BenchWorker.Site;

/// <summary>At the foot of every page: how new what it shows is, when it was published, and how long the newest result had waited.</summary>
internal static class FreshnessLines
{
    public static Html Of(BoardFreshness freshness) => Html.Of($"<p>Data as of {DisplayTime.Element(freshness.DataAsOf)}</p>\n{Published(freshness)}");

    private static Html Published(BoardFreshness freshness) => freshness.PublishedAt is not { } at
        ? Html.Empty
        : Html.Of($"<p id=\"published\">Published {DisplayTime.Element(at)}{Html.When(freshness.LagSeconds is not null, $"; the newest result {DisplayTime.Span(TimeSpan.FromSeconds(freshness.LagSeconds ?? 0))} after it was stored")}</p>\n");
}
