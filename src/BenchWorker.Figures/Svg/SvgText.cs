using System.Globalization;

namespace BenchWorker.Figures;

/// <summary>Writes runs of text. Size, weight, anchor and ink come from the group, so that a label is little more than its place and its text.</summary>
internal static class SvgText
{
    /// <summary>A tenth of a pixel cannot be seen; a second decimal would be a twentieth of an annotated figure.</summary>
    private const int Decimals = 1;

    public static string GroupOf(DrawingOperation.TextRun text)
    {
        string weight = text.Weight is FontWeight.Bold ? " font-weight=\"700\"" : "";
        string anchor = text.Anchor switch { TextAnchor.Middle => " text-anchor=\"middle\"", TextAnchor.End => " text-anchor=\"end\"", _ => "" };
        string hover = text.Role is TextRole.Cell ? " pointer-events=\"none\"" : ""; // The cell under its number answers with its tooltip.
        string ink = text.Ink == Rgb.Black ? "" : $" fill=\"{SvgMarkup.Short(text.Ink)}\"";
        return string.Create(CultureInfo.InvariantCulture, $"font-size=\"{Math.Round(text.SizePx, 2)}\"{ink}{weight}{anchor}{hover}");
    }

    public static void Write(SvgMarkup svg, DrawingOperation.TextRun text)
    {
        (double x, double y) = (Math.Round(text.At.X, Decimals), Math.Round(text.At.Y, Decimals));
        if (text.AngleDegrees == 0)
            svg.Raw("<text").Attribute("x", x).Attribute("y", y);
        else
            svg.Raw("<text transform=\"translate(").Number(x).Raw(" ").Number(y).Raw(")rotate(").Number(text.AngleDegrees).Raw(")\"");
        if (text.Text.Contains("  ", StringComparison.Ordinal) || text.Text.StartsWith(' ') || text.Text.EndsWith(' '))
            svg.Raw(" xml:space=\"preserve\"");
        svg.Raw(">");
        if (text.Tooltip is { } full)
            svg.Raw("<title>").Escaped(full).Raw("</title>");
        svg.Escaped(text.Text).Raw("</text>\n");
    }
}
