namespace BenchWorker.Analysis;

/// <summary>Groups columns again with every mean distance taken from the members, and shuffles them again.</summary>
internal sealed class ClusterReader(HeatmapTable table)
{
    private readonly Dictionary<int, (List<List<int>> Groups, double Silhouette)?> known = [];

    public int Groups(int facet) => Read(facet)?.Groups.Count ?? 0;

    public double Silhouette(int facet) => Read(facet)?.Silhouette ?? double.NaN;

    public bool Together(int facet, int first, int second) => Read(facet)?.Groups.Exists(group => group.Contains(first) && group.Contains(second)) == true;

    public IEnumerable<(int Facet, int First, int Second, double P)> Tests()
    {
        if (!ColumnClustering.Applies(table))
            yield break;
        for (int facet = 0; facet < table.Facets.Count; facet++)
            if (!double.IsNaN(Silhouette(facet)))
                yield return (facet, 0, 0, Silhouette(facet) < ColumnClustering.MinSilhouette ? 1 : P(facet));
    }

    private (List<List<int>> Groups, double Silhouette)? Read(int facet)
    {
        if (!known.TryGetValue(facet, out (List<List<int>>, double)? read))
            known[facet] = read = Cluster([.. Enumerable.Range(0, table.Columns.Count).Select(column => Column(facet, column))]);
        return read;
    }

    /// <summary>Row and value of the cells that have one.</summary>
    private List<(int Row, double Value)> Column(int facet, int column) =>
        [.. Enumerable.Range(0, table.Rows.Count).Select(row => (row, table[facet, row, column])).Where(static cell => !double.IsNaN(cell.Item2))];

    private double P(int facet)
    {
        int reached = 0;
        for (int draw = 0; draw < ColumnClustering.Draws; draw++)
        {
            List<(int Row, double Value)>[] shuffled = [.. Enumerable.Range(0, table.Columns.Count).Select(column => Shuffled(facet, column, draw))];
            reached += Cluster(shuffled)?.Silhouette >= Silhouette(facet) - ColumnClustering.Noise ? 1 : 0;
        }

        return (1.0 + reached) / (ColumnClustering.Draws + 1);
    }

    private List<(int Row, double Value)> Shuffled(int facet, int column, int draw)
    {
        List<(int Row, double Value)> cells = Column(facet, column);
        double[] values = [.. cells.Select(static cell => cell.Value)];
        ulong stream = (ulong)((draw * ColumnClustering.MaxColumns) + column);
        for (int i = values.Length - 1; i > 0; i--)
        {
            int j = CounterRandom.Below(CounterRandom.Word(table.Seed, stream, (ulong)i), i + 1);
            (values[i], values[j]) = (values[j], values[i]);
        }

        return [.. cells.Select((cell, i) => (cell.Row, values[i]))];
    }

    private static (List<List<int>> Groups, double Silhouette)? Cluster(List<(int Row, double Value)>[] columns)
    {
        double[,] distance = new double[columns.Length, columns.Length];
        for (int a = 0; a < columns.Length; a++)
            for (int b = 0; b < columns.Length; b++)
                distance[a, b] = a == b ? 0 : b < a ? distance[b, a] : Distance(columns[a], columns[b]);
        if (distance.Cast<double>().Any(double.IsNaN))
            return null;
        List<List<int>> groups = [.. Enumerable.Range(0, columns.Length).Select(static column => new List<int> { column })];
        while (Nearest(groups, distance) is { } pair)
        {
            pair.A.AddRange(pair.B);
            groups.Remove(pair.B);
        }

        return groups.Count < 2 ? null : (groups, columns.Select((_, column) => Width(column, groups, distance)).Average());
    }

    private static double Distance(List<(int Row, double Value)> first, List<(int Row, double Value)> second)
    {
        var both = first.Join(second, static cell => cell.Row, static cell => cell.Row, static (x, y) => (x.Value, y.Value)).ToArray();
        return both.Length < ColumnClustering.MinRows ? double.NaN : 1 - KendallScore.Of([.. both.Select(static pair => pair.Item1)], [.. both.Select(static pair => pair.Item2)]).TauB;
    }

    private static (List<int> A, List<int> B)? Nearest(List<List<int>> groups, double[,] distance)
    {
        (List<int> A, List<int> B)? nearest = null;
        double least = ColumnClustering.Cut;
        foreach ((int i, int j) in from i in Enumerable.Range(0, groups.Count) from j in Enumerable.Range(i + 1, groups.Count - i - 1) select (i, j))
        {
            double mean = Math.Round(Mean(groups[i], groups[j], distance), AverageLinkage.TieDecimals);
            if (mean < least || (mean == least && nearest is null))
                (nearest, least) = ((groups[i], groups[j]), mean);
        }

        return nearest;
    }

    private static double Mean(List<int> first, List<int> second, double[,] distance) => first.Average(a => second.Average(b => distance[a, b]));

    private static double Width(int column, List<List<int>> groups, double[,] distance)
    {
        List<int> own = groups.First(group => group.Contains(column));
        if (own.Count == 1)
            return 0;
        double inside = own.Where(other => other != column).Average(other => distance[column, other]);
        double outside = groups.Where(group => group != own).Min(group => group.Average(other => distance[column, other]));
        return Math.Max(inside, outside) == 0 ? 0 : (outside - inside) / Math.Max(inside, outside);
    }
}
