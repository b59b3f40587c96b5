namespace BenchWorker.Analysis;

/// <summary>The slow, certain way to a root of an increasing function: halve the interval until it no longer splits.</summary>
internal static class Bisection
{
    /// <param name="f">Not above zero at <paramref name="low"/>, not below at <paramref name="high"/>.</param>
    public static double Root(Func<double, double> f, double low, double high)
    {
        while (true)
        {
            double middle = low + ((high - low) / 2);
            if (middle <= low || middle >= high)
                return middle;
            if (f(middle) < 0)
                low = middle;
            else
                high = middle;
        }
    }
}
