using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using BenchWorker.Analysis;
using BenchWorker.Figures;

namespace BenchWorker.Site;

/// <summary>From one snapshot of results to everything a board says: aggregates, rankings, figures, summary.</summary>
public static class BoardComposer
{
    /// <param name="fonts">Measure the figures' text.</param>
    /// <param name="published">The board's scores as published before, newest first; the summary tells what changed since the last that differ.</param>
    /// <param name="findings">What the summary may say; the whole catalogue unless given.</param>
    public static BoardReport Compose(Board declared, ResultSnapshot snapshot, FontSet fonts, IReadOnlyList<ScoreTable>? published = null, FindingSource? findings = null)
    {
        IReadOnlyList<Result> results = ResultFilter.Apply(declared, snapshot.Results);
        Board shaped = BoardShape.Settle(declared, results);
        MetricScale metric = Metric(shaped, snapshot, results);
        ScoreTableRules rules = BoardPolicies.Rules(shaped, snapshot, metric);
        ulong seed = Seed(shaped.Slug);
        ScoreTable table = ScoreTable.From(results, rules);
        (Board board, string? reason) = BoardPolicies.Ranked(shaped, table, results);
        IReadOnlyList<Leaderboard> leaderboards = [.. board.Ranking.Distinct().Select(method => Ranker.Rank(table, BoardPolicies.Ranking(board, method), seed))];
        string[] standings = [.. leaderboards[0].Standings.Select(static standing => standing.Entity)];

        (FigureDeclaration Declaration, FigureTable Table)[] figures =
            [.. board.Figures.Select(figure => (figure, FigureTable.From(figure, rules, results, table, standings)))];
        QuarantinedRun[] quarantined = [.. snapshot.Quarantine.OrderBy(static run => run.Key, StringComparer.Ordinal).Select(static run => new QuarantinedRun(run.Key, run.Value))];
        List<string> warnings =
        [
            .. table.Flags.Select(static flag => flag.Message),
            .. board.Figures.Select(static figure => ColourAdvice.For(figure.Colour)).OfType<string>(),
            .. quarantined.Where(run => !table.Flags.Any(flag => flag.Kind == FlagKind.Quarantined && flag.Subject == run.Run)).Select(static run => $"Run {run.Run} was invalidated and is left out: {run.Reason}"),
            .. leaderboards.SelectMany(static leaderboard => leaderboard.Notes),
        ];
        ScoreAgainstCost? costs = board.Pareto is { } pareto ? ScoreAgainstCost.Of(pareto, board, snapshot.Results, rules, leaderboards[0], board.Normalize == ScoreScale.Raw ? Common(table) : Direction.HigherIsBetter) : null;
        RankedBoard ranked = new(board.Entity, leaderboards[0], table)
        {
            Previous = published?.FirstOrDefault(before => PublishedScores.Differ(before, table)),
            Costs = costs?.ForSummary(),
            DataLink = BoardFileNames.Leaderboard,
        };
        int scored = Array.FindIndex(figures, static figure => ShowsScores(figure.Declaration));
        FigureRequest[] requests = [.. figures.Select((figure, index) => new FigureRequest(figure.Declaration, figure.Table, board, metric, rules, results, table, standings, ranked.Previous)
        {
            Name = string.Create(CultureInfo.InvariantCulture, $"figure-{index + 1}"),
            Ranked = index == scored ? ranked : null,
            Seed = seed,
        })];
        (BoardFigure Figure, HeatmapTable? Table)[] drawn = [.. requests.Select((request, index) => FigureDrawing.Draw(request, index, fonts, warnings))];
        return new BoardReport
        {
            Board = board,
            Unit = metric.Unit,
            Direction = Common(table),
            Table = table,
            Leaderboards = leaderboards,
            RankingReason = reason,
            Robustness = Robustness.Of(table, leaderboards),
            Costs = costs,
            Quarantined = quarantined,
            Pool = Pool(leaderboards[0]),
            Figures = [.. drawn.Select(static one => one.Figure)],
            Summary = SummaryWriter.Write(
                [.. drawn.Select(static one => one.Table).OfType<HeatmapTable>()],
                scored >= 0 && drawn[scored].Table is not null ? null : SummaryTables.OfRanking(requests[0] with { Ranked = ranked }), findings),
            DataAsOf = snapshot.DataAsOf,
            Warnings = [.. warnings.Distinct(StringComparer.Ordinal)],
        };
    }

    /// <summary>Beside such a figure the summary speaks of the ranking, in the decimals and the unit that the figure has.</summary>
    private static bool ShowsScores(FigureDeclaration figure) =>
        figure.Kind is FigureKind.Matrix or FigureKind.Packed || figure is { Kind: FigureKind.Density, Field: "value" };

    /// <summary>The board's own words about its metric before the source's; with several metrics, what they have in common is their being scores.</summary>
    private static MetricScale Metric(Board board, ResultSnapshot snapshot, IReadOnlyList<Result> results)
    {
        string[] names = [.. results.Select(static result => result.Metric).Distinct(StringComparer.Ordinal).Take(2)];
        string name = board.Metric?.Name ?? (names is [var only] ? only : "score");
        MetricScale? source = snapshot.Metrics.FirstOrDefault(metric => metric.Name == name);
        return new MetricScale(
            name, board.Metric?.Unit ?? source?.Unit, board.Metric?.Min ?? source?.Min, board.Metric?.Max ?? source?.Max, board.Metric?.Chance ?? source?.Chance);
    }

    private static Direction Common(ScoreTable table) =>
        table.Columns.Select(static column => column.Direction).Distinct().ToArray() is [var only] ? only : Direction.Unknown;

    /// <summary>Names the set of ranked entities: scores by rank, min-max and z change with it, and so does this.</summary>
    private static string Pool(Leaderboard leaderboard) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(
        '\n', leaderboard.Standings.Where(static one => one.Rank is not null).Select(static one => one.Entity).Order(StringComparer.Ordinal)))).AsSpan(0, 8));

    /// <summary>What every random draw of the board starts from; the same for the same board, on every machine.</summary>
    private static ulong Seed(string slug) =>
        System.Buffers.Binary.BinaryPrimitives.ReadUInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(slug)));
}
