namespace BenchWorker.Figures;

/// <summary>The unit square covered with regular hexagons that stand on a corner, every other row moved by half a hexagon.</summary>
/// <param name="Across">Hexagons side by side, 2 or more.</param>
internal sealed record HexGrid(int Across)
{
    /// <summary>Finer hexagons are not told apart in a panel.</summary>
    public const int MostAcross = 30;

    /// <summary>Neighbours overlap by a hair, so that no seam of the ground shows between their smoothed edges.</summary>
    private const double OverlapPx = 0.25;

    private static readonly double HalfRoot3 = Math.Sqrt(3) / 2;

    /// <summary>Even rows begin and end with half a hexagon, odd ones hold one less.</summary>
    public int Columns => Across + 1;

    public int Rows => (int)Math.Ceiling(1 / StepY) + 1;

    private double StepX => 1.0 / Across;

    private double StepY => StepX * HalfRoot3;

    /// <summary>The hexagon of a place in [0, 1] x [0, 1]: the one whose middle is nearest. Row 0 is at the bottom.</summary>
    public (int Column, int Row) CellOf(double x, double y)
    {
        (int Column, int Row) even = NearestOf(x, y, 0), odd = NearestOf(x, y, 1);
        return Distance(even, x, y) <= Distance(odd, x, y) ? even : odd;
    }

    /// <summary>Corners of a hexagon in px, cut at the edges of the field.</summary>
    public IReadOnlyList<Point> OutlineOf(int column, int row, Rect field)
    {
        (double x, double y) = CentreOf(column, row);
        (double left, double top) = (field.Left + (x * field.Width), field.Bottom - (y * field.Height));
        double half = (StepX * field.Width / 2) + OverlapPx, reach = half / HalfRoot3;
        return Clip.ToRect(
            [
                new(left, top - reach), new(left + half, top - (reach / 2)), new(left + half, top + (reach / 2)),
                new(left, top + reach), new(left - half, top + (reach / 2)), new(left - half, top - (reach / 2)),
            ],
            field);
    }

    /// <summary>The smallest box around a whole hexagon of which the middle is its middle, in px.</summary>
    public Rect AreaOf(int column, int row, Rect field)
    {
        (double x, double y) = CentreOf(column, row);
        double half = StepX * field.Width / 2, reach = half / HalfRoot3;
        return new Rect(field.Left + (x * field.Width) - half, field.Bottom - (y * field.Height) - reach, 2 * half, 2 * reach);
    }

    /// <summary>Of the unit square; the last row's may lie a little above it.</summary>
    public (double X, double Y) CentreOf(int column, int row) => ((column + (row % 2 == 0 ? 0 : 0.5)) * StepX, row * StepY);

    /// <summary>Among the even or among the odd rows, whose middles form a rectangular lattice.</summary>
    private (int Column, int Row) NearestOf(double x, double y, int parity)
    {
        int row = (2 * (int)Math.Round(((y / StepY) - parity) / 2)) + parity;
        int column = (int)Math.Round((x / StepX) - (parity / 2.0));
        return (Math.Clamp(column, 0, Across - parity), Math.Clamp(row, parity, Rows - 1));
    }

    private double Distance((int Column, int Row) cell, double x, double y)
    {
        (double centreX, double centreY) = CentreOf(cell.Column, cell.Row);
        return ((x - centreX) * (x - centreX)) + ((y - centreY) * (y - centreY));
    }
}
