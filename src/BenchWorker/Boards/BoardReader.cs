using System.Collections.Frozen;
using System.Text.RegularExpressions;
using BenchWorker.Site;
using Quartz;

namespace BenchWorker;

/// <summary>One YAML document to one board.</summary>
internal static partial class BoardReader
{
    public static Board Read(MappingReader yaml, IReadOnlyCollection<string>? targets = null)
    {
        string slug = yaml.RequiredText("board");
        if (slug.Length > 0 && !Slug().IsMatch(slug))
            yaml.Reject("board", $"Board \"{slug}\" is not a slug; use a-z, 0-9 and hyphens, at most 63, beginning with a letter or digit.");
        Board board = new()
        {
            Slug = slug,
            Title = yaml.Text("title") ?? slug,
            Description = yaml.Text("description"),
            Source = Source(yaml, out string cluster),
            ClusterField = cluster,
            Entity = yaml.Text("entity") ?? "model",
            Columns = yaml.Texts("columns"),
            Where = Where(yaml),
            Metric = Metric(yaml),
            Figures = [.. yaml.Mappings("figures", "figure").Select(FigureReader.Read)],
            Refresh = Refresh(yaml),
            PublishTo = yaml.Mapping("publish", shorthand: "to") is { } publish ? Targets(publish, targets) : [],
        };
        board = PolicyReader.Read(yaml, board);
        yaml.Close();
        return board;
    }

    private static BoardSource Source(MappingReader yaml, out string cluster)
    {
        cluster = "cluster";
        if (yaml.Mapping("source", shorthand: "benchmark") is not { } source)
        {
            yaml.Reject("source", "A board needs \"source\": { benchmark: name } or { query: select ... }.");
            return new BoardSource.Benchmark("");
        }

        string? benchmark = source.Text("benchmark");
        string? query = source.Text("query");
        bool samples = source.Flag("samples") ?? false;
        IReadOnlyList<double> sentinels = PolicyReader.Numbers(source, "sentinels");
        cluster = source.Text("cluster") ?? cluster;
        source.Close();
        if (benchmark is null == query is null)
            source.Reject("query", "A source has either \"benchmark\" or \"query\", not both and not neither.");
        return query is null
            ? new BoardSource.Benchmark(benchmark ?? "", samples) { Sentinels = sentinels }
            : new BoardSource.Query(query, samples) { Sentinels = sentinels };
    }

    private static BoardMetric? Metric(MappingReader yaml)
    {
        if (yaml.Mapping("metric", shorthand: "name") is not { } metric)
            return null;
        BoardMetric read = new(
            metric.Text("name"), metric.Text("unit"), metric.Number("min"), metric.Number("max"), metric.Number("chance"), metric.Flag("higher_is_better"),
            metric.Number("threshold"));
        metric.Close();
        if (read.Min >= read.Max)
            metric.Reject("max", "A metric's max must be above its min.");
        return read;
    }

    private static IReadOnlyDictionary<string, IReadOnlyList<string>> Where(MappingReader yaml) =>
        yaml.Mapping("where")?.Entries() ?? FrozenDictionary<string, IReadOnlyList<string>>.Empty;

    private static RefreshPolicy Refresh(MappingReader yaml)
    {
        if (yaml.Mapping("refresh") is not { } refresh)
            return new RefreshPolicy();
        RefreshPolicy policy = new()
        {
            OnChange = refresh.Flag("on_change") ?? true,
            Debounce = refresh.Duration("debounce"),
            Schedule = refresh.Text("schedule"),
            TimeZone = refresh.Text("time_zone"),
            Watch = refresh.Mapping("watch", shorthand: "table") is { } watch ? Watch(watch) : null,
        };
        refresh.Close();
        if (policy.Schedule is { } cron && !CronExpression.TryParse(cron, out _))
            refresh.Reject("schedule", $"Schedule \"{cron}\" is not a Quartz cron expression; nightly at two is \"0 0 2 * * ?\".");
        if (policy.TimeZone is { } zone && !TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _))
            refresh.Reject("time_zone", $"Time zone \"{zone}\" is not known here; use an IANA name such as Europe/Paris.");
        if (SkippedHour.Describe(policy.Schedule ?? "", policy.TimeZone ?? "UTC") is { } standstill)
            refresh.Reject("schedule", $"Schedule {standstill}");
        return policy;
    }

    private static BoardWatch Watch(MappingReader watch)
    {
        BoardWatch read = new(
            watch.RequiredText("table"), watch.Choice<WatchBy>("by") ?? WatchBy.Trigger, watch.Text("column"), watch.Duration("every") ?? TimeSpan.FromSeconds(30));
        watch.Close();
        if (read is { By: WatchBy.Xid, Column: null })
            watch.Reject("by", "Watching by xid needs \"column\": the column of type xid8 that holds pg_current_xact_id() of the writer.");
        if (read is { By: WatchBy.Trigger or WatchBy.Xmin, Column: not null })
            watch.Reject("column", "Only watching by xid or fingerprint has a \"column\".");
        if (read.Every < TimeSpan.FromSeconds(1))
            watch.Reject("every", $"\"every\" is {watch.Text("every")}; a table is polled at most once a second.");
        return read;
    }

    private static IReadOnlyList<string> Targets(MappingReader publish, IReadOnlyCollection<string>? known)
    {
        IReadOnlyList<string> targets = publish.Texts("to");
        publish.Close();
        foreach (string unknown in targets.Where(target => known?.Contains(target, StringComparer.Ordinal) == false))
            publish.Reject("to", $"There is no target \"{unknown}\"; the settings name {string.Join(", ", known ?? [])}.");
        return targets;
    }

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{0,62}$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Slug();
}
