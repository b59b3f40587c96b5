using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace BenchWorker.Site;

/// <summary>Turns <c>$"&lt;td&gt;{name}&lt;/td&gt;"</c> into markup with every hole escaped for text and quoted attributes alike.</summary>
[InterpolatedStringHandler]
internal readonly ref struct HtmlInterpolation
{
    private readonly StringBuilder markup;

    public HtmlInterpolation(int literalLength, int holes) => markup = new StringBuilder(literalLength + (holes * 16));

    public void AppendLiteral(string literal) => markup.Append(literal);

    public void AppendFormatted(Html part) => markup.Append(part.Markup);

    public void AppendFormatted(IEnumerable<Html> parts)
    {
        foreach (Html part in parts)
            markup.Append(part.Markup);
    }

    public void AppendFormatted(string? text) => EscapedText.Append(markup, text);

    public void AppendFormatted(int number) => markup.Append(number.ToString(CultureInfo.InvariantCulture));

    internal string ToMarkup() => markup.ToString();
}
