namespace BenchWorker.Figures;

/// <summary>256 colours from low to high. Named maps are the published tables, entry for entry; lists of one's own are blended in OKLab.</summary>
public sealed class Colormap
{
    public const int Size = 256;

    /// <summary>Appended to a name, turns the map round.</summary>
    public const string ReversedSuffix = "-reversed";

    private readonly Rgb[] colours;

    internal Colormap(string name, bool isDiverging, Rgb[] colours)
    {
        Name = name;
        IsDiverging = isDiverging;
        this.colours = colours;
    }

    /// <summary>Lower case, with <see cref="ReversedSuffix"/> where it applies; a list of one's own is named by its colours.</summary>
    public string Name { get; }

    /// <summary>Whether the middle is a neutral of its own, so that the scale should be centred on a value that means something.</summary>
    public bool IsDiverging { get; }

    /// <summary>All 256, lowest first.</summary>
    public IReadOnlyList<Rgb> Colours => colours;

    /// <summary>The names that <see cref="Parse"/> knows, each of which may carry <see cref="ReversedSuffix"/>.</summary>
    public static IReadOnlyList<string> Names => PublishedColormaps.Names;

    public static Colormap Viridis => Parse("viridis");

    /// <summary>Reads a map's name (any case), with or without <see cref="ReversedSuffix"/>, or a list of colours as in <c>#ffffff, #08306b</c>.</summary>
    /// <exception cref="ArgumentException">No map has the name; the message lists those there are.</exception>
    public static Colormap Parse(string text)
    {
        string name = text.Trim();
        if (name.StartsWith('#'))
            return FromColours([.. name.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries).Select(Rgb.Parse)]);
        bool reversed = name.EndsWith(ReversedSuffix, StringComparison.OrdinalIgnoreCase);
        string plain = reversed ? name[..^ReversedSuffix.Length] : name;
        if (PublishedColormaps.Find(plain) is not { } map)
            throw new ArgumentException($"There is no colour map \"{text}\". Known are {string.Join(", ", Names)}, each also with \"{ReversedSuffix}\", or a list such as \"#ffffff, #08306b\".", nameof(text));
        return reversed ? map.Reversed() : map;
    }

    /// <summary>A map through the given colours at equal distances, blended in OKLab.</summary>
    /// <param name="anchors">Two or more, lowest first.</param>
    /// <exception cref="ArgumentException">Fewer than two colours.</exception>
    public static Colormap FromColours(IReadOnlyList<Rgb> anchors, bool isDiverging = false)
    {
        if (anchors.Count < 2)
            throw new ArgumentException($"A colour map needs two colours or more; {anchors.Count} given.", nameof(anchors));
        OkLab[] stops = [.. anchors.Select(OkLab.From)];
        return new Colormap(string.Join(',', anchors), isDiverging, Blend(anchors.Count, (i, t) => t == 0 ? anchors[i] : stops[i].Towards(stops[i + 1], t).ToRgb()));
    }

    /// <summary>The colour at a share of the way from low to high.</summary>
    /// <param name="t">Cut to [0, 1]; 1 has the last colour. NaN is not allowed: a missing value has no colour.</param>
    public Rgb At(double t) => colours[IndexOf(t)];

    public Colormap Reversed()
    {
        string name = Name.EndsWith(ReversedSuffix, StringComparison.Ordinal) ? Name[..^ReversedSuffix.Length] : Name + ReversedSuffix;
        return new Colormap(name, IsDiverging, [.. colours.Reverse()]);
    }

    /// <summary>Without the low colours that a ground swallows: the rest of the table, stretched over the whole length.</summary>
    /// <param name="contrast">What the first colour kept has against the ground at least (WCAG 2.2); where none has it, the map stays whole.</param>
    public Colormap ClearOf(Rgb ground, double contrast)
    {
        int first = Array.FindIndex(colours, colour => LinearLight.Contrast(colour, ground) >= contrast);
        return first <= 0 ? this : new Colormap(Name, IsDiverging, [.. Enumerable.Range(0, Size).Select(i => colours[first + (i * (Size - 1 - first) / (Size - 1))])]);
    }

    public override string ToString() => Name;

    internal static int IndexOf(double t) => (int)Math.Clamp(Math.Floor(t * Size), 0, Size - 1);

    /// <summary>Fills a table from stops at equal distances; <paramref name="at"/> gets the stop below and the share of the way to the next.</summary>
    internal static Rgb[] Blend(int stops, Func<int, double, Rgb> at)
    {
        var table = new Rgb[Size];
        for (int i = 0; i < Size; i++)
        {
            double position = i * (stops - 1) / (double)(Size - 1);
            int below = Math.Min((int)position, stops - 1);
            table[i] = at(below, position - below);
        }
        return table;
    }
}
