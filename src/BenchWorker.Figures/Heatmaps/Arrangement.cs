namespace BenchWorker.Figures;

/// <summary>Puts the rows and columns of a figure's panels in order, leaves out what is masked and resolves the colours.</summary>
internal static class Arrangement
{
    public static IReadOnlyList<ArrangedPanel> Of(MatrixFigure figure)
    {
        if (figure.Panels.Count == 0)
            throw new ArgumentException("A matrix figure needs at least one panel.", nameof(figure));
        AxisOrdering[] rows = AxisOrdering.OfRows(figure);
        AxisOrdering[] columns = AxisOrdering.OfColumns(figure);
        ArrangedPanel[] panels = [.. figure.Panels.Select((panel, p) => Arrange(panel, rows[p], columns[p], figure))];
        return Coloured(figure, panels);
    }

    private static ArrangedPanel Arrange(MatrixPanel panel, AxisOrdering rows, AxisOrdering columns, MatrixFigure figure)
    {
        double[] values = new double[panel.Rows.Count * panel.Columns.Count];
        int cell = 0;
        foreach (int row in rows.Order)
        {
            foreach (int column in columns.Order)
            {
                double value = panel.Values[row, column];
                values[cell++] = double.IsFinite(value) ? value : double.NaN;
            }
        }
        return new ArrangedPanel
        {
            Source = panel,
            Rows = [.. rows.Order.Select(row => DisplayText.Of(panel.Rows[row]))],
            Columns = [.. columns.Order.Select(column => DisplayText.Of(panel.Columns[column]))],
            Values = values,
            RowOrder = rows.Order,
            ColumnOrder = columns.Order,
            RowTree = rows.Tree,
            ColumnTree = columns.Tree,
            Masked = Mask(figure, panel.Rows.Count, panel.Columns.Count),
        };
    }

    private static bool[]? Mask(MatrixFigure figure, int rows, int columns)
    {
        if (figure.Shown is Triangle.Whole && !figure.HidesDiagonal)
            return null;
        bool[] masked = new bool[rows * columns];
        for (int row = 0; row < rows; row++)
        {
            for (int column = 0; column < columns; column++)
            {
                masked[(row * columns) + column] = (figure.Shown is Triangle.Lower && column > row)
                    || (figure.Shown is Triangle.Upper && column < row) || (figure.HidesDiagonal && row == column);
            }
        }
        return masked;
    }

    private static ArrangedPanel[] Coloured(MatrixFigure figure, ArrangedPanel[] panels)
    {
        if (figure.Scale.Standardize is Standardization.None && panels.Length == 1)
            return [WithScale(panels[0], panels[0].Values, figure, figure.Scale, Drawn(panels[0], panels[0].Values))];
        StandardizedValues all = PanelShades.Standardize(figure, panels);
        ColourScaleSpec spec = all.Limits is { } limits && figure.Scale.Limits is ScaleLimits.Data ? figure.Scale with { Limits = limits } : figure.Scale;
        double[][] shades = PanelShades.Of(figure, panels, all);
        double[] drawn = [.. panels.SelectMany((panel, p) => Drawn(panel, shades[p]))];
        return [.. panels.Select((panel, p) => WithScale(panel, shades[p], figure, spec, figure.SharedScale ? drawn : Drawn(panel, shades[p])))];
    }

    private static ArrangedPanel WithScale(ArrangedPanel panel, double[] shades, MatrixFigure figure, ColourScaleSpec spec, double[] drawn) =>
        panel.Coloured(ColourScale.Resolve(spec, drawn, DefaultMap(figure)), shades);

    /// <summary>Centred and standardised scales have a middle that means something; others run from low to high.</summary>
    private static Colormap DefaultMap(MatrixFigure figure) =>
        figure.Scale.Limits is ScaleLimits.Centred || figure.Scale.Standardize is Standardization.ZScore ? Colormap.Parse("rdylbu") : Colormap.Viridis;

    private static double[] Drawn(ArrangedPanel panel, double[] shades) =>
        panel.Masked is null ? shades : [.. shades.Select((shade, cell) => panel.IsDrawn(cell) ? shade : double.NaN)];
}
