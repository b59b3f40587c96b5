using System.Globalization;
using BenchWorker.Analysis;

namespace BenchWorker.Site;

/// <summary>How this board's numbers were made: policies and rankings as they were applied.</summary>
internal static class MethodSection
{
    public static Html Of(BoardReport report) => Html.Of($"""
        <section aria-labelledby="methods">
        <h2 id="methods">Methods</h2>
        <dl class="terms">
        <dt>Source</dt><dd>{Source(report.Board.Source)}</dd>
        <dt>Scored on</dt><dd>{string.Join(", ", report.Board.Columns.DefaultIfEmpty("task"))}</dd>
        {Choices(report).Select(static choice => Html.Of($"<dt>{choice.Term}</dt><dd>{choice.Text}</dd>\n"))}</dl>
        <p><a href="../../{SitePaths.Methods}">All methods and what the words mean</a></p>
        </section>

        """);

    private static IEnumerable<(string Term, string Text)> Choices(BoardReport report)
    {
        IReadOnlyList<string> pinned = report.Board.PinnedRuns;
        yield return ("Repeated runs", MethodText.Explanation(report.Board.Runs) + (pinned.Count > 0 ? $" Pinned: {string.Join(", ", pinned)}." : ""));
        if (report.Quarantined.Count > 0)
            yield return ("Invalid runs, in no number", string.Join("; ", report.Quarantined.Select(static run => $"{run.Run}: {run.Reason}")));
        if (report.Leaderboards.Count == 0)
            yield break;
        Leaderboard first = report.Leaderboards[0];
        if (report.RankingReason is { } reason)
            yield return ("Choice of ranking", reason);
        yield return ("Missing cells", MethodText.Explanation(first.Missing));
        yield return ("To be ranked", first.MinCoverage > 0 ? $"{DisplayNumber.Percent(first.MinCoverage)} of the columns at least." : "Any value at all.");
        foreach (Leaderboard leaderboard in report.Leaderboards)
            yield return (MethodText.Name(leaderboard.ScoredBy), Ranking(leaderboard));
        if (ColumnTerms.Weights(report) is { Length: > 0 } weights)
            yield return ("Weights", $"{weights}; every other column 1.");
        if (ColumnTerms.Groups(report) is { Length: > 0 } groups)
            yield return ("Groups", $"{groups}.");
        if (Clusters(report) is { } clusters)
            yield return ("Clusters of samples", clusters);
        string test = first.Test is { } kind ? " " + MethodText.Explanation(kind) : "";
        yield return ("Span of ranks", $"{IntervalText.Explanation(first.Intervals)}{test} Alpha is {RankSets.Alpha.ToString(CultureInfo.InvariantCulture)}.");
        if (first.Pairs is { } pairs)
            yield return ("Ahead of next", PairText.Explanation(pairs));
        yield return ("Seed", $"{first.Seed.ToString(CultureInfo.InvariantCulture)}, made from the board’s name; every random draw starts from it.");
        yield return ("Pool", $"{report.Pool}, made from the names of the ranked; scores by rank and normalised scores change with it.");
    }

    private static string? Clusters(BoardReport report)
    {
        long[] counts = [.. report.Table.Cells.ToArray().Select(static cell => cell.ClusterCount).OfType<long>()];
        return counts.Length == 0
            ? null
            : string.Create(CultureInfo.InvariantCulture, $"Samples that share {ShownName.Of(report.Board.ClusterField)} are not independent: standard errors count clusters, {counts.Min()} to {counts.Max()} a cell.");
    }

    private static string Ranking(Leaderboard leaderboard) => string.Join(' ', new[]
    {
        MethodText.Explanation(leaderboard.ScoredBy),
        leaderboard.Mean is { } mean ? MethodText.Explanation(mean) : "",
        leaderboard.Scale is { } scale ? MethodText.Explanation(scale) : "",
    }.Where(static sentence => sentence.Length > 0));

    private static Html Source(BoardSource source) => source is BoardSource.Benchmark benchmark
        ? Html.Of($"Results of the benchmark {ShownName.Of(benchmark.Name)}.")
        : Html.Of($"A query of the results’ owner.");
}
