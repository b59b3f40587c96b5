namespace BenchWorker.Analysis;

/// <summary>How many standard errors a 95 % interval of a mean reaches to each side.</summary>
public static class IntervalWidth
{
    /// <summary>Samples from which the normal distribution serves.</summary>
    public const int EnoughSamples = 30;

    /// <param name="degreesOfFreedom">Of the standard error; null for one that is known well.</param>
    /// <returns>Student's t, or the normal quantile; NaN below one degree of freedom, where there is no interval.</returns>
    public static double Of(long? degreesOfFreedom) => degreesOfFreedom switch
    {
        null => Normal.Z95,
        < 1 => double.NaN,
        { } df => Distributions.StudentQuantile(0.975, df),
    };

    /// <summary>Clusters less one where samples are clustered, samples less one where they are few.</summary>
    public static long? DegreesOfFreedom(long? samples, long? clusters) => clusters - 1 ?? (samples < EnoughSamples ? samples - 1 : null);
}
