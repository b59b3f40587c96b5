using BenchWorker.Analysis;
using BenchWorker.Figures;

namespace BenchWorker.Site;

/// <summary>Who beats whom: of the columns that both entities have, the share in which one scores better.</summary>
internal static class WinRateFigures
{
    public static DrawnFigure Of(FigureRequest request)
    {
        (FigureDeclaration declaration, ScoreTable scores) = (request.Declaration, request.Scores);
        AxisDeclaration axis = declaration.Rows ?? new AxisDeclaration(request.Board.Entity, Order: AxisOrder.Mean);
        if (axis.Field != request.Board.Entity)
            throw new ArgumentException($"A win rate compares the board's entity, {request.Board.Entity}, with itself; its rows cannot be {axis.Field}.", nameof(request));
        AxisLabels labels = new LabelArrangement(request.Results, request.Rules, request.Standings).Of(axis, scores.Entities);
        int[] columns = [.. Enumerable.Range(0, scores.Columns.Count).Where(j => scores.Columns[j].Counts)];
        MatrixPanel panel = new(labels.Labels, [.. columns.Select(j => scores.Columns[j].Name)], Values(scores, labels.Labels, columns))
        {
            Better = columns.Length == 0 ? [Better.Neither] : [.. columns.Select(j => MatrixFigures.Towards(scores.Columns[j].Direction))],
        };
        MatrixFigure rates = DerivedFigures.WinRate(panel, declaration.Title ?? "Win rates: " + request.Board.Title);
        MatrixFigure figure = MatrixFigures.Styled(declaration, rates with
        {
            Subtitle = declaration.Subtitle ?? $"Share of the {Plural.Count(columns.Length, "column")} that both have in which the row's {request.Board.Entity} scores better; ties count half",
            Notes = [.. declaration.Notes, .. MatrixFigures.Hidden(labels, axis.Field) is { } hidden ? [hidden] : Array.Empty<string>()],
            RowOrder = MatrixFigures.Order(axis, request.Board),
            ColumnOrder = MatrixFigures.Order(axis, request.Board),
            Scale = rates.Scale with { Map = declaration.Colour.Map is { } map ? Colormap.Parse(map) : rates.Scale.Map, Bins = declaration.Colour.Steps },
        });
        return new DrawnFigure(figure, FigureValues.Of(figure.Panels[0], [request.Board.Entity, "against", "win_rate_percent"]), SummaryTables.OfWinRates(request, figure));
    }

    private static double[,] Values(ScoreTable scores, IReadOnlyList<string> entities, int[] columns)
    {
        Dictionary<string, int> place = scores.Entities.Select(static (name, i) => (name, i)).ToDictionary(static pair => pair.name, static pair => pair.i, StringComparer.Ordinal);
        double[,] values = new double[entities.Count, columns.Length];
        for (int i = 0; i < entities.Count; i++)
        {
            for (int k = 0; k < columns.Length; k++)
                values[i, k] = scores[place[entities[i]], columns[k]].Value;
        }

        return values;
    }
}
