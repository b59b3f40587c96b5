namespace BenchWorker.Figures;

/// <summary>Where a colour bar has its numbers: both ends, and round values between them.</summary>
internal static class ScaleTicks
{
    private static readonly double[] RoundSteps = [1, 2, 2.5, 5, 10];

    /// <summary>Ascending values from the scale's low to its high; one where they are equal.</summary>
    /// <param name="most">Ticks there is room for, both ends included; 2 or more.</param>
    public static IReadOnlyList<double> Of(ColourScale scale, int most)
    {
        if (!(scale.Low < scale.High))
            return [scale.Low];
        if (scale.Bins is { } bins && bins < most)
            return [.. Enumerable.Range(0, bins + 1).Select(edge => EdgeOf(scale, edge / (double)bins))];
        IEnumerable<double> between = scale.IsLogarithmic ? Powers(scale) : Multiples(scale, Math.Min(most, 6));
        double clear = 0.6 / Math.Max(1, most - 1);
        var ticks = new List<double> { scale.Low };
        foreach (double tick in between)
        {
            double position = scale.Position(tick);
            if (position - scale.Position(ticks[^1]) >= clear && 1 - position >= clear)
                ticks.Add(tick);
        }
        ticks.Add(scale.High);
        return ticks;
    }

    /// <summary>Where one step of a binned scale ends and the next begins.</summary>
    private static double EdgeOf(ColourScale scale, double share) =>
        share is 0 ? scale.Low : share is 1 ? scale.High : (scale.Low * (1 - share)) + (scale.High * share);

    private static IEnumerable<double> Multiples(ColourScale scale, int most)
    {
        double span = scale.High - scale.Low;
        if (!double.IsFinite(span))
            return scale.Low < 0 && scale.High > 0 ? [0] : [];
        double step = RoundStep(span, most);
        double first = Math.Ceiling(scale.Low / step);
        // Where the step vanishes beside the values there is nothing round between them.
        if (!(first + 1 > first) || scale.Low + step == scale.Low)
            return [];
        return Enumerable.Range(0, most + 1).Select(i => (first + i) * step).Where(tick => tick > scale.Low && tick < scale.High);
    }

    private static double RoundStep(double span, int most)
    {
        double rough = span / Math.Max(1, most - 1);
        double power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        foreach (double round in RoundSteps)
        {
            if (round * power >= rough * 0.999)
                return round * power;
        }
        return 10 * power;
    }

    private static IEnumerable<double> Powers(ColourScale scale)
    {
        for (double power = Math.Pow(10, Math.Floor(Math.Log10(scale.Low))); power < scale.High; power *= 10)
        {
            if (power > scale.Low)
                yield return power;
            if (3 * power > scale.Low && 3 * power < scale.High)
                yield return 3 * power;
        }
    }
}
