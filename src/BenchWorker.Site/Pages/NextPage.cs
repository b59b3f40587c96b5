namespace BenchWorker.Site;

/// <summary>Missing cells on any board that would settle most.</summary>
internal static class NextPage
{
    private const int MostBoards = 200, MostRows = 5;

    public static SiteFile Write(IReadOnlyList<BoardEntry> boards, SiteOptions site)
    {
        PageShell shell = new(site, SitePaths.Next, "What to run next", "Missing cells that would settle most if they were measured.", BoardFreshness.Of(boards));
        BoardEntry[] incomplete = [.. boards.Where(static board => board.Next.Count > 0).Take(MostBoards)];
        return shell.Write(Html.Of($"""
            <h1>What to run next</h1>
            <p class="lead">Missing cells that would settle most: first those that let somebody be ranked at all, then those that could narrow the most spans of ranks.</p>
            {(incomplete.Length == 0 ? Html.Of($"<p>Nothing is missing on any board.</p>\n") : NextTable.Of(incomplete, "", MostRows, several: true))}
            """));
    }
}
