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
    /// <param name="standings">Order of the entities; used where an axis shows entities and asks for order by mean.</param>
    public static FigureTable From(FigureDeclaration figure, ScoreTableRules rules, IReadOnlyList<Result> results, IReadOnlyList<string> standings)
    {
        AxisDeclaration rows = figure.Rows ?? new AxisDeclaration(rules.Entity, Order: AxisOrder.Mean);
        AxisDeclaration columns = figure.Columns ?? new AxisDeclaration(rules.Columns.FirstOrDefault(field => field != rows.Field) ?? "task");
        ScoreTableRules axes = rules with { Entity = rows.Field, Columns = [columns.Field] };
        (string Name, ScoreTable Scores)[] panels = [.. Panel(figure, results).Select(panel => (panel.Name, ScoreTable.From(panel.Results, axes)))];
        AxisLabels rowLabels = Arrange(rows, panels.SelectMany(static panel => panel.Scores.Entities), rules.Entity, standings, figure.RowGroups);
        AxisLabels columnLabels = Arrange(columns, panels.SelectMany(static panel => panel.Scores.Columns).Select(static column => column.Name), rules.Entity, standings, figure.ColumnGroups);
        FigureTable table = new([.. panels.Select(static panel => panel.Name)], rowLabels, columnLabels)
        {
            RowAxis = rows,
            ColumnAxis = columns,
            Directions = [.. columnLabels.Labels.Select(label => Common(panels.SelectMany(static panel => panel.Scores.Columns).Where(column => column.Name == label)))],
        };
        for (int p = 0; p < panels.Length; p++)
            table.Fill(p, panels[p].Scores);
        return table;
    }

    private static IEnumerable<(string Name, IReadOnlyList<Result> Results)> Panel(FigureDeclaration figure, IReadOnlyList<Result> results) =>
        figure.Panels is not { Field: var field }
            ? [("", results)]
            : results
                .Where(result => result.Field(field) is { Length: > 0 })
                .GroupBy(result => result.Field(field)!, StringComparer.Ordinal)
                .OrderBy(static group => group.Key, NaturalOrder.Instance)
                .Select(static IReadOnlyList<Result> (group) => [.. group])
                .Select(group => (group[0].Field(field)!, group));

    private static AxisLabels Arrange(AxisDeclaration axis, IEnumerable<string> labels, string entity, IReadOnlyList<string> standings, string? pairs)
    {
        bool byStanding = axis.Labels.Count == 0 && axis.Order == AxisOrder.Mean && axis.Field == entity;
        return AxisLabels.Arrange(labels, byStanding ? standings : axis.Labels, pairs);
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
            for (int j = 0; j < scores.Columns.Count; j++)
                this[panel, rows[scores.Entities[i]], columns[scores.Columns[j].Name]] = scores[i, j];
        }
    }

    private static Dictionary<string, int> Positions(IReadOnlyList<string> labels) =>
        labels.Select(static (label, index) => (label, index)).ToDictionary(static pair => pair.label, static pair => pair.index, StringComparer.Ordinal);
}
