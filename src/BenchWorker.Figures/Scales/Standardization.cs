namespace BenchWorker.Figures;

/// <summary>What colours stand for when not for the values themselves. Cells keep showing their raw values.</summary>
public abstract record Standardization
{
    private Standardization()
    {
    }

    /// <summary>Colours stand for the values.</summary>
    public static Standardization Off { get; } = new None();

    public sealed record None : Standardization;

    /// <summary>Distance from the mean in standard deviations (n - 1). A group without spread gets 0 throughout.</summary>
    /// <param name="Limit">The colour scale reaches this far to both sides, above 0; null takes 3, or what so few values can reach.</param>
    /// <param name="Population">Mean and deviation by label, where the values shown are not the population; null computes both from them.</param>
    public sealed record ZScore(Across Within, double? Limit = null, IReadOnlyDictionary<string, Moments>? Population = null) : Standardization;

    /// <summary>0 for the smallest of a group, 1 for its largest; 0.5 throughout where they are equal.</summary>
    public sealed record MinMax(Across Within) : Standardization;

    /// <summary>0 for the lowest rank of a group, 1 for the highest; equal values share the mean of their ranks.</summary>
    public sealed record Rank(Across Within) : Standardization;
}

/// <summary>Which values are compared with each other.</summary>
public enum Across
{
    /// <summary>The values of one column.</summary>
    Column,

    /// <summary>The values of one row.</summary>
    Row,

    /// <summary>The values that stand in the same place, or under the same code, in every panel.</summary>
    Cell,
}

/// <summary>Mean and standard deviation (n - 1) of a population.</summary>
/// <param name="Sd">Not negative.</param>
public readonly record struct Moments(double Mean, double Sd);
