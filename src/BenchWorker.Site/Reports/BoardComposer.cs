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
    public static BoardReport Compose(Board declared, ResultSnapshot snapshot, FontSet fonts, IReadOnlyList<ScoreTable>? published = null)
    {
        IReadOnlyList<Result> results = ResultFilter.Apply(declared, snapshot.Results);
        Board board = BoardShape.Settle(declared, results);
        ScoreTableRules rules = Rules(board, snapshot);
        MetricScale metric = Metric(board, snapshot, results);
        ulong seed = Seed(board.Slug);
        ScoreTable table = ScoreTable.From(results, rules);
        IReadOnlyList<Leaderboard> leaderboards = [.. board.Ranking.Distinct().Select(method => Ranker.Rank(table, method, board.Missing, board.MinCoverage, seed))];
        string[] standings = [.. leaderboards[0].Standings.Select(static standing => standing.Entity)];

        (FigureDeclaration Declaration, FigureTable Table)[] figures =
            [.. board.Figures.Select(figure => (figure, FigureTable.From(figure, rules, results, standings)))];
        List<string> warnings =
        [
            .. table.Flags.Select(static flag => flag.Message),
            .. board.Figures.Select(static figure => ColourAdvice.For(figure.Colour)).OfType<string>(),
            .. snapshot.Quarantine.OrderBy(static run => run.Key, StringComparer.Ordinal).Select(static run => $"Run {run.Key} was invalidated and is left out: {run.Value}"),
        ];
        RankedBoard ranked = new(board.Entity, leaderboards[0], table)
        {
            Previous = published?.FirstOrDefault(before => PublishedScores.Differ(before, table)),
            DataLink = BoardFileNames.Leaderboard,
        };
        return new BoardReport
        {
            Board = board,
            Unit = metric.Unit,
            Direction = Common(table),
            Table = table,
            Leaderboards = leaderboards,
            Figures = [.. figures.Select((figure, index) => FigureDrawing.Draw(
                new FigureRequest(figure.Declaration, figure.Table, board, metric, rules, results, table, standings), index, fonts, warnings))],
            Summary = SummaryWriter.Write(figures[0].Declaration.Kind == FigureKind.Density && table.Entities.Count > 1
                ? SummaryTables.OfDensity(new FigureRequest(figures[0].Declaration, figures[0].Table, board, metric, rules, results, table, standings), ranked, BoardFileNames.Csv("figure-1"), seed)
                : SummaryTables.From(figures[0].Declaration, figures[0].Table, board, metric, ranked, BoardFileNames.Csv("figure-1"), seed)),
            DataAsOf = snapshot.DataAsOf,
            Warnings = [.. warnings.Distinct(StringComparer.Ordinal)],
        };
    }

    private static ScoreTableRules Rules(Board board, ResultSnapshot snapshot) => new()
    {
        Entity = board.Entity,
        Columns = board.Columns,
        Runs = board.Runs,
        Groups = snapshot.Tasks.Where(static task => task.Group is not null).ToDictionary(static task => task.Name, static task => task.Group!, StringComparer.Ordinal),
        Weights = snapshot.Tasks.ToDictionary(static task => task.Name, static task => task.Weight, StringComparer.Ordinal),
    };

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

    /// <summary>What every random draw of the board starts from; the same for the same board, on every machine.</summary>
    private static ulong Seed(string slug) =>
        System.Buffers.Binary.BinaryPrimitives.ReadUInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(slug)));
}
