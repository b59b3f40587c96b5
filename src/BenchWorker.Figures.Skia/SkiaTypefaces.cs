using System.Collections.Concurrent;
using SkiaSharp;

namespace BenchWorker.Figures;

/// <summary>Skia's own readers of the fonts that text is laid with, each made once.</summary>
internal sealed class SkiaTypefaces : IDisposable
{
    private readonly ConcurrentDictionary<TrueTypeFont, Lazy<SKTypeface>> known = new();

    /// <exception cref="InvalidDataException">Skia cannot read the font.</exception>
    public SKTypeface this[TrueTypeFont font] => known.GetOrAdd(font, static one => new Lazy<SKTypeface>(() => Read(one))).Value;

    public void Dispose()
    {
        foreach (Lazy<SKTypeface> typeface in known.Values.Where(static typeface => typeface.IsValueCreated))
            typeface.Value.Dispose();
    }

    private static SKTypeface Read(TrueTypeFont font)
    {
        using SKData file = SKData.CreateCopy(font.File.Span);
        return SKTypeface.FromData(file, font.FaceIndex) ?? throw new InvalidDataException("Skia cannot read a font that the built-in reader can; set BenchWorker:Figures:Rasterizer to Managed.");
    }
}
