using BenchWorker.Figures;
using Shouldly;
using Xunit;

namespace BenchWorker.Tests.Figures;

public sealed class HexGridTests
{
    private static readonly Rect Field = new(10, 20, 200, 200);

    [Theory]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(30)]
    public void Every_place_lies_inside_the_hexagon_that_counts_it(int across)
    {
        var grid = new HexGrid(across);
        var random = new Random(across);
        foreach ((double x, double y) in Enumerable.Range(0, 2000).Select(_ => (random.NextDouble(), random.NextDouble())).Concat([(0, 0), (1, 0), (0, 1), (1, 1)]))
        {
            (int column, int row) = grid.CellOf(x, y);

            column.ShouldBeInRange(0, grid.Columns - 1);
            row.ShouldBeInRange(0, grid.Rows - 1);
            Holds(grid.OutlineOf(column, row, Field), new Point(Field.Left + (x * Field.Width), Field.Bottom - (y * Field.Height))).ShouldBeTrue($"{x}, {y}");
        }
    }

    [Fact]
    public void Hexagons_at_the_edge_are_cut_there()
    {
        var grid = new HexGrid(5);

        for (int column = 0; column < grid.Columns; column++)
        {
            foreach (Point corner in Enumerable.Range(0, grid.Rows).SelectMany(row => grid.OutlineOf(column, row, Field)))
                Field.Contains(new Rect(corner.X, corner.Y, 0, 0), 1e-9).ShouldBeTrue($"{corner}");
        }
    }

    /// <summary>Whether a point lies on the same side of every edge of a convex polygon.</summary>
    private static bool Holds(IReadOnlyList<Point> polygon, Point point)
    {
        double[] sides = [.. polygon.Select((from, i) => Side(from, polygon[(i + 1) % polygon.Count], point))];
        return Array.TrueForAll(sides, static side => side >= -1e-6) || Array.TrueForAll(sides, static side => side <= 1e-6);
    }

    private static double Side(Point from, Point to, Point point) =>
        ((to.X - from.X) * (point.Y - from.Y)) - ((to.Y - from.Y) * (point.X - from.X));
}
