using BenchWorker.Figures;

namespace BenchWorker;

/// <summary>Which of the two rasterisers turns scenes into pixels.</summary>
internal static class FigureRasterizer
{
    /// <exception cref="CommandFailedException">SkiaSharp was asked for and not built in.</exception>
    public static IRasterizer Choose(FigureOptions options, FontSet fonts)
    {
#if SKIASHARP
        return options.Rasterizer == RasterizerChoice.Managed ? new ManagedRasterizer(fonts) : new SkiaRasterizer(fonts);
#else
        return options.Rasterizer == RasterizerChoice.Skia
            ? throw new CommandFailedException($"{FigureOptions.Section}:Rasterizer is Skia, but this program was built without SkiaSharp. Build it with -p:SkiaSharp=true, or set Auto or Managed.")
            : new ManagedRasterizer(fonts);
#endif
    }
}
