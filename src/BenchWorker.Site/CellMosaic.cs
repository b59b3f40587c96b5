using BenchWorker.Figures;

namespace BenchWorker.Site;

/// <summary>A figure's cells without its words, stretched to fill a picture: what a figure looks like from afar.</summary>
internal static class CellMosaic
{
    /// <summary>Cells that become smaller than this touch each other.</summary>
    private const int LeastGappedPx = 12;

    private const int GapPx = 2;

    /// <returns>Null for a figure without cells of its own, or whose cells are lost on their ground.</returns>
    public static PixelImage? Of(Scene scene, int width, int height)
    {
        CellGrid[] grids = [.. scene.Grids.Where(static grid => grid.IsPicture)];
        if (grids.Length == 0)
            return null;
        Rgb[] palette = [scene.Background, .. grids.SelectMany(static grid => grid.Colours).Distinct().Where(colour => colour != scene.Background)];
        if (palette.Length > byte.MaxValue + 1)
            return null;
        Dictionary<Rgb, byte> entries = palette.Select(static (colour, index) => (colour, index)).ToDictionary(static pair => pair.colour, static pair => (byte)pair.index);
        byte[] pixels = new byte[width * height];
        int across = (int)Math.Ceiling(Math.Sqrt(grids.Length)), down = (grids.Length + across - 1) / across;
        for (int g = 0; g < grids.Length; g++)
            Paint(pixels, width, grids[g], entries, Part(g % across, across, width), Part(g / across, down, height));
        return new PixelImage(width, height, pixels, palette);
    }

    private static void Paint(byte[] pixels, int stride, CellGrid grid, Dictionary<Rgb, byte> entries, (int From, int To) xs, (int From, int To) ys)
    {
        int rows = grid.Rows.Count, columns = grid.Columns.Count, width = xs.To - xs.From, height = ys.To - ys.From;
        byte[] shades = [.. grid.Colours.Select(colour => entries[colour])];
        int gapX = width / columns >= LeastGappedPx ? GapPx : 0, gapY = height / rows >= LeastGappedPx ? GapPx : 0;
        for (int y = 0; y < height; y++)
        {
            int row = (int)((long)y * rows / height);
            if (gapY > 0 && y + gapY >= ((row + 1L) * height / rows))
                continue;
            for (int x = 0; x < width; x++)
            {
                int column = (int)((long)x * columns / width);
                int cell = (row * columns) + column;
                if (grid.Texts[cell] is not null && (gapX == 0 || x + gapX < ((column + 1L) * width / columns)))
                    pixels[((ys.From + y) * stride) + xs.From + x] = shades[cell];
            }
        }
    }

    /// <summary>The k-th of n equal parts of a side, a gap between neighbours.</summary>
    private static (int From, int To) Part(int k, int n, int side)
    {
        const int Gutter = 16;
        int from = k == 0 ? 0 : (k * side / n) + (Gutter / 2), to = k == n - 1 ? side : ((k + 1) * side / n) - (Gutter / 2);
        return (from, to);
    }
}
