namespace BenchWorker.Figures;

/// <summary>The cells of a packed figure by panel and code, coloured.</summary>
internal sealed class PackedCells
{
    private readonly PackedFigure figure;
    private readonly double[] shades;

    private PackedCells(PackedFigure figure, IReadOnlyList<string> names, IReadOnlyList<string> codes, double[] values, StandardizedValues standardized, ColourScale scale, NumberFormat format)
    {
        this.figure = figure;
        Names = names;
        Codes = codes;
        Values = values;
        shades = standardized.Values;
        Reach = standardized.Reach;
        Scale = scale;
        Format = format;
    }

    /// <summary>The codes in full, in the order in which the panels first name them.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>The same, shortened to be drawn.</summary>
    public IReadOnlyList<string> Codes { get; }

    /// <summary>[panel * Codes.Count + code]; NaN = no data.</summary>
    public double[] Values { get; }

    public double? Reach { get; }

    public ColourScale Scale { get; }

    public NumberFormat Format { get; }

    public bool IsZ => figure.Scale.Standardize is Standardization.ZScore;

    public TickKind Ticks => IsZ ? TickKind.Deviation : figure.Scale.Standardize is Standardization.None ? TickKind.Value : TickKind.Place;

    public int Missing => Values.Count(double.IsNaN);

    /// <summary>Codes that each panel writes.</summary>
    public int Drawn => Codes.Count;

    public IEnumerable<string> Texts => Values.Where(double.IsFinite).Select(Format.Write);

    /// <summary>Codes whose values are the same in all panels that have them, at least two.</summary>
    public int WithoutSpread => Enumerable.Range(0, Codes.Count).Count(code =>
        Enumerable.Range(0, figure.Panels.Count).Select(panel => Values[(panel * Codes.Count) + code]).Where(double.IsFinite).ToArray() is { Length: > 1 } all && all.Distinct().Count() == 1);

    public Rgb ColourOf(int cell) => Scale.ColourOf(shades[cell]);

    public IEnumerable<Rgb> UsedColours() => shades.Where(double.IsFinite).Select(Scale.ColourOf).Distinct();

    /// <exception cref="ArgumentException">No panel, or a panel names a code twice.</exception>
    public static PackedCells Of(PackedFigure figure, TextMeasure measure)
    {
        if (figure.Panels.Count == 0)
            throw new ArgumentException("A packed figure needs at least one panel.", nameof(figure));
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (PackedCell cell in figure.Panels.SelectMany(static panel => panel.Cells))
            places.TryAdd(cell.Code, places.Count);
        double[] values = Place(figure, places);
        int[] groupOf = [.. values.Select((_, i) => Across(figure) is Figures.Across.Cell ? i % Math.Max(1, places.Count) : i / Math.Max(1, places.Count))];
        IReadOnlyList<string> names = Across(figure) is Figures.Across.Cell ? [.. places.Keys] : [.. figure.Panels.Select(static panel => panel.Title)];
        StandardizedValues standardized = StandardizedValues.Of(figure.Scale.Standardize, values, groupOf, names);
        ColourScaleSpec spec = standardized.Limits is { } limits && figure.Scale.Limits is ScaleLimits.Data ? figure.Scale with { Limits = limits } : figure.Scale;
        Colormap map = figure.Scale.Standardize is Standardization.ZScore ? Colormap.Parse("rdylbu") : Colormap.Viridis;
        NumberFormat format = figure.Format ?? NumberFormat.For(values);
        string[] full = [.. places.Keys.Select(DisplayText.Of)];
        string[] codes = Elision.Distinct(full, LongestCodePx, text => measure.Width(text, 10));
        return new PackedCells(figure, full, codes, values, standardized, ColourScale.Resolve(spec, standardized.Values, map), format);
    }

    public (string Low, string High)? Extremes()
    {
        int[] present = [.. Enumerable.Range(0, Values.Length).Where(i => !double.IsNaN(Values[i]))];
        if (present.Length == 0)
            return null;
        return (Named(present.MinBy(i => Values[i])), Named(present.MaxBy(i => Values[i])));
    }

    private const double LongestCodePx = 90;

    private string Named(int cell) =>
        $"{Format.Write(Values[cell])} ({Elision.Middle(DisplayText.Of(figure.Panels[cell / Codes.Count].Title), 80, static text => text.Length)}, {Codes[cell % Codes.Count]})";

    /// <summary>A panel's cells are compared with each other, or those of one code across panels.</summary>
    private static Across Across(PackedFigure figure) => figure.Scale.Standardize switch
    {
        Standardization.ZScore z => z.Within,
        Standardization.MinMax m => m.Within,
        Standardization.Rank r => r.Within,
        _ => Figures.Across.Cell,
    };

    private static double[] Place(PackedFigure figure, Dictionary<string, int> places)
    {
        double[] values = new double[figure.Panels.Count * places.Count];
        Array.Fill(values, double.NaN);
        for (int p = 0; p < figure.Panels.Count; p++)
        {
            var seen = new HashSet<string>(StringComparer.Ordinal);
            foreach (PackedCell cell in figure.Panels[p].Cells)
            {
                if (!seen.Add(cell.Code))
                    throw new ArgumentException($"The panel \"{figure.Panels[p].Title}\" names the code \"{cell.Code}\" twice.", nameof(figure));
                values[(p * places.Count) + places[cell.Code]] = double.IsFinite(cell.Value) ? cell.Value : double.NaN;
            }
        }
        return values;
    }
}
