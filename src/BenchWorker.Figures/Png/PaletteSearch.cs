namespace BenchWorker.Figures;

/// <summary>Finds the palette of a truecolour image that has at most 256 colours.</summary>
internal static class PaletteSearch
{
    private const int Room = 256;

    /// <returns>The same pixels with a palette, or the image itself where it has one already or too many colours.</returns>
    public static PixelImage Reduce(PixelImage image)
    {
        if (image.Palette is not null)
            return image;
        var entries = new Dictionary<int, byte>();
        List<Rgb> palette = [];
        byte[] samples = GC.AllocateUninitializedArray<byte>(image.Width * image.Height);
        int last = -1;
        byte entry = 0;
        for (int i = 0; i < samples.Length; i++)
        {
            ReadOnlySpan<byte> pixel = image.Samples.AsSpan(3 * i, 3);
            int colour = (pixel[0] << 16) | (pixel[1] << 8) | pixel[2];
            if (colour != last && !entries.TryGetValue(colour, out entry))
            {
                if (palette.Count == Room)
                    return image;
                entry = (byte)palette.Count;
                entries.Add(colour, entry);
                palette.Add(new Rgb(pixel[0], pixel[1], pixel[2]));
            }
            last = colour;
            samples[i] = entry;
        }
        return new PixelImage(image.Width, image.Height, samples, palette);
    }
}
