namespace BenchWorker.Site;

/// <summary>Names of a board's files inside its folder; they are stable, READMEs and scripts link to them.</summary>
internal static class BoardFileNames
{
    public const string Json = "board.json";
    public const string Leaderboard = "leaderboard.csv";
    public const string Scores = "scores.csv";
    public const string Summary = "summary.md";
    public const string Evidence = "evidence.json";
    public const string Feed = "feed.xml";
    public const string Preview = "preview.png";
    public const string BadgeSvg = "badge.svg";
    public const string BadgeJson = "badge.json";

    public static string Svg(string figure, bool dark) => $"{figure}{(dark ? "-dark" : "")}.svg";

    public static string Png(string figure, bool dark) => $"{figure}{(dark ? "-dark" : "")}.png";

    public static string Csv(string figure) => $"{figure}.csv";
}
