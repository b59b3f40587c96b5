using BenchWorker.Figures;

namespace BenchWorker;

/// <summary>The fonts that figures are measured and drawn with.</summary>
internal static class FigureFonts
{
    /// <summary>The built-in font, and behind it those that the configuration names.</summary>
    /// <exception cref="CommandFailedException">A configured font cannot be read.</exception>
    public static FontSet Load(FigureOptions options)
    {
        if (options.FallbackFonts.Count == 0)
            return FontSet.Default;
        try
        {
            return FontSet.Default.WithFallback([.. options.FallbackFonts.Select(static path => (ReadOnlyMemory<byte>)File.ReadAllBytes(path))]);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or FormatException or InvalidDataException)
        {
            throw new CommandFailedException($"{FigureOptions.Section}:FallbackFonts: {e.Message}", e);
        }
    }
}
