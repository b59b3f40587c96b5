namespace BenchWorker.Figures;

/// <summary>In which order the labels of one axis are drawn.</summary>
/// <param name="Order">For each place the index in the source.</param>
/// <param name="Tree">Over the places; null unless clustered.</param>
internal sealed record AxisOrdering(int[] Order, Dendrogram? Tree = null)
{
    /// <summary>Panels with the same rows are put in one order, by the columns of all of them.</summary>
    public static AxisOrdering[] OfRows(MatrixFigure figure) => Of(figure, figure.RowOrder, static panel => Axis.Rows(panel));

    public static AxisOrdering[] OfColumns(MatrixFigure figure) => Of(figure, figure.ColumnOrder, static panel => Axis.Columns(panel));

    private static AxisOrdering[] Of(MatrixFigure figure, MatrixOrder order, Func<MatrixPanel, Axis> axisOf)
    {
        Axis[] axes = [.. figure.Panels.Select(axisOf)];
        if (order is MatrixOrder.Given)
            return [.. axes.Select(static axis => new AxisOrdering([.. Enumerable.Range(0, axis.Count)]))];
        if (axes.All(axis => axis.Labels.SequenceEqual(axes[0].Labels, StringComparer.Ordinal)))
        {
            AxisOrdering shared = Of(axes, order);
            return [.. axes.Select(_ => shared)];
        }
        return [.. axes.Select(axis => Of([axis], order))];
    }

    /// <summary>Orders one axis that several panels share; groups keep their places and are ordered inside.</summary>
    private static AxisOrdering Of(IReadOnlyList<Axis> axes, MatrixOrder order)
    {
        Axis first = axes[0];
        double[][] vectors = [.. Enumerable.Range(0, first.Count).Select(i => axes.SelectMany(axis => axis.Vector(i)).ToArray())];
        IReadOnlyList<AxisGroup> groups = first.Groups.Count == 0 ? [new AxisGroup(null, first.Count)] : first.Groups;
        var places = new List<int>(first.Count);
        Dendrogram? tree = null;
        foreach (AxisGroup group in groups)
        {
            int from = places.Count;
            int[] members = [.. Enumerable.Range(from, group.Count)];
            if (order is MatrixOrder.Mean)
            {
                places.AddRange(ByMean(members, vectors, first.LowerIsBetter));
                continue;
            }
            Dendrogram clustered = Dendrogram.Of([.. members.Select(i => vectors[i])]);
            places.AddRange(clustered.Leaves.Select(leaf => members[leaf]));
            tree = groups.Count == 1 ? clustered : null;
        }
        return new AxisOrdering([.. places], tree);
    }

    private static IEnumerable<int> ByMean(int[] members, double[][] vectors, bool lowerIsBetter)
    {
        double Merit(int i)
        {
            double mean = RowMean.Of(vectors[i]);
            return double.IsNaN(mean) ? double.NegativeInfinity : lowerIsBetter ? -mean : mean;
        }
        return members.OrderByDescending(Merit).ThenBy(static i => i);
    }

    private sealed record Axis(IReadOnlyList<string> Labels, IReadOnlyList<AxisGroup> Groups, bool LowerIsBetter, Func<int, IEnumerable<double>> Vector)
    {
        public int Count => Labels.Count;

        public static Axis Rows(MatrixPanel panel) => new(
            panel.Rows, panel.RowGroups, AllLower(panel), row => Enumerable.Range(0, panel.Columns.Count).Select(column => panel.Values[row, column]));

        public static Axis Columns(MatrixPanel panel) => new(
            panel.Columns, panel.ColumnGroups, AllLower(panel), column => Enumerable.Range(0, panel.Rows.Count).Select(row => panel.Values[row, column]));

        private static bool AllLower(MatrixPanel panel) => panel.Better.All(static better => better is Better.Lower);
    }
}
