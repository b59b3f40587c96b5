using System.Globalization;
using System.Text;
using static BenchWorker.Analysis.SentenceBuilder;

namespace BenchWorker.Analysis;

/// <summary>The ranking beside the figure with rank ranges and coverage. Where nobody competes there is no section.</summary>
internal static class LeaderboardSection
{
    private const int MostRows = 30;

    /// <summary>Of a longer one: the first and the last ranks.</summary>
    private const int FirstRows = 20;

    private const int LastRows = 5;

    private static readonly Template OnlyEnds = new(FindingKinds.Document,
        "These are the first {first} and the last {last} of {all}; the scores of all of them have the fingerprint {hash}, which changes with any score.");

    public static IEnumerable<string> Lines(HeatmapTable table)
    {
        if (table.Board is not { } board || board.Leaderboard.Standings.Count(static standing => standing.Rank is not null) < 2)
            yield break;
        IReadOnlyList<Standing> standings = board.Leaderboard.Standings;
        Standing[] shown = standings.Count <= MostRows ? [.. standings] : [.. standings.Take(FirstRows), .. standings.TakeLast(LastRows)];
        StringBuilder text = new();
        MarkdownTable.Header(text, "rank", [LabelText.Markdown(board.Entity), RankingWords.Of(board.Leaderboard), "rank range", "columns measured"], leftAligned: 1);
        foreach (Standing standing in shown)
            MarkdownTable.Line(text, Rank(standing), Cells(standing, Decimals(table, board)));
        yield return text.ToString() + "\n";
        if (shown.Length == standings.Count)
            yield break;
        if (board.DataLink is { } link)
            yield return $"[All ranks as CSV](<{MarkdownTable.Target(link)}>)\n";
        string hash = Fingerprint.Of([.. standings.Select(static standing => standing.Score ?? double.NaN)]);
        yield return OnlyEnds.With(("first", Given(FirstRows)), ("last", Given(LastRows)), ("all", Given(standings.Count)), ("hash", Label(hash))).Markdown(table) + "\n";
    }

    /// <summary>Decimals of the score that orders the board.</summary>
    public static int Decimals(HeatmapTable table, RankedBoard board) => board.Leaderboard.Method switch
    {
        RankingMethod.Mean or RankingMethod.AdjustedMean => Math.Min(DisplayNumber.MaxDecimals, table.Decimals + 1),
        RankingMethod.Borda or RankingMethod.Copeland => 1,
        RankingMethod.MeanWinRate => 3,
        _ => 2,
    };

    private static string Rank(Standing standing) => standing.Rank?.ToString(CultureInfo.InvariantCulture) ?? DataSection.Missing;

    private static string[] Cells(Standing standing, int decimals) =>
    [
        LabelText.Markdown(standing.Entity),
        standing.Score is { } score ? DisplayNumber.Format(score, decimals) : DataSection.Missing,
        standing.NotRanked is { } reason ? "not ranked: " + LabelText.Markdown(reason) : Range(standing.Interval),
        FormattableString.Invariant($"{standing.Present} of {standing.Columns}"),
    ];

    private static string Range(RankInterval? interval) => interval is not { } range ? DataSection.Missing
        : range.Best == range.Worst ? range.Best.ToString(CultureInfo.InvariantCulture)
        : FormattableString.Invariant($"{range.Best} to {range.Worst}");
}
