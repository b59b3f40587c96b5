namespace BenchWorker.Figures;

/// <summary>The built-in rules: outlines cover pixels by their exact area, the same on every machine.</summary>
internal sealed class OutlineCoverage : ICoverage
{
    public GlyphMask Glyph(PlacedGlyph glyph, double sizePx, Turn turn, (int X, int Y) offset)
    {
        GlyphOutline outline = glyph.Font?.OutlineEm(glyph.Glyph) ?? MissingGlyph.OutlineEm;
        AlignmentZones zones = turn.IsRightAngle ? glyph.Font?.Zones ?? AlignmentZones.None : AlignmentZones.None;
        return GlyphPainting.Paint(outline, zones, sizePx, turn, new Point(offset.X / 4.0, offset.Y / 4.0));
    }

    public void Polygons(IReadOnlyList<Point[]> polygons, PixelArea area, CoveredRow onRow)
    {
        using var buffer = new CoverageBuffer(area.Width, area.Height);
        foreach (Point[] polygon in polygons)
        {
            for (int i = 0; i < polygon.Length; i++)
            {
                Point from = polygon[i], to = polygon[(i + 1) % polygon.Length];
                buffer.AddEdge(from.X - area.Left, from.Y - area.Top, to.X - area.Left, to.Y - area.Top);
            }
        }
        byte[] coverage = new byte[area.Width];
        for (int row = 0; row < area.Height; row++)
        {
            buffer.ReadRow(row, coverage);
            onRow(area.Top + row, coverage);
        }
    }
}
