namespace BenchWorker.Site;

/// <summary>How this board's numbers were made: policies and rankings as they were applied.</summary>
internal static class MethodSection
{
    public static Html Of(BoardReport report) => Html.Of($"""
        <section aria-labelledby="methods">
        <h2 id="methods">Methods</h2>
        <dl class="terms">
        <dt>Source</dt><dd>{Source(report.Board.Source)}</dd>
        <dt>Repeated runs</dt><dd>{MethodText.Explanation(report.Board.Runs)}</dd>
        {report.Leaderboards.Take(1).Select(static leaderboard => Html.Of($"<dt>Missing cells</dt><dd>{MethodText.Explanation(leaderboard.Missing)} An entity is ranked from {DisplayNumber.Percent(leaderboard.MinCoverage)} of the columns on.</dd>\n"))}{report.Leaderboards.Select(static leaderboard => Html.Of($"<dt>{MethodText.Name(leaderboard.Method)}</dt><dd>{MethodText.Explanation(leaderboard.Method)}</dd>\n"))}</dl>
        <p><a href="../../{SitePaths.Methods}">All methods and what the words mean</a></p>
        </section>

        """);

    private static Html Source(BoardSource source) => source is BoardSource.Benchmark benchmark
        ? Html.Of($"Results of the benchmark {benchmark.Name}.")
        : Html.Of($"A query of the results’ owner.");
}
