using System.Collections.Concurrent;
using BenchWorker.Figures;

namespace BenchWorker.Site;

/// <summary>Images that nobody looks at any more: the next of the same size is painted over one of them. Boards of a site are often of one size, and
/// fresh memory for each would be tens of megabytes. They are garbage like any other until then.</summary>
internal static class SpentPixels
{
    private static readonly ConcurrentQueue<WeakReference<PixelImage>> Images = new();

    /// <returns>Null where there is none. Nobody else gets it.</returns>
    public static PixelImage? Take()
    {
        while (Images.TryDequeue(out WeakReference<PixelImage>? weak))
        {
            if (weak.TryGetTarget(out PixelImage? image))
                return image;
        }

        return null;
    }

    public static void Give(PixelImage image) => Images.Enqueue(new WeakReference<PixelImage>(image));
}
