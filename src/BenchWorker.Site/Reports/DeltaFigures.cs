using System.Globalization;
using BenchWorker.Analysis;
using BenchWorker.Figures;

namespace BenchWorker.Site;

/// <summary>What changed: against one entity, against what was last published, or against the runs up to a moment.</summary>
internal static class DeltaFigures
{
    public static DrawnFigure Of(FigureRequest request)
    {
        (FigureDeclaration declaration, FigureTable table) = (request.Declaration, request.Table);
        MatrixPanel current = MatrixFigures.Panel(table, 0, Uncertainty.None);
        Comparison comparison = declaration.Baseline is { } entity ? ToEntity(request, current, entity) : ToEarlier(request, current);
        MatrixFigure difference = comparison.Figure;
        MatrixFigure figure = MatrixFigures.Styled(declaration, difference with
        {
            Subtitle = declaration.Subtitle ?? $"Change of {request.MetricTitle} {(comparison.Baseline is null ? "since" : "against")} {comparison.Against}{FigureRequest.Said(request.Direction)}",
            Notes = [.. declaration.Notes, .. MatrixFigures.Hidden(table), .. comparison.Note is { } note ? [note] : Array.Empty<string>()],
            RowAxis = table.RowAxis.Field,
            ColumnAxis = table.ColumnAxis.Field,
            RowOrder = MatrixFigures.Order(table.RowAxis, request.Board),
            ColumnOrder = MatrixFigures.Order(table.ColumnAxis, request.Board),
            NoDataLabel = "not in both",
            Scale = difference.Scale with
            {
                Map = declaration.Colour.Map is { } map ? Colormap.Parse(map) : difference.Scale.Map,
                Limits = new ScaleLimits.Centred(0, declaration.Colour.Reach),
                Bins = declaration.Colour.Steps,
                Title = request.Metric.Unit is { } unit ? $"change ({unit})" : "change",
            },
        });
        return new DrawnFigure(figure, FigureValues.Of(figure.Panels[0], [table.RowAxis.Field, table.ColumnAxis.Field, "change"]), SummaryTables.OfChanges(request, figure, current, comparison.Against, comparison.Baseline));
    }

    private static Comparison ToEntity(FigureRequest request, MatrixPanel current, string entity)
    {
        string title = request.Declaration.Title ?? $"Difference to {entity}: {request.Board.Title}";
        if (current.Rows.ToList().IndexOf(entity) is >= 0 and var row)
            return new(DerivedFigures.DeltaToRow(current, row, title), entity, (Analysis.Axis.Row, row));
        if (current.Columns.ToList().IndexOf(entity) is >= 0 and var column)
            return new(DerivedFigures.DeltaToColumn(current, column, title), entity, (Analysis.Axis.Column, column));
        throw new ArgumentException($"The baseline \"{entity}\" is no {request.Table.RowAxis.Field} of this board; it has {string.Join(", ", current.Rows.Take(12))}{(current.Rows.Count > 12 ? ", ..." : "")}.", nameof(request));
    }

    private static Comparison ToEarlier(FigureRequest request, MatrixPanel current)
    {
        FigureDeclaration declaration = request.Declaration;
        if (declaration.BaselineAsOf is null && Published(request) is { } published)
            return new Comparison(DerivedFigures.Delta(current, published, declaration.Title ?? $"Change since the last publication: {request.Board.Title}"), "the last publication");
        DateTimeOffset? newest = request.Results.Max(static result => result.RunAt);
        Func<Result, bool> isEarlier = declaration.BaselineAsOf is { } asOf ? result => result.RunAt <= asOf : result => result.RunAt is { } at && at.UtcDateTime.Date < newest?.UtcDateTime.Date;
        Result[] earlier = [.. request.Results.Where(isEarlier)];
        if (earlier.Length == 0)
            throw new ArgumentException($"There is nothing to compare with: {Missing(request)}. Name a baseline entity, or a moment with baseline: {{ as_of: 2026-01-31 }}.", nameof(request));
        FigureTable before = FigureTable.From(declaration, request.Rules, earlier, ranked: null, request.Standings);
        string day = earlier.Max(static result => result.RunAt)!.Value.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        MatrixFigure change = DerivedFigures.Delta(current, MatrixFigures.Panel(before, 0, Uncertainty.None), declaration.Title ?? $"Change since {day}: {request.Board.Title}");
        return new Comparison(change, day) { Note = declaration.BaselineAsOf is null ? $"{Unpublished(request)}; compared with the runs up to {day}." : null };
    }

    /// <summary>What was last published, on the axes of this figure; null where nothing was, or nothing by these axes.</summary>
    private static MatrixPanel? Published(FigureRequest request)
    {
        if (request.Published is not { } scores || request.Rules.Columns is not [var column])
            return null;
        string[] columns = [.. scores.Columns.Select(static one => one.Name)];
        double[,] values = new double[scores.Entities.Count, columns.Length], turned = new double[columns.Length, scores.Entities.Count];
        for (int i = 0; i < scores.Entities.Count; i++)
        {
            for (int j = 0; j < columns.Length; j++)
                values[i, j] = turned[j, i] = scores[i, j].Value;
        }

        (string rows, string across) = (request.Table.RowAxis.Field, request.Table.ColumnAxis.Field);
        return (rows, across) == (request.Rules.Entity, column) ? new MatrixPanel(scores.Entities, columns, values)
            : (rows, across) == (column, request.Rules.Entity) ? new MatrixPanel(columns, scores.Entities, turned)
            : null;
    }

    private static string Unpublished(FigureRequest request) => request.Published is null
        ? "No earlier publication is known here"
        : $"Publications keep scores by {request.Rules.Entity} and {string.Join(", ", request.Rules.Columns)}";

    private static string Missing(FigureRequest request) => request.Declaration.BaselineAsOf is { } moment
        ? string.Create(CultureInfo.InvariantCulture, $"no row has a run_at up to {moment:yyyy-MM-dd HH:mm} UTC")
        : "no earlier publication is known here, and no row has a run_at before the newest run's day";

    /// <param name="Against">The baseline's label, or the state that counted as earlier.</param>
    /// <param name="Baseline">The line that all are compared with; null for an earlier state.</param>
    private sealed record Comparison(MatrixFigure Figure, string Against, (Analysis.Axis Axis, int Index)? Baseline = null)
    {
        /// <summary>Null where what was asked for is what was done.</summary>
        public string? Note { get; init; }
    }
}
