using BenchWorker.Analysis;
using BenchWorker.Figures;

namespace BenchWorker.Site;

/// <summary>A figure's cells as the summary's writer takes them: the same numbers that readers see in the figure.</summary>
internal static class SummaryTables
{
    /// <summary>What a matrix or packed cells show.</summary>
    public static HeatmapTable OfScores(FigureRequest request, string title)
    {
        (FigureDeclaration figure, FigureTable table) = (request.Declaration, request.Table);
        Cell[] cells = [.. Cells(table)];
        double[] values = [.. cells.Select(static cell => cell.Value)];
        return new HeatmapTable(
            title, Metric(request), new HeatmapAxis(table.Panels is [""] ? "panel" : Words(figure.Panels?.Field ?? "panel"), table.Panels),
            Axis(table.RowAxis, table.Rows), Axis(table.ColumnAxis, table.Columns), values, Declared(figure) ?? Decimals(table, values),
            Declared(figure) is null && figure.Panels?.Field == "metric" && values.Length > 0 ? [.. values.Chunk(values.Length / table.Panels.Count).Select(Decimals)] : null)
        {
            Content = figure.Kind is FigureKind.Packed ? new TableContent.Packed() : new TableContent.Scores(),
            CommensurableColumns = Commensurable(table),
            CommensurableFacets = figure.Panels?.Field != "metric",
            StandardErrors = Optional(cells, static cell => cell.StandardError),
            SampleCounts = Optional(cells, static cell => cell.SampleCount),
            RunCounts = [.. cells.Select(static cell => cell.RunCount)],
            RunSpreads = Optional(cells, static cell => cell.RunSpread),
            Runs = request.Board.Runs,
            Threshold = request.Board.Metric?.Threshold,
            ColorRanges = figure.Kind is FigureKind.Matrix && figure.Panels is { SharedScale: false } ? [.. Enumerable.Range(0, table.Panels.Count).Select(panel => Range(table, panel))] : null,
            Compared = Compared(request),
            Name = request.Name,
            Board = request.Ranked,
            DataLink = BoardFileNames.Csv(request.Name),
            Seed = request.Seed,
        };
    }

    /// <summary>Differences to one entity, or to an earlier state.</summary>
    /// <param name="against">The baseline's label, or the last day that counted as earlier.</param>
    /// <param name="baseline">The line that all are compared with; null for an earlier state.</param>
    public static HeatmapTable OfChanges(FigureRequest request, MatrixFigure figure, MatrixPanel current, string against, (Analysis.Axis Axis, int Index)? baseline)
    {
        FigureTable table = request.Table;
        string name = baseline is null ? $"the change in {request.Metric.Name} since {against}" : $"the difference in {request.Metric.Name} to {against}";
        return Derived(request, figure, new HeatmapMetric(name, request.Metric.Unit, request.Direction), Axis(table.RowAxis, table.Rows), Axis(table.ColumnAxis, table.Columns),
            Declared(request.Declaration) ?? Decimals([.. current.Values.Cast<double>()]), new TableContent.Changes(against, baseline), Commensurable(table));
    }

    /// <summary>Who beats whom.</summary>
    public static HeatmapTable OfWinRates(FigureRequest request, MatrixFigure figure)
    {
        HeatmapAxis entities = new(Words(request.Board.Entity), figure.Panels[0].Rows);
        return Derived(request, figure, new HeatmapMetric("win rate", "%", Direction.HigherIsBetter), entities, entities with { Name = "against" },
            Declared(request.Declaration) ?? 0, new TableContent.WinRates(request.Scores, Words(string.Join(" and ", request.Rules.Columns))));
    }

    /// <summary>Places at snapshots, in the order of the last one.</summary>
    public static HeatmapTable OfPlaces(FigureRequest request, RankHistoryFigure figure, string axis)
    {
        int snapshots = figure.Snapshots.Count;
        int[] order = [.. Enumerable.Range(0, figure.Entities.Count).OrderBy(i => double.IsNaN(figure.Ranks[i, snapshots - 1])).ThenBy(i => figure.Ranks[i, snapshots - 1])];
        return new HeatmapTable(
            figure.Title, new HeatmapMetric("place", null, Direction.LowerIsBetter), new HeatmapAxis(Words(request.Board.Entity), [.. order.Select(i => figure.Entities[i])]),
            new HeatmapAxis(Words(axis), figure.Snapshots) { Ordered = true }, [.. order.SelectMany(i => Enumerable.Range(0, snapshots).Select(t => figure.Ranks[i, t]))])
        {
            Content = new TableContent.Places(),
            Name = request.Name,
            DataLink = BoardFileNames.Csv(request.Name),
        };
    }

    /// <summary>The pairs of a density figure: entities by the items they are compared on.</summary>
    public static HeatmapTable OfPairs(FigureRequest request, string title, string[] entities, PairedItems items)
    {
        bool scores = request.Declaration.Field == "value";
        double[] values = [.. entities.SelectMany(entity => items.Items.Select(item => items[entity, item]))];
        return new HeatmapTable(
            title, scores ? Metric(request) with { Chance = null } : new HeatmapMetric(request.Declaration.Field, null, request.Direction),
            new HeatmapAxis(Words(request.Board.Entity), entities), new HeatmapAxis(items.What, items.Items), values, Declared(request.Declaration) ?? Decimals(values))
        {
            Content = new TableContent.Pairs(
                [.. from first in Enumerable.Range(0, entities.Length) from second in Enumerable.Range(first + 1, entities.Length - first - 1) select (first, second)]),
            Name = request.Name,
            Board = request.Ranked,
            DataLink = BoardFileNames.Csv(request.Name),
            Seed = request.Seed,
        };
    }

    /// <summary>The board's own scores, to speak of its ranking where no figure shows them.</summary>
    public static HeatmapTable OfRanking(FigureRequest request)
    {
        ScoreTable scores = request.Scores;
        double[] values = [.. scores.Cells.ToArray().Select(static cell => cell.Value)];
        return new HeatmapTable(
            request.Board.Title, Metric(request) with { Direction = FigureRequest.Common(scores.Columns.Select(static column => column.Direction)) },
            new HeatmapAxis(Words(request.Board.Entity), scores.Entities), new HeatmapAxis("column", [.. scores.Columns.Select(static column => column.Name)]), values, Decimals(values))
        {
            Board = request.Ranked,
            Seed = request.Seed,
        };
    }

    private static HeatmapTable Derived(
        FigureRequest request, MatrixFigure figure, HeatmapMetric metric, HeatmapAxis rows, HeatmapAxis columns, int? decimals, TableContent content, bool commensurable = true) =>
        new(figure.Title, metric, rows, columns, [.. figure.Panels[0].Values.Cast<double>()], decimals)
        {
            Content = content,
            CommensurableColumns = commensurable,
            Compared = Compared(request),
            Name = request.Name,
            DataLink = BoardFileNames.Csv(request.Name),
        };

    private static HeatmapMetric Metric(FigureRequest request) =>
        new(request.Metric.Name, request.Metric.Unit, request.Direction) { Lower = request.Metric.Min, Upper = request.Metric.Max, Chance = request.Metric.Chance };

    /// <summary>Of numbers in units of their own the summary infers the decimals: it writes the scores as they are.</summary>
    private static int? Declared(FigureDeclaration figure) => figure.Format is { Unit: NumberUnit.One } format ? format.Decimals : null;

    /// <summary>Of columns that are metrics of their own as many as any of them needs: large numbers of one leave the small ones of another their digits.</summary>
    private static int Decimals(FigureTable table, double[] values)
    {
        int columns = table.Columns.Labels.Count;
        return values.Length > 0 && table.ColumnAxis.Field == "metric"
            ? Enumerable.Range(0, columns).Max(column => Decimals([.. values.Where((_, i) => i % columns == column)]))
            : Decimals(values);
    }

    /// <summary>As many as the figure would write; of values too small for it, three digits.</summary>
    private static int Decimals(double[] values)
    {
        NumberFormat format = NumberFormat.For(values);
        if (!format.IsTiny)
            return format.Decimals;
        double largest = values.Where(double.IsFinite).Max(Math.Abs);
        return Math.Min(Analysis.DisplayNumber.MaxDecimals, 2 - Analysis.PowersOfTen.Floor(largest));
    }

    private static bool Commensurable(FigureTable table) => table.Directions.Distinct().Count() <= 1 && table.ColumnAxis.Field != "metric";

    private static Analysis.Axis Compared(FigureRequest request) =>
        request.Table.ColumnAxis.Field == request.Board.Entity && request.Table.RowAxis.Field != request.Board.Entity ? Analysis.Axis.Column : Analysis.Axis.Row;

    private static double[]? Optional(Cell[] cells, Func<Cell, double?> number) =>
        Array.Exists(cells, cell => number(cell) is not null) ? [.. cells.Select(cell => number(cell) ?? double.NaN)] : null;

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
