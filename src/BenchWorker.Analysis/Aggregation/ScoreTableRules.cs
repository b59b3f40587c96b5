using System.Collections.Frozen;

namespace BenchWorker.Analysis;

/// <summary>How rows become a table: what a row and a column of it are, and what is done with repeated, bad and unlike rows.</summary>
public sealed record ScoreTableRules
{
    /// <summary>Result columns in which two rows of one score must agree, or they did not measure the same thing.</summary>
    public static readonly IReadOnlyList<string> ConfigurationFields =
    [
        "dataset_revision", "dataset_version", "task_version", "prompt_hash", "prompt", "n_shot", "num_fewshot", "shots",
        "harness", "harness_version", "mteb_version", "split", "limit", "sample_limit",
    ];

    /// <summary>Result columns whose values are parts of one score: averaged over, each part with its own runs.</summary>
    public static readonly FrozenSet<string> PartFields = FrozenSet.Create(
        StringComparer.Ordinal, "benchmark", "task", "subset", "metric", "language", "domain", "category", "difficulty", "topic", "level", "length", "split");

    /// <summary>Result columns that tell runs of one configuration apart.</summary>
    public static readonly FrozenSet<string> RunFields =
        FrozenSet.Create(StringComparer.Ordinal, "seed", "attempt", "repeat", "epoch", "file", "commit", "date", "status", "evaluation_time", "sd", "ci_low", "ci_high");

    /// <summary>The result column that names rows of the table.</summary>
    public string Entity { get; init; } = "model";

    /// <summary>The result columns that together name a column of the table, joined by " / ". Add a configuration field to split by it.</summary>
    public IReadOnlyList<string> Columns { get; init; } = ["task"];

    public RunPolicy Runs { get; init; } = RunPolicy.Mean;

    /// <summary>The runs that <see cref="RunPolicy.Pinned"/> takes; a cell that none of them measured is missing.</summary>
    public IReadOnlyCollection<string> PinnedRuns { get; init; } = [];

    /// <summary>Declared by the board; overrules the rows.</summary>
    public Direction? Direction { get; init; }

    /// <summary>Values that a source writes where it has none (-1, 999), and what they mean. A real zero is not among them.</summary>
    public IReadOnlyDictionary<double, MissingReason> Sentinels { get; init; } = FrozenDictionary<double, MissingReason>.Empty;

    /// <summary>Runs that were declared invalid, with the reason: out of every number, and listed.</summary>
    public IReadOnlyDictionary<string, string> Quarantine { get; init; } = FrozenDictionary<string, string>.Empty;

    /// <summary>Scale of a metric by its name: chance levels and limits for chance-corrected means.</summary>
    public IReadOnlyDictionary<string, MetricScale> Scales { get; init; } = FrozenDictionary<string, MetricScale>.Empty;

    /// <summary>Group of a column by its name, or of a task whose columns have no group of their own; for grouped means.</summary>
    public IReadOnlyDictionary<string, string> Groups { get; init; } = FrozenDictionary<string, string>.Empty;

    /// <summary>Weight of a column by its name, or of a task whose columns have no weight of their own; 1 where there is none.</summary>
    public IReadOnlyDictionary<string, double> Weights { get; init; } = FrozenDictionary<string, double>.Empty;

    /// <summary>A subset or a task named so, in whatever case, is a total of the others: shown, never averaged with them.</summary>
    public IReadOnlyCollection<string> Totals { get; init; } = ["aggregate", "average", "overall", "total"];

    /// <summary>Result column that names the cluster of a sample (a passage, a template); rows without it are independent.</summary>
    public string ClusterField { get; init; } = "cluster";

    internal bool IsTotal(Result row) => IsTotal(row.Subset) || IsTotal(row.Task);

    internal bool IsTotal(string? name) => name is not null && Totals.Contains(name, StringComparer.OrdinalIgnoreCase);
}
