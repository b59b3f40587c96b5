using System.Buffers;

namespace BenchWorker.Figures;

/// <summary>
/// Anti-aliases filled shapes exactly: each edge adds the area it covers, with sign, to the pixels it crosses; summed along a row that is how much
/// of each pixel lies inside.
/// </summary>
/// <remarks>Signed-area accumulation, as in R. Levien, "Inside the fastest font renderer in the world" (2016).</remarks>
internal sealed class CoverageBuffer : IDisposable
{
    private readonly int stride;
    private readonly float[] area;

    /// <param name="width">Pixels; the shape lies in [0, width] by [0, height].</param>
    public CoverageBuffer(int width, int height)
    {
        (Width, Height, stride) = (width, height, width + 2); // An edge at the right border also touches the next pixel.
        area = ArrayPool<float>.Shared.Rent(stride * height);
        Array.Clear(area, 0, stride * height);
    }

    public int Width { get; }

    public int Height { get; }

    public void Dispose() => ArrayPool<float>.Shared.Return(area);

    /// <summary>Adds one edge of a closed shape, in pixels from the upper left corner of the buffer.</summary>
    public void AddEdge(double x0, double y0, double x1, double y1)
    {
        if (y0 == y1)
            return;
        double direction = y0 < y1 ? 1 : -1;
        if (y0 > y1)
            (x0, y0, x1, y1) = (x1, y1, x0, y0);
        double slope = (x1 - x0) / (y1 - y0);
        int firstRow = Math.Max(0, (int)y0);
        int endRow = Math.Min(Height, (int)Math.Ceiling(y1));
        for (int row = firstRow; row < endRow; row++)
        {
            double top = Math.Max(row, y0), bottom = Math.Min(row + 1, y1);
            double height = bottom - top;
            if (height <= 0)
                continue;
            double xTop = Clamp(x0 + ((top - y0) * slope)), xBottom = Clamp(x0 + ((bottom - y0) * slope));
            AddInRow(area.AsSpan(row * stride, stride), direction * height, Math.Min(xTop, xBottom), Math.Max(xTop, xBottom));
        }
    }

    /// <summary>How much of each pixel of a row the shape covers, 0 to 255, by nonzero winding. Edges are complete by then.</summary>
    public void ReadRow(int row, Span<byte> coverage)
    {
        ReadOnlySpan<float> covered = area.AsSpan(row * stride, Width);
        float sum = 0;
        for (int x = 0; x < covered.Length; x++)
        {
            sum += covered[x];
            coverage[x] = (byte)((Math.Min(Math.Abs(sum), 1f) * 255f) + 0.5f);
        }
    }

    private double Clamp(double x) => Math.Clamp(x, 0, Width);

    /// <summary>The part of an edge inside one row: from <paramref name="left"/> to <paramref name="right"/>, and <paramref name="height"/> tall (signed).</summary>
    private static void AddInRow(Span<float> row, double height, double left, double right)
    {
        int first = (int)left, last = (int)Math.Ceiling(right);
        if (last <= first + 1)
        {
            double middle = ((left + right) / 2) - first;
            row[first] += (float)(height * (1 - middle));
            row[first + 1] += (float)(height * middle);
            return;
        }
        double perPixel = 1 / (right - left);
        double before = 0;
        for (int x = first; x < last; x++)
        {
            // Share of the edge's height to the left of pixel x + 1, averaged over the pixel.
            double from = Math.Max(left, x), to = Math.Min(right, x + 1);
            double share = (to - from) * perPixel;
            double toRight = x + 1 - ((from + to) / 2);
            row[x] += (float)(height * ((share * toRight) + before));
            before = share * (1 - toRight);
        }
        row[last] += (float)(height * before);
    }
}
