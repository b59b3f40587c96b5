using System.Globalization;
using BenchWorker.Analysis;

namespace BenchWorker.Site;

/// <summary>What the words and numbers on every board mean.</summary>
internal static class MethodsPage
{
    public static SiteFile Write(IReadOnlyList<BoardEntry> boards, SiteOptions site)
    {
        PageShell shell = new(site, SitePaths.Methods, "Methods", "What the words and numbers on every board mean.", BoardFreshness.Of(boards));
        return shell.Write(Html.Of($"""
            <h1>Methods</h1>
            <p class="lead">Every number is computed from the results by the definitions below; the same results always give the same pages.</p>
            <h2>Reading a board</h2>
            <dl class="terms">
            <dt>Rank</dt><dd>Equal scores share the best rank (1, 2, 2, 4); “=” marks them.</dd>
            <dt>May rank</dt><dd>From the first to the last rank that the data cannot tell apart from the one shown. Within it, do not read the order as a result.</dd>
            <dt>±</dt><dd>Standard error of the score over the columns.</dd>
            <dt>Measured</dt><dd>Columns with a value, of those that count. Below a board’s least coverage an entity is listed, not ranked.</dd>
            <dt>Missing</dt><dd>A cell that was not run, failed or gave no finite number has no value. It is never zero; what it does to a score is the board’s rule for missing cells.</dd>
            <dt>Change</dt><dd>Places gained or lost since the ranking last changed.</dd>
            <dt>Data as of</dt><dd>When the newest result behind a page was stored.</dd>
            <dt>Published</dt><dd>When what the page shows was last written, and how long its newest result had waited by the time it was first shown. <a href="{Release.Path}">release.json</a> and the <a href="{SitePaths.Status}">status</a> tell the same for each board.</dd>
            </dl>
            <h2>Spans of ranks</h2>
            <dl class="terms">
            {new[] { IntervalKind.HolmRankSet, IntervalKind.MaxTRankSet, IntervalKind.ResamplingRange }.Select(static kind => Html.Of($"<dt>{IntervalText.Name(kind)}</dt><dd>{IntervalText.Explanation(kind)}</dd>\n"))}</dl>
            <h2>Rankings</h2>
            <dl class="terms">
            {Enum.GetValues<RankingMethod>().Select(static method => Html.Of($"<dt>{MethodText.Name(method)}</dt><dd>{MethodText.Explanation(method)}</dd>\n"))}</dl>
            <h2>Missing cells</h2>
            <dl class="terms">
            {Enum.GetValues<MissingPolicy>().Select(static policy => Html.Of($"<dt>{MethodText.Key(policy)}</dt><dd>{MethodText.Explanation(policy)}</dd>\n"))}</dl>
            <h2>Repeated runs</h2>
            <dl class="terms">
            {Enum.GetValues<RunPolicy>().Select(static policy => Html.Of($"<dt>{MethodText.Key(policy)}</dt><dd>{MethodText.Explanation(policy)}</dd>\n"))}</dl>
            <h2>Statements</h2>
            <p>Every sentence is written from the table and checked again by other code before it is printed. Tests within a summary are corrected together (Benjamini and Hochberg) and reported at {TestResult.Alpha.ToString("0.##", CultureInfo.InvariantCulture)}. Sentences say what the data contain, not why.</p>
            <h2>What to run next</h2>
            <p>With one more common column the standard error of a difference over n columns falls by 1 − √(n / (n + 1)). A missing cell counts that for every rival its row is not told apart from and that was measured there.</p>
            <h2>Addresses that stay</h2>
            <dl class="terms">
            <dt>boards/NAME/</dt><dd>index.html, board.json, leaderboard.csv, scores.csv, summary.md, evidence.json, feed.xml, badge.svg, badge.json, preview.png, and for each figure figure-1.svg, figure-1-dark.svg, figure-1.png, figure-1-dark.png (twice the size) and figure-1.csv.</dd>
            <dt>models/NAME.html</dt><dd>A model’s places.</dd>
            <dt>{SiteManifest.Path}, {Release.Path}</dt><dd>Every file by its hash; the release and the freshness of every board.</dd>
            <dt>schema/</dt><dd><a href="{SitePaths.Schema}">board.schema.json</a> documents each field of board.json, <a href="{SitePaths.ReleaseSchema}">release.schema.json</a> those of release.json.</dd>
            </dl>
            <p>Files whose names hold sixteen digits never change. Texts in CSV that a spreadsheet would take for a formula begin with an apostrophe.</p>

            """));
    }
}
