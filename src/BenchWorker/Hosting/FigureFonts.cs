using BenchWorker.Figures;

namespace BenchWorker;

/// <summary>The fonts that figures are measured and drawn with.</summary>
internal static class FigureFonts
{
    /// <summary>The built-in font, and behind it those that the configuration names.</summary>
    /// <exception cref="CommandFailedException">A configured font cannot be read.</exception>
    public static FontSet Load(FigureOptions options)
    {
        FontSet fonts = FontSet.Default;
        foreach (string path in options.FallbackFonts)
        {
            try
            {
                fonts = fonts.WithFallback([File.ReadAllBytes(path)]);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
            {
                throw new CommandFailedException($"{FigureOptions.Section}:FallbackFonts: {path} cannot be used. {e.Message}", e);
            }
        }

        return fonts;
    }
}
