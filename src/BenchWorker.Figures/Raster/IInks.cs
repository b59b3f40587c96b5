namespace BenchWorker.Figures;

/// <summary>What a pixel is made of: an entry of a palette, or a colour.</summary>
internal interface IInks<TPixel>
    where TPixel : unmanaged
{
    /// <summary>True once a colour was asked for that has no room; what is painted after that is worthless.</summary>
    bool Full { get; }

    TPixel Opaque(Rgb colour);

    /// <summary>Paints an ink over a row of pixels, each by its coverage, 0 to 255.</summary>
    void Blend(Span<TPixel> under, ReadOnlySpan<byte> coverage, TPixel ink);
}
