using System.Globalization;
using BenchWorker.Analysis;

namespace BenchWorker.Site;

/// <summary>The rules a board was made by; when they change, places before and after are not comparable.</summary>
/// <param name="ScoredOn">Result columns, comma-separated.</param>
/// <param name="Rankings">Keys, comma-separated, the first orders the board.</param>
public sealed record BoardPolicy(string Metric, string ScoredOn, RunPolicy Runs, MissingPolicy Missing, double MinCoverage, string Rankings)
{
    /// <summary>How columns weigh in the mean; null, as with all that follow, where no ranking asks or an older program did not say.</summary>
    public string? Mean { get; init; }

    public string? Scale { get; init; }

    /// <summary>Runs, comma-separated.</summary>
    public string? PinnedRuns { get; init; }

    public string? Weights { get; init; }

    public string? Groups { get; init; }

    /// <summary>The result column whose entries samples share.</summary>
    public string? Clusters { get; init; }

    public static BoardPolicy Of(BoardReport report) => new(
        report.Board.Metric?.Name ?? "",
        string.Join(", ", report.Board.Columns),
        report.Board.Runs,
        report.Board.Missing ?? MissingPolicy.Exclude,
        report.Board.MinCoverage ?? 0,
        string.Join(", ", report.Leaderboards.Select(static leaderboard => MethodText.Key(leaderboard.Method))))
    {
        Mean = report.Leaderboards.Select(static leaderboard => leaderboard.Mean).FirstOrDefault(static mean => mean is not null) is { } mean ? MethodText.Key(mean) : null,
        Scale = report.Leaderboards.Select(static leaderboard => leaderboard.Scale).FirstOrDefault(static scale => scale is not null) is { } scale ? MethodText.Key(scale) : null,
        PinnedRuns = string.Join(", ", report.Board.PinnedRuns),
        Weights = ColumnTerms.Weights(report),
        Groups = ColumnTerms.Groups(report),
        Clusters = report.Board.ClusterField,
    };

    /// <summary>A sentence for each rule that changed.</summary>
    public IEnumerable<string> Since(BoardPolicy before)
    {
        (string Rule, string? Before, string? After)[] rules =
        [
            ("metric", before.Metric, Metric),
            ("scoring", before.ScoredOn, ScoredOn),
            ("rule for repeated runs", MethodText.Key(before.Runs), MethodText.Key(Runs)),
            ("list of pinned runs", before.PinnedRuns, PinnedRuns),
            ("rule for missing cells", MethodText.Key(before.Missing), MethodText.Key(Missing)),
            ("least coverage", Share(before.MinCoverage), Share(MinCoverage)),
            ("ranking", before.Rankings, Rankings),
            ("mean", before.Mean, Mean),
            ("scale of the mean", before.Scale, Scale),
            ("weighting", before.Weights, Weights),
            ("grouping", before.Groups, Groups),
            ("clustering of samples", before.Clusters, Clusters),
        ];
        return rules.Where(static rule => rule is { Before: not null, After: not null } && rule.Before != rule.After)
            .Select(static rule => $"Policy: the {rule.Rule} changed from {Said(rule.Before)} to {Said(rule.After)}; places are not comparable with those before.");
    }

    private static string Said(string? value) => string.IsNullOrEmpty(value) ? "“any”" : $"“{value}”";

    private static string Share(double share) => string.Create(CultureInfo.InvariantCulture, $"{share * 100:0.#} %");
}
