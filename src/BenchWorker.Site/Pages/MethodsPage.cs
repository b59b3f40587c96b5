using BenchWorker.Analysis;

namespace BenchWorker.Site;

/// <summary>What the words and numbers on every board mean.</summary>
internal static class MethodsPage
{
    public static SiteFile Write(IReadOnlyList<BoardEntry> boards, SiteOptions site)
    {
        PageShell shell = new(site, SitePaths.Methods, "Methods", "What the words and numbers on every board mean.", SitePages.DataAsOf(boards));
        return shell.Write(Html.Of($"""
            <h1>Methods</h1>
            <p class="lead">Every number on this site is computed from the results by the definitions below, without hand work; the same results always give the same pages.</p>
            <h2>Reading a board</h2>
            <dl class="terms">
            <dt>Rank</dt><dd>Equal scores share the best rank (1, 2, 2, 4). “=” marks them.</dd>
            <dt>Range of ranks</dt><dd>The first and the last rank that the data cannot tell apart from the one shown. Where ranges overlap, do not read the order as a result.</dd>
            <dt>±</dt><dd>Standard error of the score over the columns.</dd>
            <dt>Measured</dt><dd>Columns with a value, of those that count. Below the board’s minimum an entity is listed but not ranked.</dd>
            <dt>Missing</dt><dd>A cell that was not run, failed or gave no finite number has no value. It is never counted as zero, unless a board’s policy says how it counts, and then the policy is printed.</dd>
            <dt>Data as of</dt><dd>When the newest result behind a page was stored. When the page itself was written stands in the footer and in release.json.</dd>
            </dl>
            <h2>Rankings</h2>
            <dl class="terms">
            {Enum.GetValues<RankingMethod>().Select(static method => Html.Of($"<dt>{MethodText.Name(method)}</dt><dd>{MethodText.Explanation(method)}</dd>\n"))}</dl>
            <h2>Missing cells</h2>
            <dl class="terms">
            {Enum.GetValues<MissingPolicy>().Select(static policy => Html.Of($"<dt>{MethodText.Key(policy)}</dt><dd>{MethodText.Explanation(policy)}</dd>\n"))}</dl>
            <h2>Repeated runs</h2>
            <dl class="terms">
            {Enum.GetValues<RunPolicy>().Select(static policy => Html.Of($"<dt>{MethodText.Key(policy)}</dt><dd>{MethodText.Explanation(policy)}</dd>\n"))}</dl>
            <h2>Data files</h2>
            <p>Every board has CSV files and a JSON file; <a href="{SitePaths.Schema}">the schema of the JSON</a> documents each field. Texts in CSV that a spreadsheet would take for a formula begin with an apostrophe.</p>

            """));
    }
}
