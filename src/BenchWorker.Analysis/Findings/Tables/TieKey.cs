namespace BenchWorker.Analysis;

/// <summary>Equality of computed numbers that does not depend on the order of summation, and is transitive.</summary>
/// <param name="Grain">Values nearer than this to the same multiple of it are equal.</param>
internal readonly record struct TieKey(double Grain)
{
    private const double RelativeGrain = 1e-12;

    /// <summary>Grain for a table whose largest absolute value is given.</summary>
    public static TieKey For(double largest) =>
        new(largest > 0 && double.IsFinite(largest) ? RelativeGrain * PowersOfTen.Of(PowersOfTen.Ceiling(largest)) : RelativeGrain);

    public double Of(double value) => Math.Round(value / Grain);

    public int Compare(double first, double second) => Of(first).CompareTo(Of(second));

    public bool Holds(double first, Comparison comparison, double second) =>
        !double.IsNaN(first) && !double.IsNaN(second) && Fits(Compare(first, second), comparison);

    /// <summary>Whether two numbers that compare so, negative where the first is less, stand in the relation.</summary>
    public static bool Fits(int order, Comparison comparison) => comparison switch
    {
        Comparison.Equal => order == 0,
        Comparison.NotEqual => order != 0,
        Comparison.Less => order < 0,
        Comparison.AtMost => order <= 0,
        Comparison.Greater => order > 0,
        _ => order >= 0,
    };
}
