namespace BenchWorker.Analysis;

/// <summary>Permutes the labels of groups by moving positions instead of values.</summary>
internal sealed class GroupReader(HeatmapTable table, LineReader lines)
{
    /// <summary>Of the largest mean: a smaller difference between two gaps is the order of summation.</summary>
    private const double Noise = 1e-12;

    /// <summary>Every pair of groups of one axis, in facets without gaps.</summary>
    public IEnumerable<(int Facet, int First, int Second, double P)> Tests()
    {
        IReadOnlyList<LabelGroup> groups = LabelGroup.Of(table);
        return from facet in Enumerable.Range(0, table.Facets.Count)
               where Enumerable.Range(0, table.Rows.Count).All(row => lines.Measure(LineMeasure.Count, Axis.Row, facet, row) == table.Columns.Count)
               from first in Enumerable.Range(0, groups.Count)
               from second in Enumerable.Range(first + 1, groups.Count - first - 1)
               where groups[first].Axis == groups[second].Axis
               select (facet, first, second, P(facet, groups[first].Axis, groups[first].Members, groups[second].Members));
    }

    public double MedianOfMeans(Axis axis, int facet, IReadOnlyList<int> labels) =>
        RegionReader.Median([.. labels.Select(label => lines.Measure(LineMeasure.Mean, axis, facet, label)).Order()]);

    private double P(int facet, Axis axis, int[] first, int[] second)
    {
        int[] labels = [.. first, .. second];
        double observed = Gap(facet, axis, labels, first.Length);
        double slack = Noise * labels.Max(label => Math.Abs(lines.Measure(LineMeasure.Mean, axis, facet, label)));
        int reached = 0;
        for (int draw = 0; draw < GroupDifferences.Draws; draw++)
        {
            int[] order = [.. labels];
            for (int i = order.Length - 1; i > 0; i--)
            {
                int j = CounterRandom.Below(CounterRandom.Word(table.Seed, (ulong)draw, (ulong)i), i + 1);
                (order[i], order[j]) = (order[j], order[i]);
            }

            reached += Gap(facet, axis, order, first.Length) >= observed - slack ? 1 : 0;
        }

        return (1.0 + reached) / (GroupDifferences.Draws + 1);
    }

    private double Gap(int facet, Axis axis, int[] order, int first) =>
        Math.Abs(MedianOfMeans(axis, facet, order[..first]) - MedianOfMeans(axis, facet, order[first..]));
}
