using System.Collections.Frozen;
using BenchWorker.Analysis;

namespace BenchWorker.Site;

/// <summary>One published page as declared: where its rows come from, how they are aggregated and ranked, which figures it shows.</summary>
public sealed record Board
{
    /// <summary>In URLs and file names: <c>[a-z0-9][a-z0-9-]*</c>, at most 63 characters, unique on the site.</summary>
    public required string Slug { get; init; }

    public required string Title { get; init; }

    public string? Description { get; init; }

    public required BoardSource Source { get; init; }

    /// <summary>The result column that is ranked.</summary>
    public string Entity { get; init; } = "model";

    /// <summary>The result columns that together name what an entity is scored on; empty takes those that the figures show, else the task.</summary>
    public IReadOnlyList<string> Columns { get; init; } = [];

    /// <summary>Rows are kept whose entry in each of these result columns is one of the values named.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Where { get; init; } = FrozenDictionary<string, IReadOnlyList<string>>.Empty;

    public BoardMetric? Metric { get; init; }

    /// <summary>Result columns added to <see cref="Columns"/>, so that what they tell apart is no longer mixed in one column.</summary>
    public IReadOnlyList<string> Split { get; init; } = [];

    public RunPolicy Runs { get; init; } = RunPolicy.Mean;

    /// <summary>The runs that <see cref="RunPolicy.Pinned"/> takes.</summary>
    public IReadOnlyList<string> PinnedRuns { get; init; } = [];

    /// <summary>Result column that names what samples share (a passage, a template), for clustered errors.</summary>
    public string ClusterField { get; init; } = "cluster";

    /// <summary>Null leaves missing cells out, where the ranking does not say itself what becomes of them.</summary>
    public MissingPolicy? Missing { get; init; }

    /// <summary>Share of columns an entity needs to be ranked, in [0, 1]; null asks for none, where the results do not choose the ranking.</summary>
    public double? MinCoverage { get; init; }

    public MeanKind Mean { get; init; } = MeanKind.Weighted;

    /// <summary>The scale that scores are averaged on.</summary>
    public ScoreScale Normalize { get; init; } = ScoreScale.Raw;

    /// <summary>Weights of columns or tasks by name, before those of the source.</summary>
    public IReadOnlyDictionary<string, double> Weights { get; init; } = FrozenDictionary<string, double>.Empty;

    /// <summary>Names of groups and the columns or tasks in each, before those of the source.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Groups { get; init; } = FrozenDictionary<string, IReadOnlyList<string>>.Empty;

    /// <summary>Which pairs of the ranked are compared by themselves.</summary>
    public PairScope Pairs { get; init; } = PairScope.None;

    /// <summary>What scores are weighed against; null for nothing.</summary>
    public ParetoDeclaration? Pareto { get; init; }

    /// <summary>The first orders the leaderboard; the others stand beside it. Empty lets the results choose.</summary>
    public IReadOnlyList<RankingMethod> Ranking { get; init; } = [];

    public IReadOnlyList<FigureDeclaration> Figures { get; init; } = [];

    public RefreshPolicy Refresh { get; init; } = new();

    /// <summary>Keys of the publishers; empty for all that are configured.</summary>
    public IReadOnlyList<string> PublishTo { get; init; } = [];
}

/// <summary>Where a board's rows come from: our schema by benchmark, or the user's own SQL with the same column names.</summary>
public abstract record BoardSource
{
    private BoardSource()
    {
    }

    /// <summary>Values that stand for "missing" in this source, such as -1; never scores.</summary>
    public IReadOnlyList<double> Sentinels { get; init; } = [];

    /// <param name="Samples">Whether rows with a sample_id are wanted.</param>
    public sealed record Benchmark(string Name, bool Samples = false) : BoardSource;

    public sealed record Query(string Sql, bool Samples = false) : BoardSource;
}

/// <summary>What the board says of its metric; null where it leaves that to the data.</summary>
/// <param name="Name">Rows of other metrics are left out; null keeps all.</param>
public sealed record BoardMetric(
    string? Name = null, string? Unit = null, double? Min = null, double? Max = null, double? Chance = null, bool? HigherIsBetter = null,
    double? Threshold = null);

/// <summary>The cost or size of an entity, for the front of those that nobody beats in score and cost at once.</summary>
/// <param name="Cost">Name of a metric, or of a result column that holds numbers.</param>
/// <param name="LowerIsBetter">Costs and sizes are; speeds are not.</param>
/// <param name="Sentinels">Values that stand for "not known".</param>
public sealed record ParetoDeclaration(string Cost, bool LowerIsBetter, IReadOnlyList<double> Sentinels);

public sealed record RefreshPolicy
{
    public bool OnChange { get; init; } = true;

    public TimeSpan? Debounce { get; init; }

    /// <summary>Quartz cron expression; null for the global schedule only.</summary>
    public string? Schedule { get; init; }

    /// <summary>IANA name; null for UTC.</summary>
    public string? TimeZone { get; init; }

    /// <summary>How changes behind a query of the board's own are noticed; null when they are not.</summary>
    public BoardWatch? Watch { get; init; }
}

public enum WatchBy
{
    /// <summary>A small trigger on the table, which its owner installs, marks the board.</summary>
    Trigger,

    /// <summary>Polling a column of type xid8 that holds the writing transaction.</summary>
    Xid,

    /// <summary>Polling the rows' own transaction numbers; for ordinary tables on the primary server.</summary>
    Xmin,

    /// <summary>Polling a count and the highest value of a column, or a hash of all rows.</summary>
    Fingerprint,
}

/// <param name="Table">Table or view, with its schema where that is not on the search path.</param>
/// <param name="Column">Of type xid8 for <see cref="WatchBy.Xid"/>; for a fingerprint one that grows with every change, or null for a hash of all rows.</param>
/// <param name="Every">How often the table is polled.</param>
public sealed record BoardWatch(string Table, WatchBy By, string? Column, TimeSpan Every);
