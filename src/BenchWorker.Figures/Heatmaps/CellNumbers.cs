namespace BenchWorker.Figures;

/// <summary>How the numbers of a matrix are written: in one format, but for columns and rows that have their own.</summary>
/// <param name="ByLabel">A column's before a row's.</param>
internal sealed record CellNumbers(NumberFormat Common, IReadOnlyDictionary<string, NumberFormat> ByLabel)
{
    /// <summary>Columns that are coloured apart and whose largest values lie this far from each other measure different things: a latency beside an accuracy.</summary>
    private const double OtherMeasure = 100;

    public static CellNumbers Of(MatrixFigure figure, IReadOnlyList<ArrangedPanel> panels)
    {
        IReadOnlyDictionary<string, NumberFormat> own = figure.FormatsByLabel;
        if (figure.Format is null && PanelShades.ColoursByColumn(figure) && ValuesByColumn(panels) is var columns && DifferInMeasure(columns.Values))
            own = columns.ToDictionary(static column => column.Key, column => own.GetValueOrDefault(column.Key) ?? NumberFormat.For([.. column.Value]), StringComparer.Ordinal);
        NumberFormat common = figure.Format ?? NumberFormat.For(Others(panels, own));
        return figure.Signed
            ? new CellNumbers(common with { IsSigned = true }, own.ToDictionary(static one => one.Key, static one => one.Value with { IsSigned = true }, StringComparer.Ordinal))
            : new CellNumbers(common, own);
    }

    public string Write(ArrangedPanel panel, int cell) => FormatOf(panel, cell).Write(panel.Values[cell]);

    public NumberFormat FormatOf(ArrangedPanel panel, int cell) =>
        ByLabel.Count > 0 && OwnOf(panel, cell, ByLabel) is { } own ? own : Common;

    private static bool DifferInMeasure(IEnumerable<List<double>> columns)
    {
        double[] largest = [.. columns.Select(static column => column.Where(double.IsFinite).Select(Math.Abs).DefaultIfEmpty(0).Max()).Where(static size => size > 0)];
        return largest.Length > 1 && largest.Max() / OtherMeasure >= largest.Min();
    }

    private static Dictionary<string, List<double>> ValuesByColumn(IReadOnlyList<ArrangedPanel> panels)
    {
        var values = new Dictionary<string, List<double>>(StringComparer.Ordinal);
        foreach (ArrangedPanel panel in panels)
        {
            for (int cell = 0; cell < panel.CellCount; cell++)
            {
                string column = ColumnOf(panel, cell);
                if (!values.TryGetValue(column, out List<double>? of))
                    values[column] = of = [];
                of.Add(panel.Values[cell]);
            }
        }
        return values;
    }

    private static string ColumnOf(ArrangedPanel panel, int cell) => panel.Source.Columns[panel.ColumnOrder[cell % panel.Columns.Count]];

    /// <summary>The values that no format of their own is given for; all where that leaves none.</summary>
    private static double[] Others(IReadOnlyList<ArrangedPanel> panels, IReadOnlyDictionary<string, NumberFormat> own)
    {
        if (own.Count == 0)
            return panels.Count == 1 ? panels[0].Values : [.. panels.SelectMany(static panel => panel.Values)];
        double[] others = [.. panels.SelectMany(panel => panel.Values.Where((_, cell) => OwnOf(panel, cell, own) is null))];
        return others.Length > 0 ? others : [.. panels.SelectMany(static panel => panel.Values)];
    }

    private static NumberFormat? OwnOf(ArrangedPanel panel, int cell, IReadOnlyDictionary<string, NumberFormat> own) =>
        own.GetValueOrDefault(ColumnOf(panel, cell)) ?? own.GetValueOrDefault(panel.Source.Rows[panel.RowOrder[cell / panel.Columns.Count]]);
}
