namespace BenchWorker.Figures;

/// <summary>How rasterisers may choose colours.</summary>
public enum RasterColours
{
    /// <summary>Where a figure has more colours than a palette holds, near ones become one, by at most 12 of 255 a channel: a third of the bytes.</summary>
    Compact,

    /// <summary>Every fill has exactly its colour; a figure with more than 256 becomes a truecolour image.</summary>
    Exact,
}
