using BenchWorker.Analysis;

namespace BenchWorker.Site;

/// <summary>What a board leaves open, settled by its results: what entities are scored on, which figure shows them.</summary>
internal static class BoardShape
{
    /// <param name="results">The rows the board speaks about.</param>
    /// <returns>The board with columns and at least one figure.</returns>
    public static Board Settle(Board board, IReadOnlyList<Result> results)
    {
        IReadOnlyList<string> scored = board.Columns.Count > 0 ? board.Columns : FromFigures(board) is { Count: > 0 } shown ? shown : FromResults(board, results);
        IReadOnlyList<string> columns = [.. scored.Union(board.Split, StringComparer.Ordinal)];
        bool manyMetrics = Distinct(results, "metric") > 1;
        return board with
        {
            Columns = columns,
            Figures = board.Figures.Count > 0 ? board.Figures : [DefaultFigure(board, columns, manyMetrics)],
        };
    }

    /// <summary>The result columns of the first figure that shows scores as they are, without the entity.</summary>
    private static IReadOnlyList<string> FromFigures(Board board) =>
        board.Figures.FirstOrDefault(static figure => figure.Kind is FigureKind.Matrix or FigureKind.Packed or FigureKind.Delta) is not { } figure
            ? []
            : [.. new[] { figure.Panels?.Field, figure.Rows?.Field, figure.Columns?.Field, figure.Cell?.Field }
                .OfType<string>()
                .Where(field => field != board.Entity)
                .Distinct(StringComparer.Ordinal)];

    /// <summary>Tasks; with one task only, the dimensions that tell its rows apart; and the metric where there are several.</summary>
    private static IReadOnlyList<string> FromResults(Board board, IReadOnlyList<Result> results)
    {
        List<string> columns = ["task"];
        if (Distinct(results, "task") <= 1 && TellingColumns.Of(board.Entity, results) is { Count: > 0 } dimensions)
            columns = dimensions;
        if (Distinct(results, "metric") > 1)
            columns.Add("metric");
        return columns;
    }

    private static FigureDeclaration DefaultFigure(Board board, IReadOnlyList<string> columns, bool manyMetrics)
    {
        string[] axes = [.. columns.OrderBy(static column => column == "metric")];
        string? panels = manyMetrics && columns.Count > 1 ? "metric" : axes.ElementAtOrDefault(1);
        return new()
        {
            Rows = new AxisDeclaration(board.Entity, Order: AxisOrder.Mean),
            Columns = new AxisDeclaration(axes.FirstOrDefault() ?? "metric"),
            Panels = panels is null ? null : new PanelDeclaration(panels, SharedScale: panels != "metric"),
        };
    }

    private static int Distinct(IReadOnlyList<Result> results, string field) =>
        results.Select(result => result.Field(field)).Distinct(StringComparer.Ordinal).Count();
}
