using static System.FormattableString;

namespace BenchWorker.Figures;

/// <summary>Which values get the first and the last colour.</summary>
public abstract record ScaleLimits
{
    private ScaleLimits()
    {
    }

    /// <summary>The smallest and the largest value shown.</summary>
    public static ScaleLimits FromData { get; } = new Data();

    public sealed record Data : ScaleLimits;

    /// <summary>Ends as declared; null takes the data's. Values outside get the end colours, and the bar shows an arrow.</summary>
    public sealed record Declared : ScaleLimits
    {
        /// <exception cref="ArgumentException">Min is above Max, or an end is not finite.</exception>
        public Declared(double? min, double? max)
        {
            if (min is { } low && !double.IsFinite(low) || max is { } high && !double.IsFinite(high))
                throw new ArgumentException(Invariant($"The limits of a colour scale are finite numbers; {min} to {max} are not."), nameof(min));
            if (min > max)
                throw new ArgumentException(Invariant($"The colour scale's min ({min}) is above its max ({max}); exchange them, and reverse the colour map if high is bad."), nameof(min));
            (Min, Max) = (min, max);
        }

        public double? Min { get; }

        public double? Max { get; }
    }

    /// <summary>Percentiles of the values, so that a few extremes do not take all the colours; arrows show that some lie outside.</summary>
    public sealed record Robust : ScaleLimits
    {
        /// <exception cref="ArgumentException">Not 0 &lt;= low &lt; high &lt;= 100.</exception>
        public Robust(double lowPercent = 2, double highPercent = 98)
        {
            if (!(lowPercent >= 0 && lowPercent < highPercent && highPercent <= 100))
                throw new ArgumentException(Invariant($"Percentiles {lowPercent} to {highPercent} do not rise within 0 to 100."), nameof(lowPercent));
            (LowPercent, HighPercent) = (lowPercent, highPercent);
        }

        public double LowPercent { get; }

        public double HighPercent { get; }
    }

    /// <summary>Equally far to both sides of a value that means something: no change, an even chance.</summary>
    /// <param name="Reach">Distance from the centre to each end, above 0; null takes the farthest value's.</param>
    public sealed record Centred(double Centre, double? Reach = null) : ScaleLimits;
}
