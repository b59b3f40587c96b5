namespace BenchWorker.Figures;

/// <summary>
/// Pixels that point into a palette which grows as colours are asked for. Edges of text and lines mix in a few steps, so that the palette holds the
/// mixtures of every ink with every ground.
/// </summary>
/// <param name="steps">Steps of coverage from nothing to all, both included; 2 to 256.</param>
/// <param name="stands">Which colour stands for which; colours that are not there stand for themselves.</param>
internal sealed class PaletteInks(int steps, IReadOnlyDictionary<Rgb, Rgb> stands) : IInks<byte>
{
    private const int Room = 256;
    private const short Unknown = -1;

    private readonly List<Rgb> palette = [];
    private readonly Dictionary<Rgb, byte> entries = [];
    private readonly short[]?[] mixtures = new short[Room][];
    private readonly byte[] stepOf = [.. Enumerable.Range(0, 256).Select(coverage => (byte)(((coverage * (steps - 1)) + 127) / 255))];

    public IReadOnlyList<Rgb> Palette => palette;

    public bool Full { get; private set; }

    public byte Opaque(Rgb colour) => Entry(stands.TryGetValue(colour, out Rgb other) ? other : colour);

    public void Blend(Span<byte> under, ReadOnlySpan<byte> coverage, byte ink)
    {
        short[] mixed = mixtures[ink] ??= NoMixtures();
        for (int i = 0; i < under.Length; i++)
        {
            int step = stepOf[coverage[i]];
            if (step == 0)
                continue;
            int key = (step * Room) + under[i];
            if (mixed[key] == Unknown)
                mixed[key] = Mixture(under[i], ink, step);
            under[i] = (byte)mixed[key];
        }
    }

    private short[] NoMixtures()
    {
        short[] none = new short[Room * steps];
        Array.Fill(none, Unknown);
        return none;
    }

    private byte Mixture(byte under, byte ink, int step)
    {
        Rgb ground = palette[under], top = palette[ink];
        byte Mix(byte below, byte above) => (byte)(((below * (steps - 1 - step)) + (above * step) + ((steps - 1) / 2)) / (steps - 1));
        return Entry(new Rgb(Mix(ground.R, top.R), Mix(ground.G, top.G), Mix(ground.B, top.B)));
    }

    private byte Entry(Rgb colour)
    {
        if (entries.TryGetValue(colour, out byte known))
            return known;
        if (palette.Count == Room)
        {
            Full = true;
            return 0;
        }
        byte entry = (byte)palette.Count;
        palette.Add(colour);
        entries.Add(colour, entry);
        return entry;
    }
}
