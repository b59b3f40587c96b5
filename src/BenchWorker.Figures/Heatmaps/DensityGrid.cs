namespace BenchWorker.Figures;

/// <summary>The cells in which the pairs of a density are counted: a square for each two bins, or hexagons.</summary>
/// <param name="Bins">Along both axes.</param>
/// <param name="Hexagons">Null for squares.</param>
/// <param name="Lattice">Steps of the domain on which the values lie; null where they lie on none.</param>
internal sealed record DensityGrid(DensityBins Bins, HexGrid? Hexagons, int? Lattice)
{
    public int Columns => Hexagons?.Columns ?? Bins.Count;

    public int Rows => Hexagons?.Rows ?? Bins.Count;

    public static DensityGrid Of(DensityFigure figure, double[] values)
    {
        bool hexagonal = figure.Shape is BinShape.Hexagon;
        DensityBins squares = DensityBins.For(values, figure.Domain, hexagonal ? null : figure.Bins);
        if (!hexagonal)
            return new DensityGrid(squares, null, squares.Lattice);
        var hexagons = new HexGrid(figure.Bins ?? Math.Clamp(squares.Count, 2, HexGrid.MostAcross));
        return new DensityGrid(DensityBins.For(values, figure.Domain, hexagons.Across), hexagons, squares.Lattice);
    }

    public (int Column, int Row) CellOf(double x, double y) =>
        Hexagons?.CellOf(Bins.Position(x), Bins.Position(y)) ?? (Bins.IndexOf(x), Bins.IndexOf(y));
}
