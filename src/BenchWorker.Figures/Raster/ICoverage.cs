namespace BenchWorker.Figures;

/// <summary>How much of each pixel letters and slanted shapes cover: by the built-in rules, or by Skia's. Safe to share between threads.</summary>
/// <remarks>All else of a scene lies on whole pixels, where rasterisers cannot differ.</remarks>
internal interface ICoverage
{
    /// <param name="sizePx">Device pixels an em.</param>
    /// <param name="offset">Place of the origin within its pixel, in quarters of a pixel.</param>
    /// <exception cref="InvalidDataException">The font is damaged.</exception>
    GlyphMask Glyph(PlacedGlyph glyph, double sizePx, Turn turn, (int X, int Y) offset);

    /// <summary>Calls back with each row of an area: how much of its pixels polygons cover together, by nonzero winding.</summary>
    /// <param name="polygons">In device pixels.</param>
    void Polygons(IReadOnlyList<Point[]> polygons, PixelArea area, CoveredRow onRow);
}

/// <param name="coverage">0 to 255, from the area's left edge.</param>
internal delegate void CoveredRow(int y, ReadOnlySpan<byte> coverage);
