namespace BenchWorker.Figures;

/// <summary>Pixels that point into a palette which grows as colours are asked for. Edges of text and lines mix in a few steps.</summary>
/// <remarks>
/// PROBLEM: the same digits stand on cells of many colours, and as palette entries handed out in order of need they would be different bytes on
/// each, of which compression can make nothing. SOLUTION: a ground that text stands on gets its entries in a row, from the bare ground over the
/// mixtures to the pure ink. A digit is then the same differences on every ground, and the PNG filters write differences.
/// </remarks>
internal sealed class PaletteInks : IInks<byte>
{
    private const int Room = 256;
    private const short Unknown = -1;

    /// <summary>No channel of a pixel on an edge moves by more than this of 255.</summary>
    private const int MostEdgeShift = 32;

    /// <summary>Edges that differ by no more are one where mixtures have no rows of their own.</summary>
    private const int SameEdgeShift = 8;

    private readonly int steps;
    private readonly IReadOnlyDictionary<Rgb, Rgb> stands;
    private readonly HashSet<Rgb> grounds;
    private readonly List<Rgb> palette = [];
    private readonly Dictionary<Rgb, byte> entries = [];
    private readonly short[] groundOf = new short[Room];
    private readonly short[] inkOf = new short[Room];
    private readonly short[]?[] mixtures = new short[Room][];
    private readonly byte[] stepOf;

    /// <param name="steps">Steps of coverage from nothing to all, both included; 2 to 256.</param>
    /// <param name="stands">Which colour stands for which; colours that are not there stand for themselves.</param>
    /// <param name="grounds">Colours, after standing in, that get all their mixtures with one ink in a row.</param>
    public PaletteInks(int steps, IReadOnlyDictionary<Rgb, Rgb> stands, HashSet<Rgb> grounds)
    {
        (this.steps, this.stands, this.grounds) = (steps, stands, grounds);
        stepOf = [.. Enumerable.Range(0, 256).Select(coverage => (byte)(((coverage * (steps - 1)) + 127) / 255))];
        Array.Fill(groundOf, Unknown);
        Array.Fill(inkOf, Unknown);
    }

    public IReadOnlyList<Rgb> Palette => palette;

    public bool Full { get; private set; }

    public byte Opaque(Rgb colour)
    {
        Rgb shown = stands.TryGetValue(colour, out Rgb other) ? other : colour;
        if (entries.TryGetValue(shown, out byte known))
            return known;
        byte ground = Add(shown);
        if (!grounds.Contains(shown) || palette.Count + steps - 1 > Room)
            return ground;
        groundOf[ground] = ground;
        for (int i = 1; i < steps; i++)
        {
            groundOf[palette.Count] = ground;
            palette.Add(shown); // Held free for the mixtures.
        }
        return ground;
    }

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
        int ground = groundOf[under];
        if (ground == Unknown || (inkOf[ground] != Unknown && inkOf[ground] != ink))
        {
            Rgb mixed = Mixed(palette[under], palette[ink], step);
            return entries.TryGetValue(mixed, out byte known) ? known : Edge(mixed);
        }
        inkOf[ground] = ink;
        int before = under - ground; // Where two letters touch, what the first left free is covered by the second.
        int covered = before + step - ((before * step) + ((steps - 1) / 2)) / (steps - 1);
        palette[ground + covered] = Mixed(palette[ground], palette[ink], covered);
        return (byte)(ground + covered);
    }

    private Rgb Mixed(Rgb ground, Rgb ink, int step)
    {
        byte Mix(byte below, byte above) => (byte)(((below * (steps - 1 - step)) + (above * step) + ((steps - 1) / 2)) / (steps - 1));
        return new Rgb(Mix(ground.R, ink.R), Mix(ground.G, ink.G), Mix(ground.B, ink.B));
    }

    /// <summary>An edge takes the entry nearest to its mixture where that is near enough, or the palette full.</summary>
    private byte Edge(Rgb mixed)
    {
        if (grounds.Count > 0 && palette.Count < Room)
            return Add(mixed);
        (int nearest, int least) = (0, int.MaxValue);
        for (int entry = 0; entry < palette.Count; entry++)
        {
            Rgb other = palette[entry];
            int shift = Math.Max(Math.Abs(other.R - mixed.R), Math.Max(Math.Abs(other.G - mixed.G), Math.Abs(other.B - mixed.B)));
            if (shift < least)
                (nearest, least) = (entry, shift);
        }
        if (least > SameEdgeShift && palette.Count < Room)
            return Add(mixed);
        Full |= least > MostEdgeShift;
        return (byte)nearest;
    }

    private byte Add(Rgb colour)
    {
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
