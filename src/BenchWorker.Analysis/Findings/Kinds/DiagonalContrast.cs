namespace BenchWorker.Analysis;

/// <summary>Mean of the diagonal of a square table against the mean of the rest, with a permutation test.</summary>
/// <remarks>Columns are permuted against rows: all orders up to seven of them, else <see cref="Draws"/> drawn with the table's seed.</remarks>
internal sealed record DiagonalContrast(int Facet, double Diagonal, double OffDiagonal, double P)
{
    public const int MinSize = 5;

    private const int MaxEnumerated = 7;

    public const int Draws = 9999;

    /// <returns>Null where the facet is smaller than 5 x 5 or has gaps: a permuted diagonal would change its size.</returns>
    public static DiagonalContrast? Of(FacetFacts facet) => Of(facet.Table, facet.Index);

    public static DiagonalContrast? Of(HeatmapTable table, int facet)
    {
        int size = table.Rows.Count;
        if (size < MinSize)
            return null;
        double[,] square = new double[size, size];
        double total = 0;
        for (int row = 0; row < size; row++)
        {
            for (int column = 0; column < size; column++)
            {
                square[row, column] = table[facet, row, table.DiagonalColumns[column]];
                total += square[row, column];
            }
        }

        if (double.IsNaN(total))
            return null;
        int[] order = [.. Enumerable.Range(0, size)];
        double observed = Trace(square, order);
        double expected = total / size;
        double extreme = Math.Abs(observed - expected) * (1 - 1e-12);
        double p = size <= MaxEnumerated ? Enumerate(square, expected, extreme) : Draw(square, expected, extreme, table.Seed);
        return new DiagonalContrast(facet, observed / size, (total - observed) / (size * (size - 1.0)), p);
    }

    private static double Trace(double[,] square, int[] order)
    {
        double sum = 0;
        for (int row = 0; row < order.Length; row++)
            sum += square[row, order[row]];
        return sum;
    }

    private static double Enumerate(double[,] square, double expected, double extreme)
    {
        int count = 0;
        int all = 0;
        Visit([.. Enumerable.Range(0, square.GetLength(0))], 0);
        return (double)count / all;

        void Visit(int[] order, int from)
        {
            if (from == order.Length)
            {
                all++;
                count += Math.Abs(Trace(square, order) - expected) >= extreme ? 1 : 0;
                return;
            }

            for (int i = from; i < order.Length; i++)
            {
                (order[from], order[i]) = (order[i], order[from]);
                Visit(order, from + 1);
                (order[from], order[i]) = (order[i], order[from]);
            }
        }
    }

    private static double Draw(double[,] square, double expected, double extreme, ulong seed)
    {
        int[] order = [.. Enumerable.Range(0, square.GetLength(0))];
        int count = 0;
        for (int draw = 0; draw < Draws; draw++)
        {
            for (int i = order.Length - 1; i > 0; i--)
            {
                int j = CounterRandom.Below(CounterRandom.Word(seed, (ulong)draw, (ulong)i), i + 1);
                (order[i], order[j]) = (order[j], order[i]);
            }

            count += Math.Abs(Trace(square, order) - expected) >= extreme ? 1 : 0;
        }

        return (1.0 + count) / (Draws + 1);
    }
}
