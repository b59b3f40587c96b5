using System.Globalization;
using System.Text;

namespace BenchWorker.Figures;

/// <summary>Builds SVG text: numbers of at most two decimals, short colours, escaped text. Fixed order and culture, so equal scenes are equal bytes.</summary>
internal sealed class SvgMarkup
{
    private readonly StringBuilder text = new();

    public SvgMarkup Raw(string markup)
    {
        text.Append(markup);
        return this;
    }

    /// <summary>Writes <c> name="number"</c>.</summary>
    public SvgMarkup Attribute(string name, double value)
    {
        text.Append(' ').Append(name).Append("=\"");
        Number(value);
        text.Append('"');
        return this;
    }

    /// <summary>Writes <c> name="#rgb"</c>.</summary>
    public SvgMarkup Attribute(string name, Rgb colour)
    {
        text.Append(' ').Append(name).Append("=\"").Append(Short(colour)).Append('"');
        return this;
    }

    public SvgMarkup Number(double value)
    {
        if (!(Math.Abs(value) < 1e9))
            throw new ArgumentOutOfRangeException(nameof(value), value, "A coordinate of a scene must be a number of pixels.");
        long hundredths = (long)Math.Round(value * 100, MidpointRounding.AwayFromZero);
        if (hundredths < 0)
            text.Append('-');
        hundredths = Math.Abs(hundredths);
        text.Append(CultureInfo.InvariantCulture, $"{hundredths / 100}");
        long fraction = hundredths % 100;
        if (fraction != 0)
            text.Append('.').Append((char)('0' + (fraction / 10)));
        if (fraction % 10 != 0)
            text.Append((char)('0' + (fraction % 10)));
        return this;
    }

    /// <summary>Text as an SVG shows it: what XML forbids is made visible, markup is escaped; line ends stay.</summary>
    public SvgMarkup Escaped(string content)
    {
        foreach (char c in content.Contains('\n', StringComparison.Ordinal) ? string.Join('\n', content.Split('\n').Select(DisplayText.Of)) : DisplayText.Of(content))
        {
            switch (c)
            {
                case '&':
                    text.Append("&amp;");
                    break;
                case '<':
                    text.Append("&lt;");
                    break;
                case '>':
                    text.Append("&gt;");
                    break;
                default:
                    text.Append(c);
                    break;
            }
        }
        return this;
    }

    public override string ToString() => text.ToString();

    /// <summary>The colour in three digits where those say it, else in six.</summary>
    public static string Short(Rgb colour)
    {
        string full = colour.ToString();
        return full[1] == full[2] && full[3] == full[4] && full[5] == full[6] ? $"#{full[1]}{full[3]}{full[5]}" : full;
    }
}
