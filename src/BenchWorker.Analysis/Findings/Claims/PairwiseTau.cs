using System.Numerics;

namespace BenchWorker.Analysis;

/// <summary>Kendall's tau-b by its definition: concordant less discordant pairs over the root of the pairs untied in each.</summary>
/// <param name="first">Tie keys, whole numbers; a row whose key is NaN takes no part.</param>
internal sealed class PairwiseTau(double[] first)
{
    /// <returns>NaN where one of the two is tied throughout.</returns>
    public double With(double[] second)
    {
        int[] both = [.. Enumerable.Range(0, first.Length).Where(row => !double.IsNaN(first[row] + second[row]))];
        double[] x = [.. both.Select(row => first[row])];
        double[] y = [.. both.Select(row => second[row])];
        Vector<double> agree = default, untiedX = default, untiedY = default;
        Tally rest = default;
        for (int i = 0; i < x.Length; i++)
        {
            (Vector<double> ownX, Vector<double> ownY) = (new(x[i]), new(y[i]));
            int j = 0;
            for (; j <= i - Vector<double>.Count; j += Vector<double>.Count)
            {
                Vector<double> a = Sign(ownX - new Vector<double>(x, j));
                Vector<double> b = Sign(ownY - new Vector<double>(y, j));
                (agree, untiedX, untiedY) = (agree + (a * b), untiedX + (a * a), untiedY + (b * b));
            }

            for (; j < i; j++)
                rest = rest.And(Math.Sign(x[i] - x[j]), Math.Sign(y[i] - y[j]));
        }

        return (Vector.Sum(agree) + rest.Agree) / Math.Sqrt((Vector.Sum(untiedX) + rest.UntiedX) * (Vector.Sum(untiedY) + rest.UntiedY));
    }

    /// <summary>Differences of whole numbers are whole: what is not zero is at least one.</summary>
    private static Vector<double> Sign(Vector<double> difference) => Vector.Max(Vector.Min(difference, Vector<double>.One), -Vector<double>.One);

    private readonly record struct Tally(long Agree, long UntiedX, long UntiedY)
    {
        public Tally And(int a, int b) => new(Agree + (a * b), UntiedX + (a * a), UntiedY + (b * b));
    }
}
