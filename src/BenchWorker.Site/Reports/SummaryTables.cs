using BenchWorker.Analysis;
using BenchWorker.Figures;

namespace BenchWorker.Site;

/// <summary>A figure's cells as the summary's writer takes them: the same numbers that readers see in the figure.</summary>
internal static class SummaryTables
{
    /// <param name="dataLink">Where the whole table can be downloaded, relative to the page.</param>
    public static HeatmapTable From(
        FigureDeclaration figure, FigureTable table, Board board, MetricScale metric, RankedBoard ranked, string dataLink, ulong seed)
    {
        Cell[] cells = [.. Cells(table)];
        return new HeatmapTable(
            figure.Title ?? board.Title,
            new HeatmapMetric(metric.Name, metric.Unit, Common(table.Directions)) { Lower = metric.Min, Upper = metric.Max, Chance = metric.Chance },
            new HeatmapAxis(Words(figure.Panels?.Field ?? "panel"), table.Panels),
            Axis(table.RowAxis, table.Rows),
            Axis(table.ColumnAxis, table.Columns),
            [.. cells.Select(static cell => cell.Value)],
            figure.Kind is FigureKind.Delta or FigureKind.WinRate ? null : Decimals(figure))
        {
            CommensurableColumns = table.Directions.Distinct().Count() <= 1 && table.ColumnAxis.Field != "metric",
            StandardErrors = cells.Any(static cell => cell.StandardError is not null) ? [.. cells.Select(static cell => cell.StandardError ?? double.NaN)] : null,
            SampleCounts = cells.Any(static cell => cell.SampleCount is not null) ? [.. cells.Select(static cell => cell.SampleCount ?? double.NaN)] : null,
            RunCounts = [.. cells.Select(static cell => cell.RunCount)],
            RunSpreads = cells.Any(static cell => cell.RunSpread is not null) ? [.. cells.Select(static cell => cell.RunSpread ?? double.NaN)] : null,
            Runs = board.Runs,
            Threshold = board.Metric?.Threshold,
            ColorRanges = figure.Kind is FigureKind.Matrix && figure.Panels is { SharedScale: false } ? [.. Enumerable.Range(0, table.Panels.Count).Select(panel => Range(table, panel))] : null,
            Compared = table.ColumnAxis.Field == board.Entity && table.RowAxis.Field != board.Entity ? Analysis.Axis.Column : Analysis.Axis.Row,
            Board = ranked,
            DataLink = dataLink,
            Seed = seed,
        };
    }

    /// <summary>The pairs of a density figure: entities by the items they are compared on.</summary>
    public static HeatmapTable OfDensity(FigureRequest request, RankedBoard ranked, string dataLink, ulong seed)
    {
        string[] entities = DensityFigures.Entities(request);
        var items = PairedItems.Of(request, entities);
        bool scores = request.Declaration.Field == "value";
        MetricScale metric = request.Metric;
        return new HeatmapTable(
            request.Declaration.Title ?? request.Board.Title,
            new HeatmapMetric(scores ? metric.Name : request.Declaration.Field, scores ? metric.Unit : null, request.Direction)
            { Lower = scores ? metric.Min : null, Upper = scores ? metric.Max : null },
            new HeatmapAxis(Words(request.Board.Entity), entities), new HeatmapAxis(items.What, items.Items),
            [.. entities.SelectMany(entity => items.Items.Select(item => items[entity, item]))], Decimals(request.Declaration))
        {
            Pairs = [.. from first in Enumerable.Range(0, entities.Length) from second in Enumerable.Range(first + 1, entities.Length - first - 1) select (first, second)],
            Board = ranked,
            DataLink = dataLink,
            Seed = seed,
        };
    }

    /// <summary>Of numbers in units of their own the summary infers the decimals: it writes the scores as they are.</summary>
    private static int? Decimals(FigureDeclaration figure) => figure.Format is { Unit: NumberUnit.One } format ? format.Decimals : null;

    private static IEnumerable<Cell> Cells(FigureTable table)
    {
        for (int panel = 0; panel < table.Panels.Count; panel++)
        {
            for (int row = 0; row < table.Rows.Labels.Count; row++)
            {
                for (int column = 0; column < table.Columns.Labels.Count; column++)
                    yield return table[panel, row, column];
            }
        }
    }

    private static HeatmapAxis Axis(AxisDeclaration declaration, AxisLabels axis) =>
        new(Words(declaration.Field), axis.Labels) { Ordered = declaration.Ordered, Groups = Groups(axis) };

    /// <summary>The title of each label's group, empty where it has none; null where no group has a title.</summary>
    private static string[]? Groups(AxisLabels axis) => axis.Groups.All(static group => string.IsNullOrEmpty(group.Title)) ? null
        : [.. axis.Groups.SelectMany(static group => Enumerable.Repeat(group.Title ?? "", group.Count))];

    /// <summary>A column's name as words: "trained on".</summary>
    private static string Words(string field) => field.Replace('_', ' ');

    private static Direction Common(IReadOnlyList<Direction> directions) => directions.Distinct().ToArray() is [var only] ? only : Direction.Unknown;

    private static Analysis.ValueRange Range(FigureTable table, int panel)
    {
        double low = double.PositiveInfinity;
        double high = double.NegativeInfinity;
        for (int row = 0; row < table.Rows.Labels.Count; row++)
        {
            for (int column = 0; column < table.Columns.Labels.Count; column++)
            {
                if (table[panel, row, column] is { HasValue: true, Value: var value })
                    (low, high) = (Math.Min(low, value), Math.Max(high, value));
            }
        }

        return low <= high ? new Analysis.ValueRange(low, high) : new Analysis.ValueRange(0, 0);
    }
}
