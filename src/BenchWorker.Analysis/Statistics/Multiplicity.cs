namespace BenchWorker.Analysis;

/// <summary>Corrections of p-values for many tests. NaN means "no test", stays NaN and is not counted among the tests.</summary>
public static class Multiplicity
{
    /// <summary>Holm (1979): controls the chance of any false claim. Used for claims about ranks.</summary>
    public static double[] Holm(ReadOnlySpan<double> p)
    {
        int[] order = Ascending(p);
        double[] adjusted = Untested(p.Length);
        double running = 0;
        for (int i = 0; i < order.Length; i++)
        {
            running = Math.Max(running, Math.Min(1, (order.Length - i) * p[order[i]]));
            adjusted[order[i]] = running;
        }

        return adjusted;
    }

    /// <summary>Benjamini and Hochberg (1995): controls the share of false claims. Used for observations.</summary>
    public static double[] BenjaminiHochberg(ReadOnlySpan<double> p) => StepUp(p, static _ => 1);

    /// <summary>Benjamini and Yekutieli (2001): the same under any dependence.</summary>
    public static double[] BenjaminiYekutieli(ReadOnlySpan<double> p) =>
        StepUp(p, static tests => Enumerable.Range(1, tests).Sum(static i => 1.0 / i));

    private static double[] StepUp(ReadOnlySpan<double> p, Func<int, double> penalty)
    {
        int[] order = Ascending(p);
        double[] adjusted = Untested(p.Length);
        double factor = penalty(order.Length);
        double running = 1;
        for (int i = order.Length - 1; i >= 0; i--)
        {
            running = Math.Min(running, factor * order.Length / (i + 1) * p[order[i]]);
            adjusted[order[i]] = running;
        }

        return adjusted;
    }

    private static int[] Ascending(ReadOnlySpan<double> p)
    {
        double[] keys = p.ToArray();
        return Enumerable.Range(0, keys.Length).Where(i => !double.IsNaN(keys[i])).OrderBy(i => keys[i]).ToArray();
    }

    private static double[] Untested(int length)
    {
        double[] none = new double[length];
        Array.Fill(none, double.NaN);
        return none;
    }
}
