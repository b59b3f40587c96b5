namespace BenchWorker.Analysis;

/// <summary>The columns of a facet grouped by how alike they order the rows, with a permutation test of the grouping.</summary>
/// <param name="Group">For each column the lowest index in its group.</param>
/// <param name="P">1 where the silhouette is too low to be told, whatever chance would give.</param>
internal sealed record ColumnClustering(int Facet, int[] Group, double Silhouette, double P)
{
    public const int MinColumns = 6;

    /// <summary>More columns make groups that no sentence can name.</summary>
    public const int MaxColumns = 20;

    public const int MinRows = 8;

    /// <summary>Above these rows a tau of one half is never chance, and the test costs more than it tells.</summary>
    public const int MaxRows = 100;

    /// <summary>Of one minus tau-b.</summary>
    public const double Cut = 0.5;

    public const double MinSilhouette = 0.5;

    /// <summary>Tables of which each column was shuffled for itself, beside the one that is there.</summary>
    public const int Draws = 99;

    public static bool Applies(HeatmapTable table) => !table.Columns.Ordered
        && table.Columns.Count is >= MinColumns and <= MaxColumns && table.Rows.Count is >= MinRows and <= MaxRows;

    /// <summary>Silhouettes nearer than this are equal.</summary>
    public const double Noise = 1e-9;

    /// <returns>Null where two columns share too few rows, one is constant, or all fall into one group.</returns>
    public static ColumnClustering? Of(FacetFacts facet)
    {
        double[][] columns = [.. Enumerable.Range(0, facet.Table.Columns.Count).Select(column =>
            Enumerable.Range(0, facet.Table.Rows.Count).Select(row => facet.Table[facet.Index, row, column]).ToArray())];
        if (Distances(columns) is not { } distances)
            return null;
        int[] group = AverageLinkage.Cut(distances, Cut);
        double silhouette = Analysis.Silhouette.Mean(distances, group);
        return double.IsNaN(silhouette) ? null : new(facet.Index, group, silhouette, silhouette < MinSilhouette ? 1 : Permute(columns, silhouette, facet.Table.Seed));
    }

    /// <summary>Stops where five percent are out of reach: a p above that is never printed and changes no corrected one below.</summary>
    private static double Permute(double[][] columns, double silhouette, ulong seed)
    {
        int hits = 0;
        for (int draw = 0; draw < Draws && hits < TestResult.Alpha * (Draws + 1); draw++)
        {
            double[][] shuffled = [.. columns.Select((column, at) => Shuffle(column, seed, (ulong)((draw * MaxColumns) + at)))];
            hits += Distances(shuffled) is { } distances && Analysis.Silhouette.Mean(distances, AverageLinkage.Cut(distances, Cut)) >= silhouette - Noise ? 1 : 0;
        }

        return (1.0 + hits) / (Draws + 1);
    }

    /// <summary>Values change places among the rows that have one.</summary>
    private static double[] Shuffle(double[] column, ulong seed, ulong stream)
    {
        double[] shuffled = [.. column];
        int[] rows = [.. Enumerable.Range(0, column.Length).Where(row => !double.IsNaN(column[row]))];
        for (int i = rows.Length - 1; i > 0; i--)
        {
            int j = CounterRandom.Below(CounterRandom.Word(seed, stream, (ulong)i), i + 1);
            (shuffled[rows[i]], shuffled[rows[j]]) = (shuffled[rows[j]], shuffled[rows[i]]);
        }

        return shuffled;
    }

    /// <summary>One minus tau-b over the rows that both columns have; null where one cannot be told.</summary>
    private static double[,]? Distances(double[][] columns)
    {
        double[,] distances = new double[columns.Length, columns.Length];
        for (int a = 0; a < columns.Length; a++)
        {
            for (int b = a + 1; b < columns.Length; b++)
            {
                int[] both = [.. Enumerable.Range(0, columns[a].Length).Where(row => !double.IsNaN(columns[a][row] + columns[b][row]))];
                double tau = both.Length < MinRows ? double.NaN : KendallScore.Of([.. both.Select(row => columns[a][row])], [.. both.Select(row => columns[b][row])]).TauB;
                if (double.IsNaN(tau))
                    return null;
                distances[a, b] = distances[b, a] = 1 - tau;
            }
        }

        return distances;
    }
}
