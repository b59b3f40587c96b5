using static BenchWorker.Analysis.SentenceBuilder;

namespace BenchWorker.Analysis;

/// <summary>Rows that stand on two levels with one shift between (T7).</summary>
/// <remarks>Pettitt (1979), p = 2 exp(-6 K^2 / (n^3 + n^2)). A steady slope passes that test too: it is only told where two levels fit better than a line.</remarks>
internal static class ChangePoints
{
    public const int MinCount = 10;

    private static readonly Template Shift = new(FindingKinds.T7,
        "{row} shifts after {at}{where}: median {before} over the {n} values up to there and {after} over the {m} values from {from} on (Pettitt, q {q}).");

    public static IEnumerable<Finding> From(TableFacts facts)
    {
        if (!facts.Table.Columns.Ordered || !facts.Table.CommensurableColumns)
            return [];
        (FacetFacts Facet, int Row, int Split, double P)[] tested =
        [
            .. from facet in facts.Facets
               from row in Enumerable.Range(0, facts.Table.Rows.Count)
               let series = facet.Row(row)
               where series.Count >= MinCount
               let test = Pettitt(series.Stored)
               select (facet, row, test.Split, test.P),
        ];
        double[] q = Multiplicity.BenjaminiHochberg([.. tested.Select(static test => test.P)]);
        return tested.Select((test, i) => (test, q[i])).Where(static pair => pair.Item2 <= TestResult.Alpha && FitsBetterThanLine(pair.test.Facet.Row(pair.test.Row), pair.test.Split))
            .Select(pair => Tell(pair.test.Facet, pair.test.Row, pair.test.Split, pair.test.P, pair.Item2));
    }

    /// <summary>Split: how many values stand before the shift.</summary>
    private static (int Split, double P) Pettitt(double[] series)
    {
        double[] ranks = Ranks.Average(series);
        int n = series.Length;
        (int split, double most, double sum) = (1, -1, 0);
        for (int t = 1; t < n; t++)
        {
            sum += ranks[t - 1];
            double size = Math.Abs((2 * sum) - (t * (n + 1.0)));
            if (size > most)
                (split, most) = (t, size);
        }

        double cubes = ((double)n * n * n) + ((double)n * n);
        return (split, Math.Min(1, 2 * Elementary.Exp(-6 * most * most / cubes)));
    }

    private static bool FitsBetterThanLine(LineSeries series, int split)
    {
        double[] levelled = [.. series.Stored.Select((value, i) => value - (series.Slope * series.Indices[i]))];
        double line = Scatter(levelled);
        return Scatter(series.Stored[..split]) + Scatter(series.Stored[split..]) < line;
    }

    private static double Scatter(double[] values)
    {
        double median = Quantiles.Median(values);
        return values.Sum(value => Math.Abs(value - median));
    }

    private static Finding Tell(FacetFacts facet, int row, int split, double p, double q)
    {
        LineSeries series = facet.Row(row);
        (double before, double after) = (Quantiles.Median(series.Stored[..split]), Quantiles.Median(series.Stored[split..]));
        int decimals = Apart(before, after, facet.MeanDecimals);
        int last = series.Indices[split - 1];
        Region upTo = new([facet.Index], [row], [.. Enumerable.Range(0, last + 1)]);
        Region from = new([facet.Index], [row], [.. Enumerable.Range(last + 1, facet.Table.Columns.Count - last - 1)]);
        return new Finding
        {
            Sentence = Shift.With(
                ("row", Rows(row)), ("at", new Fill.Position(last)), ("where", Where(facet.Index)), ("from", BareColumn(series.Indices[split])),
                ("before", Number(new Quantity.Over(RegionMeasure.Median, upTo), before, decimals)), ("n", Count(new Quantity.Over(RegionMeasure.Count, upTo), split)),
                ("after", Number(new Quantity.Over(RegionMeasure.Median, from), after, decimals)), ("m", Count(new Quantity.Over(RegionMeasure.Count, from), series.Count - split)),
                ("q", Probability(TestFamily.ChangePoints, facet.Index, row, 0, q))),
            Checks =
            [
                new Check(new Quantity.Structure(StructureMeasure.ChangePoint, facet.Index, row), Comparison.Equal, last),
                new Check(new Quantity.Corrected(TestFamily.ChangePoints, facet.Index, row), Comparison.AtMost, TestResult.Alpha),
            ],
            Effect = facet.Facts.Span == 0 ? 0 : Math.Min(1, Math.Abs(after - before) / facet.Facts.Span),
            Covered = series.Count,
            Cells = [.. series.Indices.Select(column => new CellAddress(facet.Index, row, column))],
            Subjects = [facet.Table.Rows.Labels[row]],
            Test = new TestResult("Pettitt", p, q),
        };
    }
}
