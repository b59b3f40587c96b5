namespace BenchWorker.Figures;

/// <summary>
/// The heights at which a font's letters end: baseline, small letters, capitals and digits, ascenders, descenders. On pixels they are moved to whole
/// rows, so that horizontal strokes are sharp and a round letter does not spill a faint row over its neighbours' edge.
/// </summary>
/// <param name="heightsEm">Ascending, in em; each is where flat letters end.</param>
/// <param name="overshootEm">How much further round letters reach, in em.</param>
internal sealed class AlignmentZones(double[] heightsEm, double overshootEm)
{
    /// <summary>Above this size overshoot is a part of the look, and edges are sharp enough.</summary>
    private const double LargestSizePx = 48;

    public static AlignmentZones None { get; } = new([], 0);

    /// <summary>Reads the heights off the letters that show them; a font without Latin letters has none.</summary>
    public static AlignmentZones Of(TrueTypeFont font)
    {
        (double MinX, double MinY, double MaxX, double MaxY)? Ink(char letter) => font.GlyphOf(letter) is { } glyph ? font.OutlineEm(glyph).Bounds : null;
        if (Ink('x') is not { } small || Ink('o') is not { } round || Ink('H') is not { } capital || Ink('d') is not { } ascender || Ink('p') is not { } descender)
            return None;
        double[] heights = [descender.MinY, 0, small.MaxY, capital.MaxY, ascender.MaxY];
        return new AlignmentZones([.. heights.Order().Distinct()], Math.Max(0, round.MaxY - small.MaxY));
    }

    /// <summary>Where a height comes to lie.</summary>
    /// <param name="em">Height above the baseline in em.</param>
    /// <returns>Height in pixels.</returns>
    public double Fit(double em, double sizePx)
    {
        if (heightsEm.Length == 0 || sizePx > LargestSizePx)
            return em * sizePx;
        int above = 0;
        while (above < heightsEm.Length && Upper(above) < em)
            above++;
        if (above < heightsEm.Length && em >= Lower(above))
            return Row(above, sizePx);
        if (above == 0)
            return Row(0, sizePx) + ((em - Lower(0)) * sizePx);
        if (above == heightsEm.Length)
            return Row(above - 1, sizePx) + ((em - Upper(above - 1)) * sizePx);
        double share = (em - Upper(above - 1)) / (Lower(above) - Upper(above - 1));
        return Row(above - 1, sizePx) + (share * (Row(above, sizePx) - Row(above - 1, sizePx)));
    }

    private double Row(int zone, double sizePx) => Math.Round(heightsEm[zone] * sizePx);

    /// <summary>Letters end from below at the baseline and at descenders, from above everywhere else.</summary>
    private double Lower(int zone) => heightsEm[zone] <= 0 ? heightsEm[zone] - overshootEm : heightsEm[zone];

    private double Upper(int zone) => heightsEm[zone] <= 0 ? heightsEm[zone] : heightsEm[zone] + overshootEm;
}
