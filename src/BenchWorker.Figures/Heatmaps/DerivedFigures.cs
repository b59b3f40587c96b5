namespace BenchWorker.Figures;

/// <summary>Figures computed from others: what changed, and who beats whom.</summary>
public static class DerivedFigures
{
    /// <summary>Each cell's difference to the cell with the same labels in a baseline, on a scale centred at no change.</summary>
    /// <param name="current">Gives labels and order; where several rows or columns share a label, the first counts.</param>
    /// <param name="baseline">Cells it lacks have no data in the result.</param>
    public static MatrixFigure Delta(MatrixPanel current, MatrixPanel baseline, string title) =>
        Difference(current, title, (row, column) => Lookup(baseline, current.Rows[row], current.Columns[column]));

    /// <summary>Each row's difference to one row of the same matrix.</summary>
    /// <param name="baselineRow">Index of the row that all are compared with; it shows zeros.</param>
    public static MatrixFigure DeltaToRow(MatrixPanel panel, int baselineRow, string title) =>
        Difference(panel, title, (_, column) => panel.Values[baselineRow, column]);

    /// <summary>Each column's difference to one column of the same matrix.</summary>
    /// <param name="baselineColumn">Index of the column that all are compared with; it shows zeros.</param>
    public static MatrixFigure DeltaToColumn(MatrixPanel panel, int baselineColumn, string title) =>
        Difference(panel, title, (row, _) => panel.Values[row, baselineColumn]);

    /// <summary>
    /// Of the columns that both rows hold, the share in per cent in which the row's entity beats the column's; ties count half. Rows and columns are
    /// the panel's rows; the diagonal is left out; pairs without a common column have no data.
    /// </summary>
    /// <remarks>Respects each column's direction; columns without a better end are left out.</remarks>
    public static MatrixFigure WinRate(MatrixPanel scores, string title)
    {
        int n = scores.Rows.Count;
        double[,] rates = new double[n, n];
        for (int one = 0; one < n; one++)
        {
            for (int other = 0; other < n; other++)
                rates[one, other] = one == other ? double.NaN : WinsOf(scores, one, other);
        }
        return new MatrixFigure
        {
            Title = title,
            Panels = [new MatrixPanel(scores.Rows, scores.Rows, rates)],
            RowAxis = "wins",
            ColumnAxis = "against",
            HidesDiagonal = true,
            Format = new NumberFormat(0),
            Scale = new ColourScaleSpec { Limits = new ScaleLimits.Centred(50, 50), Title = "wins (%)" },
        };
    }

    private static double WinsOf(MatrixPanel scores, int one, int other)
    {
        (double wins, int common) = (0, 0);
        for (int column = 0; column < scores.Columns.Count; column++)
        {
            (double a, double b) = (scores.Values[one, column], scores.Values[other, column]);
            if (!double.IsFinite(a) || !double.IsFinite(b) || scores.BetterIn(column) is Better.Neither)
                continue;
            common++;
            wins += a == b ? 0.5 : (scores.BetterIn(column) is Better.Higher ? a > b : a < b) ? 1 : 0;
        }
        return common == 0 ? double.NaN : 100 * wins / common;
    }

    private static MatrixFigure Difference(MatrixPanel current, string title, Func<int, int, double> baseline)
    {
        double[,] values = new double[current.Rows.Count, current.Columns.Count];
        for (int row = 0; row < current.Rows.Count; row++)
        {
            for (int column = 0; column < current.Columns.Count; column++)
                values[row, column] = current.Values[row, column] - baseline(row, column);
        }
        return new MatrixFigure
        {
            Title = title,
            Panels = [new MatrixPanel(current.Rows, current.Columns, values) { Title = current.Title, RowGroups = current.RowGroups, ColumnGroups = current.ColumnGroups, Better = current.Better }],
            Signed = true,
            Scale = new ColourScaleSpec { Map = Colormap.Parse(FallingIsGood(current) ? "rdylbu-reversed" : "rdylbu"), Limits = new ScaleLimits.Centred(0), Title = "change" },
        };
    }

    private static bool FallingIsGood(MatrixPanel panel) => panel.Better.All(static better => better is Better.Lower);

    private static double Lookup(MatrixPanel baseline, string row, string column)
    {
        (int i, int j) = (IndexOf(baseline.Rows, row), IndexOf(baseline.Columns, column));
        return i < 0 || j < 0 ? double.NaN : baseline.Values[i, j];
    }

    private static int IndexOf(IReadOnlyList<string> labels, string label)
    {
        for (int i = 0; i < labels.Count; i++)
        {
            if (string.Equals(labels[i], label, StringComparison.Ordinal))
                return i;
        }
        return -1;
    }
}
