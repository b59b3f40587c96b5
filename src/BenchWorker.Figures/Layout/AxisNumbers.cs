namespace BenchWorker.Figures;

/// <summary>Round positions along an axis whose names do not fit.</summary>
internal static class AxisNumbers
{
    private static readonly int[] RoundSteps = [1, 2, 5];

    /// <summary>Bands and the numbers, from 1, of the labels that stand there.</summary>
    /// <param name="block">Labels that share one band.</param>
    /// <param name="apartPx">Least distance of neighbouring numbers.</param>
    public static IEnumerable<(int Band, int Number)> Of(BandAxis axis, int block, double apartPx)
    {
        int step = Step(apartPx / axis.PitchPx * block);
        for (int number = 1; (number - 1) / block < axis.Count; number = number == 1 ? Math.Max(step, 2) : number + step)
        {
            // The first round number stands clear of the 1.
            if (number == 1 || number - 1 >= 0.75 * step)
                yield return ((number - 1) / block, number);
        }
    }

    private static int Step(double atLeast)
    {
        for (int power = 1; power < 1_000_000_000; power *= 10)
        {
            foreach (int round in RoundSteps)
            {
                if (round * power >= atLeast)
                    return round * power;
            }
        }
        return 1_000_000_000;
    }
}
