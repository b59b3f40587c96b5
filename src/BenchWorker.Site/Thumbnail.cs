using BenchWorker.Figures;

namespace BenchWorker.Site;

/// <summary>A small picture of a figure for the index, where its words would be too small to read.</summary>
internal static class Thumbnail
{
    /// <summary>Twice the size of a card's picture.</summary>
    public const int WidthPx = 640, HeightPx = 320;

    /// <summary>The figure's cells alone; for a figure without cells the whole of it.</summary>
    public static PixelImage Of(Scene scene, PixelImage image) => CellMosaic.Of(scene, WidthPx, HeightPx) ?? Shrunk(image);

    /// <summary>The image no larger than a card's picture; every pixel is the mean of those it stands for.</summary>
    private static PixelImage Shrunk(PixelImage image)
    {
        double factor = Math.Max(1, Math.Max((double)image.Width / WidthPx, (double)image.Height / HeightPx));
        int width = Math.Max(1, (int)(image.Width / factor)), height = Math.Max(1, (int)(image.Height / factor));
        byte[] from = image.ToRgb(), to = new byte[3 * width * height];
        for (int y = 0; y < height; y++)
        {
            (int top, int bottom) = Span(y, height, image.Height);
            for (int x = 0; x < width; x++)
            {
                (int left, int right) = Span(x, width, image.Width);
                Mean(from, image.Width, left, right, top, bottom, to.AsSpan(3 * ((y * width) + x), 3));
            }
        }

        return new PixelImage(width, height, to);
    }

    /// <summary>[From, To) of the large side that one pixel of the small side stands for; never empty.</summary>
    private static (int From, int To) Span(int index, int small, int large)
    {
        int from = (int)((long)index * large / small);
        return (from, Math.Max(from + 1, (int)((index + 1L) * large / small)));
    }

    private static void Mean(byte[] rgb, int stride, int left, int right, int top, int bottom, Span<byte> mean)
    {
        int count = (right - left) * (bottom - top);
        for (int channel = 0; channel < 3; channel++)
        {
            int sum = count / 2;
            for (int y = top; y < bottom; y++)
            {
                for (int x = left; x < right; x++)
                    sum += rgb[(3 * ((y * stride) + x)) + channel];
            }

            mean[channel] = (byte)(sum / count);
        }
    }
}
