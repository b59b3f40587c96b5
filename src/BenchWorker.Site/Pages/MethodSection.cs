using System.Globalization;
using BenchWorker.Analysis;

namespace BenchWorker.Site;

/// <summary>How this board's numbers were made: policies and rankings as they were applied.</summary>
internal static class MethodSection
{
    public static Html Of(BoardReport report)
    {
        Leaderboard? first = report.Leaderboards.Count == 0 ? null : report.Leaderboards[0];
        return Html.Of($"""
            <section aria-labelledby="methods">
            <h2 id="methods">Methods</h2>
            <dl class="terms">
            <dt>Source</dt><dd>{Source(report.Board.Source)}</dd>
            <dt>Scored on</dt><dd>{string.Join(", ", report.Board.Columns.DefaultIfEmpty("task"))}</dd>
            <dt>Repeated runs</dt><dd>{MethodText.Explanation(report.Board.Runs)}</dd>
            {(first is null ? Html.Empty : Html.Of($"<dt>Missing cells</dt><dd>{MethodText.Explanation(first.Missing)}</dd>\n<dt>To be ranked</dt><dd>{(first.MinCoverage > 0 ? $"{DisplayNumber.Percent(first.MinCoverage)} of the columns at least." : "Any value at all.")}</dd>\n"))}{report.Leaderboards.Select(static leaderboard => Html.Of($"<dt>{MethodText.Name(leaderboard.Method)}</dt><dd>{MethodText.Explanation(leaderboard.Method)}</dd>\n"))}{(first is null ? Html.Empty : Html.Of($"<dt>Span of ranks</dt><dd>{IntervalText.Explanation(first.Intervals)}</dd>\n<dt>Seed</dt><dd>{first.Seed.ToString(CultureInfo.InvariantCulture)}, made from the board’s name; every random draw starts from it.</dd>\n"))}</dl>
            <p><a href="../../{SitePaths.Methods}">All methods and what the words mean</a></p>
            </section>

            """);
    }

    private static Html Source(BoardSource source) => source is BoardSource.Benchmark benchmark
        ? Html.Of($"Results of the benchmark {ShownName.Of(benchmark.Name)}.")
        : Html.Of($"A query of the results’ owner.");
}
