namespace BenchWorker.Figures;

/// <summary>Euclidean distances between vectors with gaps: the mean square over the places both hold, scaled to the full length.</summary>
internal sealed class PairDistances
{
    private readonly double[] packed;

    private PairDistances(int count, double[] packed) => (Count, this.packed) = (count, packed);

    public int Count { get; }

    public double this[int i, int j] => i == j ? 0 : packed[Index(Math.Min(i, j), Math.Max(i, j))];

    /// <remarks>Two vectors without a common place get the largest distance that occurs.</remarks>
    public static PairDistances Of(IReadOnlyList<double[]> vectors)
    {
        int n = vectors.Count;
        double[][] scaled = Scaled(vectors);
        var distances = new PairDistances(n, new double[n * (n - 1) / 2]);
        double largest = 0;
        for (int i = 0; i < n; i++)
        {
            for (int j = i + 1; j < n; j++)
            {
                double distance = Between(scaled[i], scaled[j]);
                distances.packed[distances.Index(i, j)] = distance;
                if (distance > largest)
                    largest = distance;
            }
        }
        for (int k = 0; k < distances.packed.Length; k++)
        {
            if (double.IsNaN(distances.packed[k]))
                distances.packed[k] = largest;
        }
        return distances;
    }

    /// <summary>Divided by the largest size, so that squares of huge values stay finite.</summary>
    private static double[][] Scaled(IReadOnlyList<double[]> vectors)
    {
        double size = vectors.SelectMany(static vector => vector).Where(double.IsFinite).Select(Math.Abs).DefaultIfEmpty(1).Max();
        double unit = size > 0 ? size : 1;
        return [.. vectors.Select(vector => vector.Select(value => double.IsFinite(value) ? value / unit : double.NaN).ToArray())];
    }

    private static double Between(double[] one, double[] other)
    {
        (double sum, int common) = (0, 0);
        for (int k = 0; k < one.Length; k++)
        {
            double difference = one[k] - other[k];
            if (double.IsNaN(difference))
                continue;
            sum += difference * difference;
            common++;
        }
        return common == 0 ? double.NaN : Math.Sqrt(sum * one.Length / common);
    }

    private int Index(int i, int j) => (i * (2 * Count - i - 1) / 2) + (j - i - 1);
}
