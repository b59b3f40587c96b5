using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace BenchWorker.Figures;

/// <summary>Writes a scene as SVG: editable shapes and text, an opaque background, a title and a description for those who cannot see it.</summary>
/// <remarks>
/// Equal scenes are equal bytes: no date, and ids begin with a hash of the content, so that several figures can stand inline on one page.
/// </remarks>
public static class SvgWriter
{
    /// <summary>Verdana is as wide as DejaVu Sans, with which text was measured; what a viewer has instead is narrower.</summary>
    private const string FontFamily = "DejaVu Sans,Verdana,Geneva,sans-serif";

    /// <summary>Stands for the prefix of ids until the content is known. XML forbids it, so no text can hold it.</summary>
    internal const string IdPrefix = "\u0001";

    /// <exception cref="ArgumentOutOfRangeException">A coordinate is not a number, or beyond 10^9.</exception>
    public static string Write(Scene scene)
    {
        var svg = new SvgMarkup();
        svg.Raw("<svg xmlns=\"http://www.w3.org/2000/svg\"").Attribute("width", scene.WidthPx).Attribute("height", scene.HeightPx)
            .Raw(" viewBox=\"0 0 ").Number(scene.WidthPx).Raw(" ").Number(scene.HeightPx)
            .Raw($"\" role=\"img\" aria-labelledby=\"{IdPrefix}t {IdPrefix}d\" direction=\"ltr\" font-family=\"{FontFamily}\">\n")
            .Raw($"<title id=\"{IdPrefix}t\">").Escaped(scene.Title).Raw($"</title>\n<desc id=\"{IdPrefix}d\">").Escaped(scene.Description).Raw("</desc>\n");
        new SvgDefinitions(svg).Write(scene.Operations);
        svg.Raw("<rect").Attribute("width", scene.WidthPx).Attribute("height", scene.HeightPx).Attribute("fill", scene.Background).Raw("/>\n");
        new SvgShapes(svg).Write(scene.Operations);
        string content = svg.Raw("</svg>\n").ToString();
        return content.Replace(IdPrefix, PrefixOf(content), StringComparison.Ordinal);
    }

    private static string PrefixOf(string content)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(MemoryMarshal.AsBytes(content.AsSpan()), hash);
        return $"f{Convert.ToHexStringLower(hash[..4])}";
    }
}
