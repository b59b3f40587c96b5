namespace BenchWorker.Figures;

/// <summary>Pixels of 0x00RRGGBB.</summary>
internal sealed class DirectInks : IInks<uint>
{
    public bool Full => false;

    public uint Opaque(Rgb colour) => ((uint)colour.R << 16) | ((uint)colour.G << 8) | colour.B;

    public void Blend(Span<uint> under, ReadOnlySpan<byte> coverage, uint ink)
    {
        for (int i = 0; i < under.Length; i++)
        {
            if (coverage[i] != 0)
                under[i] = coverage[i] == 255 ? ink : Mix(under[i], ink, coverage[i]);
        }
    }

    /// <summary>Mixes two colours channel by channel in sRGB, rounded to nearest.</summary>
    public static uint Mix(uint under, uint ink, uint coverage)
    {
        uint rest = 255 - coverage;
        uint red = ((((under >> 16) & 255) * rest) + (((ink >> 16) & 255) * coverage) + 127) / 255;
        uint green = ((((under >> 8) & 255) * rest) + (((ink >> 8) & 255) * coverage) + 127) / 255;
        uint blue = (((under & 255) * rest) + ((ink & 255) * coverage) + 127) / 255;
        return (red << 16) | (green << 8) | blue;
    }
}
