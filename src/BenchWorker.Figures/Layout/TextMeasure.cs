namespace BenchWorker.Figures;

/// <summary>Widths of texts in a font set, remembered while one figure is composed. Advances grow linearly with the size.</summary>
internal sealed class TextMeasure(FontSet fonts)
{
    private readonly Dictionary<string, double> regularEm = new(StringComparer.Ordinal);
    private readonly Dictionary<string, double> boldEm = new(StringComparer.Ordinal);

    public double Width(string text, double sizePx, FontWeight weight = FontWeight.Regular) => EmOf(text, weight) * sizePx;

    /// <summary>The widest of several texts; 0 when there is none.</summary>
    public double Widest(IEnumerable<string> texts, double sizePx, FontWeight weight = FontWeight.Regular) =>
        texts.Select(text => EmOf(text, weight)).DefaultIfEmpty(0).Max() * sizePx;

    /// <summary>How far below the middle of a line its baseline lies, so that capitals and digits stand centred.</summary>
    public double BaselineDrop(double sizePx, FontWeight weight = FontWeight.Regular) => fonts.Metrics(weight).CapHeightEm / 2 * sizePx;

    private double EmOf(string text, FontWeight weight)
    {
        Dictionary<string, double> known = weight is FontWeight.Bold ? boldEm : regularEm;
        if (!known.TryGetValue(text, out double em))
            known[text] = em = fonts.MeasureWidth(text, 1, weight);
        return em;
    }
}
