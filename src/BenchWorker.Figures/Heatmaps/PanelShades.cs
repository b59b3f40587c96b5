namespace BenchWorker.Figures;

/// <summary>What the colours of a figure's panels stand for: the values, or how they compare with others of their row, column or place.</summary>
internal static class PanelShades
{
    /// <summary>By panel and cell; NaN = no data.</summary>
    public static double[][] Of(MatrixFigure figure, ArrangedPanel[] panels, StandardizedValues all)
    {
        double[][] shades = Split(all.Values, panels);
        if (TurnsLowerColumns(figure))
            Turn(figure.Scale.Standardize, panels, shades);
        return shades;
    }

    public static StandardizedValues Standardize(MatrixFigure figure, IReadOnlyList<ArrangedPanel> panels)
    {
        double[] values = [.. panels.SelectMany(static panel => panel.Values.Select((value, cell) => panel.HasData(cell) ? value : double.NaN))];
        int[] groupOf = new int[values.Length];
        var names = new List<string>();
        Across? within = figure.Scale.Standardize switch
        {
            Standardization.ZScore z => z.Within,
            Standardization.MinMax m => m.Within,
            Standardization.Rank r => r.Within,
            _ => null,
        };
        if (within is { } across)
            Group(across, panels, groupOf, names);
        return StandardizedValues.Of(figure.Scale.Standardize, values, groupOf, names);
    }

    private static void Group(Across across, IReadOnlyList<ArrangedPanel> panels, int[] groupOf, List<string> names)
    {
        var known = new Dictionary<(int Panel, int Row, int Column), int>();
        int at = 0;
        for (int p = 0; p < panels.Count; p++)
        {
            ArrangedPanel panel = panels[p];
            for (int cell = 0; cell < panel.CellCount; cell++)
            {
                (int row, int column) = (panel.RowOrder[cell / panel.Columns.Count], panel.ColumnOrder[cell % panel.Columns.Count]);
                (int, int, int) key = across switch { Across.Row => (p, row, 0), Across.Column => (p, 0, column), _ => (0, row, column) };
                if (!known.TryGetValue(key, out int group))
                {
                    known[key] = group = names.Count;
                    names.Add(NameOf(across, panel.Source, row, column));
                }
                groupOf[at++] = group;
            }
        }
    }

    private static string NameOf(Across across, MatrixPanel panel, int row, int column) => across switch
    {
        Across.Row => panel.Rows[row],
        Across.Column => panel.Columns[column],
        _ => $"{panel.Rows[row]} / {panel.Columns[column]}",
    };

    /// <summary>Columns that are compared within themselves and of which some are better when lower are coloured from worst to best throughout.</summary>
    public static bool TurnsLowerColumns(MatrixFigure figure)
    {
        Better[] directions = [.. figure.Panels.SelectMany(static panel => panel.Better).Distinct()];
        return ColoursByColumn(figure) && directions.Length == 2 && !directions.Contains(Better.Neither);
    }

    public static bool ColoursByColumn(MatrixFigure figure) => figure.Scale.Standardize
        is Standardization.ZScore { Within: Across.Column } or Standardization.MinMax { Within: Across.Column } or Standardization.Rank { Within: Across.Column };

    private static void Turn(Standardization how, ArrangedPanel[] panels, double[][] shades)
    {
        for (int p = 0; p < panels.Length; p++)
        {
            for (int cell = 0; cell < shades[p].Length; cell++)
            {
                if (panels[p].Source.BetterIn(panels[p].ColumnOrder[cell % panels[p].Columns.Count]) is Better.Lower)
                    shades[p][cell] = how is Standardization.ZScore ? -shades[p][cell] : 1 - shades[p][cell];
            }
        }
    }

    private static double[][] Split(double[] all, ArrangedPanel[] panels)
    {
        double[][] parts = new double[panels.Length][];
        int from = 0;
        for (int p = 0; p < panels.Length; from += panels[p].CellCount, p++)
            parts[p] = all[from..(from + panels[p].CellCount)];
        return parts;
    }
}
