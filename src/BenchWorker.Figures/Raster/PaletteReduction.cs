using System.Runtime.InteropServices;

namespace BenchWorker.Figures;

/// <summary>Gives a painted scene a palette, as the built-in rasteriser does while it paints: near fills become one, smoothed edges mix in few steps.</summary>
internal static class PaletteReduction
{
    private const int Room = 256;

    /// <summary>A colour this near to an entry of the palette, in each channel, needs none of its own.</summary>
    private const int Near = 12;

    /// <summary>An edge farther than this from all mixtures of its ground is an edge of something else.</summary>
    private const int NearOnGround = 40;

    /// <param name="painted">Truecolour pixels of the scene.</param>
    /// <returns>The pixels with a palette, or as they are where the scene's fills cannot be made to fit in one.</returns>
    public static PixelImage Reduce(PixelImage painted, Scene scene)
    {
        int[] ids = GC.AllocateUninitializedArray<int>(painted.Width * painted.Height);
        List<(int Colour, int Count)> colours = Distinct(painted.Samples, ids);
        var needed = SceneColours.Of(scene);
        Rgb[] inks = [.. scene.Operations.OfType<DrawingOperation.TextRun>().Select(static run => run.Ink).Distinct()];
        foreach (PaletteBudget budget in PaletteBudget.All)
        {
            var rows = new Dictionary<int, int>();
            if (budget.Stands(needed) is { } stands && Entries(budget, stands, needed, inks, scene.Background, rows) is { } palette)
                return Mapped(painted, ids, colours, palette, stands, rows);
        }

        return painted;
    }

    /// <summary>Numbers the colours in order of appearance and writes each pixel's number.</summary>
    private static List<(int Colour, int Count)> Distinct(byte[] rgb, int[] ids)
    {
        var known = new Dictionary<int, int>();
        List<(int Colour, int Count)> colours = [];
        (int last, int id) = (-1, 0);
        for (int i = 0, run = 0; i < ids.Length; i++)
        {
            int colour = (rgb[3 * i] << 16) | (rgb[(3 * i) + 1] << 8) | rgb[(3 * i) + 2];
            run++;
            if (colour != last)
            {
                if (!known.TryGetValue(colour, out id))
                {
                    id = colours.Count;
                    known.Add(colour, id);
                    colours.Add((colour, 0));
                }

                CollectionsMarshal.AsSpan(colours)[id].Count += run;
                (last, run) = (colour, 0);
            }

            ids[i] = id;
        }

        return colours;
    }

    /// <summary>Fills, background and inks, and in a row behind each ground its mixtures with the inks that stand on it.</summary>
    /// <param name="rows">Gets how many entries the row of each ground has.</param>
    /// <returns>Null where these are too many already.</returns>
    private static List<int>? Entries(PaletteBudget budget, IReadOnlyDictionary<Rgb, Rgb> stands, SceneColours needed, Rgb[] inks, Rgb background, Dictionary<int, int> rows)
    {
        Rgb Shown(Rgb colour) => stands.TryGetValue(colour, out Rgb other) ? other : colour;
        List<int> entries = [];
        // The ink was chosen for the colour as it was before another came to stand for it.
        foreach (IGrouping<Rgb, Rgb> ground in needed.Grounds.GroupBy(Shown))
        {
            int first = entries.Count;
            entries.Add(Packed(ground.Key));
            foreach (Rgb ink in ground.Contains(background) ? inks : [.. inks.Where(ink => ground.Any(colour => Ink.On(colour) == ink))])
                entries.AddRange(Enumerable.Range(1, budget.Steps - 1).Select(step => (int)DirectInks.Mix((uint)Packed(ground.Key), (uint)Packed(ink), (uint)(255 * step / (budget.Steps - 1)))));
            rows[first] = entries.Count - first;
        }

        entries.AddRange(needed.Fills.Select(Shown).Concat(inks).Select(Packed).Distinct().Except(entries).ToArray());
        return entries.Count <= Room ? entries : null;
    }

    private static PixelImage Mapped(
        PixelImage painted, int[] ids, List<(int Colour, int Count)> colours, List<int> palette, IReadOnlyDictionary<Rgb, Rgb> stands, Dictionary<int, int> rows)
    {
        byte[] entryOf = new byte[colours.Count];
        bool[] exact = new bool[colours.Count];
        // White ink on a dark cell ends that cell's row in white; a white ground is its own all the same.
        Dictionary<int, int> grounds = rows.Keys.ToDictionary(first => palette[first]);
        // The most frequent of what is left get the entries to spare: hatching, frames, dashes.
        foreach (int id in Enumerable.Range(0, colours.Count).OrderByDescending(id => colours[id].Count).ThenBy(static id => id))
        {
            int wanted = stands.TryGetValue(Unpacked(colours[id].Colour), out Rgb other) ? Packed(other) : colours[id].Colour;
            (int entry, int distance) = grounds.TryGetValue(wanted, out int ground) ? (ground, 0) : Nearest(palette, 0, palette.Count, wanted);
            if (distance > Near && palette.Count < Room)
            {
                (entry, distance) = (palette.Count, 0);
                palette.Add(wanted);
            }

            (entryOf[id], exact[id]) = ((byte)entry, distance == 0);
        }

        return new PixelImage(painted.Width, painted.Height, Samples(painted.Width, ids, colours, palette, rows, entryOf, exact), [.. palette.Select(Unpacked)]);
    }

    /// <summary>An edge mixes with the ground on its left, so that a digit is the same differences on every ground, of which compression makes the most.</summary>
    private static byte[] Samples(
        int width, int[] ids, List<(int Colour, int Count)> colours, List<int> palette, Dictionary<int, int> rows, byte[] entryOf, bool[] exact)
    {
        byte[] samples = GC.AllocateUninitializedArray<byte>(ids.Length);
        bool[] isGround = [.. Enumerable.Range(0, Room).Select(rows.ContainsKey)];
        var edges = new Dictionary<(int Ground, int Id), byte>();
        (int ground, int last) = (0, -1);
        for (int i = 0; i < samples.Length; i++)
        {
            int id = ids[i];
            if (id == last && i % width > 0)
            {
                samples[i] = samples[i - 1];
                continue;
            }

            byte entry = entryOf[id];
            if (exact[id])
                ground = isGround[entry] ? entry : ground;
            else if (!edges.TryGetValue((ground, id), out entry))
                edges[(ground, id)] = entry = OnGround(palette, rows, ground, colours[id].Colour) ?? entryOf[id];
            samples[i] = entry;
            last = id;
        }

        return samples;
    }

    private static byte? OnGround(List<int> palette, Dictionary<int, int> rows, int ground, int colour) =>
        rows.TryGetValue(ground, out int count) && Nearest(palette, ground, count, colour) is { Distance: <= NearOnGround, Entry: var entry } ? (byte)entry : null;

    /// <summary>By the largest difference of a channel; the first of equally near ones.</summary>
    private static (int Entry, int Distance) Nearest(List<int> palette, int from, int count, int colour)
    {
        (int nearest, int least) = (from, int.MaxValue);
        (int red, int green, int blue) = (colour >> 16, (colour >> 8) & 255, colour & 255);
        ReadOnlySpan<int> entries = CollectionsMarshal.AsSpan(palette).Slice(from, count);
        for (int i = 0; i < entries.Length; i++)
        {
            int distance = Math.Abs((entries[i] >> 16) - red);
            if (distance >= least)
                continue;
            distance = Math.Max(distance, Math.Max(Math.Abs(((entries[i] >> 8) & 255) - green), Math.Abs((entries[i] & 255) - blue)));
            if (distance < least)
                (nearest, least) = (from + i, distance);
        }

        return (nearest, least);
    }

    private static int Packed(Rgb colour) => (colour.R << 16) | (colour.G << 8) | colour.B;

    private static Rgb Unpacked(int colour) => new((byte)(colour >> 16), (byte)(colour >> 8), (byte)colour);
}
