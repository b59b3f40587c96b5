using BenchWorker.Analysis;

namespace BenchWorker.Site;

/// <summary>The cells of one declared figure: panels x rows x columns, repeated runs combined.</summary>
/// <remarks><c>table[p, i, j]</c>: row i, column j of panel p. A cell that no result speaks of is absent.</remarks>
internal sealed class FigureTable
{
    private readonly Cell[] cells;

    private FigureTable(IReadOnlyList<string> panels, AxisLabels rows, AxisLabels columns)
    {
        (Panels, Rows, Columns) = (panels, rows, columns);
        cells = new Cell[panels.Count * rows.Labels.Count * columns.Labels.Count];
        Array.Fill(cells, Cell.Absent());
    }

    /// <summary>Panel names; one, empty, when the figure has no panels.</summary>
    public IReadOnlyList<string> Panels { get; }

    public AxisLabels Rows { get; }

    public AxisLabels Columns { get; }

    /// <summary>What is better in each column; the panels agree, or it is unknown.</summary>
    public required IReadOnlyList<Direction> Directions { get; init; }

    public required AxisDeclaration RowAxis { get; init; }

    public required AxisDeclaration ColumnAxis { get; init; }

    public ref Cell this[int panel, int row, int column] =>
        ref cells[(((panel * Rows.Labels.Count) + row) * Columns.Labels.Count) + column];

    /// <param name="rules">The board's; the figure puts its own fields on the axes.</param>
    /// <param name="results">The rows the board speaks about.</param>
    /// <param name="ranked">The board's scores, from the same results by the same rules; a figure with the same axes shows them. Null where there are none.</param>
    /// <param name="standings">Order of the entities; used where an axis shows entities and asks for order by mean.</param>
    public static FigureTable From(FigureDeclaration figure, ScoreTableRules rules, IReadOnlyList<Result> results, ScoreTable? ranked, IReadOnlyList<string> standings)
    {
        FigureAxes axes = FigureAxes.Of(figure, rules);
        ScoreTableRules placed = rules with { Entity = axes.Rows.Field, Columns = axes.ColumnFields };
        ScoreTable? same = axes.Panels is null && placed.Entity == rules.Entity && placed.Columns.SequenceEqual(rules.Columns, StringComparer.Ordinal) ? ranked : null;
        (string Name, ScoreTable Scores)[] panels = [.. Panel(axes, results, rules.Entity, standings).Select(panel => (panel.Name, same ?? ScoreTable.From(panel.Results, placed)))];
        var labels = new LabelArrangement(results, rules, standings);
        AxisLabels rowLabels = labels.Of(axes.Rows, panels.SelectMany(static panel => panel.Scores.Entities));
        AxisLabels columnLabels = labels.Of(axes.Columns, panels.SelectMany(static panel => panel.Scores.Columns).Select(static column => column.Name));
        FigureTable table = new([.. panels.Select(static panel => panel.Name)], rowLabels, columnLabels)
        {
            RowAxis = axes.Rows,
            ColumnAxis = axes.Columns,
            Directions = [.. columnLabels.Labels.Select(label => Common(panels.SelectMany(static panel => panel.Scores.Columns).Where(column => column.Name == label)))],
        };
        for (int p = 0; p < panels.Length; p++)
            table.Fill(p, panels[p].Scores);
        return table;
    }

    private static IEnumerable<(string Name, IReadOnlyList<Result> Results)> Panel(FigureAxes axes, IReadOnlyList<Result> results, string entity, IReadOnlyList<string> standings)
    {
        if (axes.Panels is not { Field: var field } declared)
            return [("", results)];
        Dictionary<string, IReadOnlyList<Result>> byName = results
            .Where(result => result.Field(field) is { Length: > 0 })
            .GroupBy(result => result.Field(field)!, StringComparer.Ordinal)
            .ToDictionary(static group => group.Key, static IReadOnlyList<Result> (group) => [.. group], StringComparer.Ordinal);
        IReadOnlyList<string> order = declared.Labels.Count == 0 && field == entity ? standings : declared.Labels;
        return AxisLabels.Arrange(byName.Keys, order, top: declared.Top).Labels.Select(name => (name, byName[name]));
    }

    private static Direction Common(IEnumerable<ScoreColumn> columns)
    {
        Direction[] directions = [.. columns.Select(static column => column.Direction).Distinct()];
        return directions is [var only] ? only : Direction.Unknown;
    }

    private void Fill(int panel, ScoreTable scores)
    {
        Dictionary<string, int> rows = Positions(Rows.Labels);
        Dictionary<string, int> columns = Positions(Columns.Labels);
        for (int i = 0; i < scores.Entities.Count; i++)
        {
            for (int j = 0; j < scores.Columns.Count && rows.TryGetValue(scores.Entities[i], out int row); j++)
            {
                if (columns.TryGetValue(scores.Columns[j].Name, out int column))
                    this[panel, row, column] = scores[i, j];
            }
        }
    }

    private static Dictionary<string, int> Positions(IReadOnlyList<string> labels) =>
        labels.Select(static (label, index) => (label, index)).ToDictionary(static pair => pair.label, static pair => pair.index, StringComparer.Ordinal);
}
