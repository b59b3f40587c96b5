using System.Globalization;
using BenchWorker.Analysis;

namespace BenchWorker.Site;

/// <summary>The rules a board was made by; when they change, places before and after are not comparable.</summary>
/// <param name="ScoredOn">Result columns, comma-separated.</param>
/// <param name="Rankings">Keys, comma-separated, the first orders the board.</param>
public sealed record BoardPolicy(string Metric, string ScoredOn, RunPolicy Runs, MissingPolicy Missing, double MinCoverage, string Rankings)
{
    public static BoardPolicy Of(BoardReport report) => new(
        report.Board.Metric?.Name ?? "",
        string.Join(", ", report.Board.Columns),
        report.Board.Runs,
        report.Board.Missing,
        report.Board.MinCoverage,
        string.Join(", ", report.Leaderboards.Select(static leaderboard => MethodText.Key(leaderboard.Method))));

    /// <summary>A sentence for each rule that changed.</summary>
    public IEnumerable<string> Since(BoardPolicy before)
    {
        (string Rule, string Before, string After)[] rules =
        [
            ("metric", before.Metric, Metric),
            ("scoring", before.ScoredOn, ScoredOn),
            ("rule for repeated runs", MethodText.Key(before.Runs), MethodText.Key(Runs)),
            ("rule for missing cells", MethodText.Key(before.Missing), MethodText.Key(Missing)),
            ("least coverage", Share(before.MinCoverage), Share(MinCoverage)),
            ("ranking", before.Rankings, Rankings),
        ];
        return rules.Where(static rule => rule.Before != rule.After).Select(static rule => $"Policy: the {rule.Rule} changed from {Said(rule.Before)} to {Said(rule.After)}; places are not comparable with those before.");
    }

    private static string Said(string value) => value.Length == 0 ? "“any”" : $"“{value}”";

    private static string Share(double share) => string.Create(CultureInfo.InvariantCulture, $"{share * 100:0.#} %");
}
