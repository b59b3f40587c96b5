using System.Globalization;
using BenchWorker.Analysis;
using BenchWorker.Figures;

namespace BenchWorker.Site;

/// <summary>What changed: against one entity, or against what was known before.</summary>
internal static class DeltaFigures
{
    public static DrawnFigure Of(FigureRequest request)
    {
        (FigureDeclaration declaration, FigureTable table) = (request.Declaration, request.Table);
        MatrixPanel current = MatrixFigures.Panel(table, 0, Uncertainty.None);
        (MatrixFigure difference, string against) = declaration.Baseline is { } entity ? ToEntity(request, current, entity) : ToEarlier(request, current);
        MatrixFigure figure = MatrixFigures.Styled(declaration, difference with
        {
            Subtitle = declaration.Subtitle ?? $"Change of {request.MetricTitle} {against}{FigureRequest.Said(request.Direction)}",
            Notes = [.. declaration.Notes, .. MatrixFigures.Hidden(table)],
            RowAxis = table.RowAxis.Field,
            ColumnAxis = table.ColumnAxis.Field,
            RowOrder = MatrixFigures.Order(table.RowAxis, request.Board),
            ColumnOrder = MatrixFigures.Order(table.ColumnAxis, request.Board),
            NoDataLabel = "not in both",
            Scale = difference.Scale with
            {
                Map = declaration.Colour.Map is { } map ? Colormap.Parse(map) : difference.Scale.Map,
                Limits = new ScaleLimits.Centred(declaration.Colour.Center ?? 0, declaration.Colour.Reach),
                Bins = declaration.Colour.Steps,
                Title = request.Metric.Unit is { } unit ? $"change ({unit})" : "change",
            },
        });
        return new DrawnFigure(figure, FigureValues.Of(figure.Panels[0], [table.RowAxis.Field, table.ColumnAxis.Field, "change"]));
    }

    private static (MatrixFigure Figure, string Against) ToEntity(FigureRequest request, MatrixPanel current, string entity)
    {
        string title = request.Declaration.Title ?? $"Difference to {entity}: {request.Board.Title}";
        if (current.Rows.Contains(entity, StringComparer.Ordinal))
            return (DerivedFigures.DeltaToRow(current, current.Rows.ToList().IndexOf(entity), title), $"against {entity}");
        if (current.Columns.Contains(entity, StringComparer.Ordinal))
            return (DerivedFigures.DeltaToColumn(current, current.Columns.ToList().IndexOf(entity), title), $"against {entity}");
        throw new ArgumentException($"The baseline \"{entity}\" is no {request.Table.RowAxis.Field} of this board; it has {string.Join(", ", current.Rows.Take(12))}{(current.Rows.Count > 12 ? ", ..." : "")}.", nameof(request));
    }

    private static (MatrixFigure Figure, string Against) ToEarlier(FigureRequest request, MatrixPanel current)
    {
        DateTimeOffset? newest = request.Results.Max(static result => result.RunAt);
        Func<Result, bool> isEarlier = request.Declaration.BaselineAsOf is { } asOf ? result => result.RunAt <= asOf : result => result.RunAt is { } at && at.UtcDateTime.Date < newest?.UtcDateTime.Date;
        Result[] earlier = [.. request.Results.Where(isEarlier)];
        if (earlier.Length == 0)
            throw new ArgumentException("There is nothing to compare with: no row has a run_at before the newest run's day. Name a baseline entity, or a moment with baseline: { as_of: 2026-01-31 }.", nameof(request));
        FigureTable before = FigureTable.From(request.Declaration, request.Rules, earlier, request.Standings);
        string day = earlier.Max(static result => result.RunAt)!.Value.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return (DerivedFigures.Delta(current, MatrixFigures.Panel(before, 0, Uncertainty.None), request.Declaration.Title ?? $"Change since {day}: {request.Board.Title}"), $"since {day}");
    }
}
