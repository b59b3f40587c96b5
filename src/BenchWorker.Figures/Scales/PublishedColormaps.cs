using System.Collections.Frozen;

namespace BenchWorker.Figures;

/// <summary>The maps in colormaps.txt; NOTICE.md names their sources and licences.</summary>
internal static class PublishedColormaps
{
    private static readonly Colormap[] All = Read();

    private static readonly FrozenDictionary<string, Colormap> ByName = All.ToFrozenDictionary(static map => map.Name, StringComparer.OrdinalIgnoreCase);

    public static IReadOnlyList<string> Names { get; } = [.. All.Select(static map => map.Name)];

    public static Colormap? Find(string name) => ByName.GetValueOrDefault(name);

    private static Colormap[] Read()
    {
        using Stream stream = typeof(PublishedColormaps).Assembly.GetManifestResourceStream("colormaps.txt")
            ?? throw new InvalidOperationException("The program is incomplete: its colour tables are not in it.");
        using var reader = new StreamReader(stream);
        var maps = new List<Colormap>();
        while (reader.ReadLine() is { } line)
        {
            string[] parts = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            Rgb[] colours = parts[2] is "table"
                ? [.. parts[3].Chunk(6).Select(static hex => Rgb.Parse(new string(hex)))]
                : BetweenAnchors([.. parts.Skip(3).Select(Rgb.Parse)]);
            maps.Add(new Colormap(parts[0], parts[1] is "diverging", colours));
        }
        return [.. maps];
    }

    /// <summary>Linear in sRGB, as the published maps are.</summary>
    private static Rgb[] BetweenAnchors(Rgb[] anchors) => Colormap.Blend(anchors.Length, (i, t) =>
    {
        Rgb low = anchors[i], high = anchors[Math.Min(i + 1, anchors.Length - 1)];
        return new Rgb(Mix(low.R, high.R, t), Mix(low.G, high.G, t), Mix(low.B, high.B, t));
    });

    private static byte Mix(byte low, byte high, double t) => (byte)Math.Round(low + (t * (high - low)), MidpointRounding.AwayFromZero);
}
