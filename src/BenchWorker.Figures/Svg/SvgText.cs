using System.Globalization;

namespace BenchWorker.Figures;

/// <summary>Writes runs of text. Size, weight, anchor and the dark ink come from the group, so that a label is little more than its place and its text.</summary>
internal static class SvgText
{
    private static readonly Rgb Unsaid = Rgb.Black;

    public static string GroupOf(DrawingOperation.TextRun text)
    {
        string weight = text.Weight is FontWeight.Bold ? " font-weight=\"700\"" : "";
        string anchor = text.Anchor switch { TextAnchor.Middle => " text-anchor=\"middle\"", TextAnchor.End => " text-anchor=\"end\"", _ => "" };
        string hover = text.Role is TextRole.Cell ? " pointer-events=\"none\"" : ""; // The cell under its number answers with its tooltip.
        return string.Create(CultureInfo.InvariantCulture, $"font-size=\"{Math.Round(text.SizePx, 2)}\"{weight}{anchor}{hover}");
    }

    public static void Write(SvgMarkup svg, DrawingOperation.TextRun text)
    {
        svg.Raw("<text").Attribute("x", text.At.X).Attribute("y", text.At.Y);
        if (text.Ink != Unsaid)
            svg.Attribute("fill", text.Ink);
        if (text.AngleDegrees != 0)
            svg.Raw(" transform=\"rotate(").Number(text.AngleDegrees).Raw(" ").Number(text.At.X).Raw(" ").Number(text.At.Y).Raw(")\"");
        if (text.Text.Contains("  ", StringComparison.Ordinal) || text.Text.StartsWith(' ') || text.Text.EndsWith(' '))
            svg.Raw(" xml:space=\"preserve\"");
        svg.Raw(">");
        if (text.Tooltip is { } full)
            svg.Raw("<title>").Escaped(full).Raw("</title>");
        svg.Escaped(text.Text).Raw("</text>\n");
    }
}
