using static BenchWorker.Analysis.SentenceBuilder;

namespace BenchWorker.Analysis;

/// <summary>Pairs of rows that coverage turns around (C4).</summary>
internal static class CoverageReversals
{
    private static readonly Template Reversed = new(FindingKinds.C4,
        "On the {k} columns that both have, {a} is better than {b}{where} ({x} against {y}), although its mean over all its own cells is worse ({z} against {w}).");

    private const int MinCells = 3;

    private const int MostRows = 60;

    public static IEnumerable<Finding> From(TableFacts facts) => facts.Facets.SelectMany(Reversal);

    /// <summary>The one pair whose order over shared columns contradicts its order over all cells most.</summary>
    private static IEnumerable<Finding> Reversal(FacetFacts facet)
    {
        int[] live = [.. facet.LiveRows];
        if (!facet.Table.CommensurableColumns || !facet.Facts.Ranked || facet.Table.Compared != Axis.Row || live.Length > MostRows || facet.Facts.Span == 0)
            yield break;
        (int A, int B, double Gap)? widest = null;
        foreach (int a in live)
        {
            foreach (int b in live)
            {
                double gap = a == b ? double.NaN : Contradiction(facet, a, b);
                if (gap > (widest?.Gap ?? 0))
                    widest = (a, b, gap);
            }
        }

        if (widest is { } pair)
            yield return OfPair(facet, pair.A, pair.B, pair.Gap);
    }

    /// <summary>How far a leads b on shared columns and trails overall, the smaller of both; NaN where it does not.</summary>
    private static double Contradiction(FacetFacts facet, int a, int b)
    {
        (double x, double y, int shared) = SharedMeans(facet, a, b);
        int unshared = facet.Rows[a].Count + facet.Rows[b].Count - (2 * shared);
        double ahead = facet.Facts.Sign * (x - y);
        double behind = facet.Facts.Sign * (facet.Rows[b].Mean - facet.Rows[a].Mean);
        double visible = PowersOfTen.Of(-facet.MeanDecimals);
        return shared >= MinCells && unshared >= MinCells && ahead >= visible && behind >= visible ? Math.Min(ahead, behind) : double.NaN;
    }

    private static (double First, double Second, int Count) SharedMeans(FacetFacts facet, int a, int b)
    {
        (double first, double second, int count) = (0, 0, 0);
        for (int column = 0; column < facet.Table.Columns.Count; column++)
        {
            (double x, double y) = (facet.Table[facet.Index, a, column], facet.Table[facet.Index, b, column]);
            if (!double.IsNaN(x + y))
                (first, second, count) = (first + x, second + y, count + 1);
        }

        return (first / count, second / count, count);
    }

    private static Finding OfPair(FacetFacts facet, int a, int b, double gap)
    {
        (double x, double y, int shared) = SharedMeans(facet, a, b);
        (Region first, Region second) = (Region.Row(facet.Index, a), Region.Row(facet.Index, b));
        int decimals = facet.MeanDecimals;
        Quantity firstShared = new Quantity.Paired(PairMeasure.FirstMean, first, second);
        Quantity secondShared = new Quantity.Paired(PairMeasure.SecondMean, first, second);
        Quantity firstMean = new Quantity.Line(LineMeasure.Mean, Axis.Row, facet.Index, a);
        Quantity secondMean = new Quantity.Line(LineMeasure.Mean, Axis.Row, facet.Index, b);
        (Comparison better, Comparison worse) = facet.Facts.Sign > 0 ? (Comparison.Greater, Comparison.Less) : (Comparison.Less, Comparison.Greater);
        return new Finding
        {
            Sentence = Reversed.With(
                ("k", Count(new Quantity.Paired(PairMeasure.Shared, first, second), shared)), ("a", Rows(a)), ("b", Rows(b)), ("where", Where(facet.Index)),
                ("x", Number(firstShared, x, decimals)), ("y", Number(secondShared, y, decimals)),
                ("z", Number(firstMean, facet.Rows[a].Mean, decimals)), ("w", Number(secondMean, facet.Rows[b].Mean, decimals))),
            Checks = [new Check(firstShared, better, secondShared), new Check(firstMean, worse, secondMean)],
            Effect = Math.Min(1, gap / facet.Facts.Span),
            Covered = facet.Rows[a].Count + facet.Rows[b].Count,
            Subjects = [facet.Table.Rows.Labels[a], facet.Table.Rows.Labels[b]],
        };
    }
}
