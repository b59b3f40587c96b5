using System.Collections.Frozen;
using BenchWorker.Figures;

namespace BenchWorker.Site;

/// <summary>How a figure's numbers become colours, as declared.</summary>
public sealed record ColourDeclaration
{
    /// <summary>A published map's name, with <c>-reversed</c> turned round, or a list of colours; null takes the kind's default.</summary>
    public string? Map { get; init; }

    /// <summary>Ends of the scale; null takes the metric's declared range, else the data's.</summary>
    public double? Min { get; init; }

    public double? Max { get; init; }

    /// <summary>Percentiles at which the scale ends, so that a few extremes do not take all the colours; null for none.</summary>
    public RobustRange? Robust { get; init; }

    /// <summary>A value that means something stands in the middle; null for none.</summary>
    public double? Center { get; init; }

    /// <summary>From the centre to each end; null takes the farthest value's distance.</summary>
    public double? Reach { get; init; }

    /// <summary>Number of equal steps; null for a continuous scale.</summary>
    public int? Steps { get; init; }

    /// <summary>Which values are compared with each other; null colours the values themselves.</summary>
    public Across? Standardize { get; init; }

    public StandardizedBy By { get; init; }

    /// <summary>The scale of z-scores reaches this far to both sides; null takes 3, or what so few values can reach.</summary>
    public double? Limit { get; init; }

    /// <summary>Mean and deviation by label, where the values shown are not the population; empty computes both from them.</summary>
    public IReadOnlyDictionary<string, Moments> Reference { get; init; } = FrozenDictionary<string, Moments>.Empty;
}

/// <param name="Low">In per cent, 0 or more.</param>
/// <param name="High">In per cent, above Low, at most 100.</param>
public sealed record RobustRange(double Low = 2, double High = 98);

/// <summary>What a standardised colour stands for.</summary>
public enum StandardizedBy
{
    /// <summary>Distance from the mean in standard deviations.</summary>
    ZScore,

    /// <summary>From the lowest to the highest value.</summary>
    MinMax,

    Rank,
}
