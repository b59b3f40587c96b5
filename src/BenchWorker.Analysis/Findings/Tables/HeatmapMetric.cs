namespace BenchWorker.Analysis;

/// <summary>What the numbers of a heatmap measure.</summary>
/// <param name="Name">As printed: "accuracy".</param>
/// <param name="Unit">As printed: "%"; null when there is none.</param>
public sealed record HeatmapMetric(string Name, string? Unit, Direction Direction)
{
    /// <summary>Lowest possible value; null when unknown. Statements about a floor need it.</summary>
    public double? Lower { get; init; }

    /// <summary>Highest possible value; null when unknown. Statements about a ceiling need it.</summary>
    public double? Upper { get; init; }

    /// <summary>What guessing scores; null when unknown. Statements about chance need it.</summary>
    public double? Chance { get; init; }
}
