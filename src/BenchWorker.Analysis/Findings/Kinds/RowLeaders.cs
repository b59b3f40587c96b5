using static BenchWorker.Analysis.SentenceBuilder;

namespace BenchWorker.Analysis;

/// <summary>Which row leads by its mean, and whether that depends on coverage (E2, E3).</summary>
internal static class RowLeaders
{
    private static readonly Template Complete = new(FindingKinds.E2,
        "{top} {top|has|have} the highest mean over the columns{where} ({high}); {bottom} {bottom|has|have} the lowest ({low}).");

    private static readonly Template CompleteLower = new(FindingKinds.E2,
        "{bottom} {bottom|has|have} the lowest mean over the columns{where} ({low}), which is best; {top} {top|has|have} the highest ({high}).");

    private static readonly Template Incomplete = new(FindingKinds.E2,
        "{best} has the best mean{where}, both over its own {n} {n|cell|cells} ({own}) and over the {k} {k|column|columns} where every row has a value ({shared}).");

    private static readonly Template Depends = new(FindingKinds.E3,
        "Which {row} leads depends on coverage{where}: over all the cells it has, {a} has the best mean ({x} over {n} {n|cell|cells}; {b} has {y} over {m}), "
        + "but on the {k} {k|column|columns} where every row has a value, {b} leads with {z} against {w}.");

    /// <summary>More tied rows than these have no name in common but "many".</summary>
    private const int MostTied = 3;

    public static IEnumerable<Finding> From(TableFacts facts) =>
        facts.Table.CommensurableColumns && facts.Ranked && facts.Table.Compared == Axis.Row ? facts.Facets.SelectMany(Of) : [];

    private static IEnumerable<Finding> Of(FacetFacts facet)
    {
        int[] live = [.. facet.LiveRows];
        if (live.Length < 2 || facet.CompleteColumns.Count == 0)
            return [];
        bool complete = live.All(row => facet.Rows[row].Count == facet.CompleteColumns.Count);
        int[] byMean = Tied(facet, live, static row => row.Mean, facet.Facts.Sign);
        if (complete)
            return OfComplete(facet, live, byMean);
        int[] byShared = Tied(facet, live, static row => row.CompleteMean, facet.Facts.Sign);
        if (byMean.Length != 1 || byShared.Length != 1)
            return [];
        return byMean[0] == byShared[0] ? [Agreed(facet, byMean[0], live)] : [Flipped(facet, byMean[0], byShared[0], live)];
    }

    /// <summary>Rows whose mean equals the best one.</summary>
    private static int[] Tied(FacetFacts facet, int[] live, Func<RowSummary, double> mean, int sign)
    {
        TieKey key = facet.Facts.Key;
        double best = live.Max(row => key.Of(sign * mean(facet.Rows[row])));
        return [.. live.Where(row => key.Of(sign * mean(facet.Rows[row])) == best)];
    }

    private static IEnumerable<Finding> OfComplete(FacetFacts facet, int[] live, int[] best)
    {
        int sign = facet.Facts.Sign;
        int[] worst = Tied(facet, live, static row => row.Mean, -sign);
        (int[] top, int[] bottom) = sign > 0 ? (best, worst) : (worst, best);
        double high = facet.Rows[top[0]].Mean;
        double low = facet.Rows[bottom[0]].Mean;
        if (top.Length > MostTied || bottom.Length > MostTied || facet.Facts.Key.Compare(high, low) == 0)
            yield break;
        int decimals = Apart(high, low, facet.MeanDecimals);
        yield return new Finding
        {
            Sentence = (sign > 0 ? Complete : CompleteLower).With(
                ("top", Rows(top)), ("where", Where(facet.Index)), ("high", Number(Mean(facet, top[0]), high, decimals)),
                ("bottom", Rows(bottom)), ("low", Number(Mean(facet, bottom[0]), low, decimals))),
            Checks = [.. Lead(facet, LineMeasure.Mean, top, 1), .. Lead(facet, LineMeasure.Mean, bottom, -1)],
            Effect = Math.Min(1, (high - low) / facet.Facts.Span),
            Covered = facet.Count,
            Cells = facet.CellsOfRows([.. top, .. bottom]),
            Subjects = [.. top.Concat(bottom).Select(row => facet.Table.Rows.Labels[row])],
        };
    }

    private static Finding Agreed(FacetFacts facet, int best, int[] live)
    {
        RowSummary row = facet.Rows[best];
        return new Finding
        {
            Sentence = Incomplete.With(
                ("best", Rows(best)), ("where", Where(facet.Index)),
                ("n", Count(new Quantity.Line(LineMeasure.Count, Axis.Row, facet.Index, best), row.Count)),
                ("own", Number(Mean(facet, best), row.Mean, facet.MeanDecimals)),
                ("k", Count(new Quantity.CompleteColumns(facet.Index), facet.CompleteColumns.Count)),
                ("shared", Number(SharedMean(facet, best), row.CompleteMean, facet.MeanDecimals))),
            Checks = [.. Lead(facet, LineMeasure.Mean, [best], facet.Facts.Sign), .. Lead(facet, LineMeasure.CompleteMean, [best], facet.Facts.Sign)],
            Effect = Math.Min(1, (live.Max(r => facet.Rows[r].CompleteMean) - live.Min(r => facet.Rows[r].CompleteMean)) / facet.Facts.Span),
            Covered = facet.Count,
            Cells = facet.CellsOfRows(best),
            Subjects = [facet.Table.Rows.Labels[best]],
        };
    }

    private static Finding Flipped(FacetFacts facet, int a, int b, int[] live)
    {
        (RowSummary first, RowSummary second) = (facet.Rows[a], facet.Rows[b]);
        int decimals = Math.Max(
            Apart(first.Mean, second.Mean, facet.MeanDecimals), Apart(first.CompleteMean, second.CompleteMean, facet.MeanDecimals));
        return new Finding
        {
            Sentence = Depends.With(
                ("row", Label(facet.Table.Rows.Name)), ("where", Where(facet.Index)), ("a", Rows(a)), ("b", Rows(b)),
                ("x", Number(Mean(facet, a), first.Mean, decimals)), ("n", Cells(facet, a)),
                ("y", Number(Mean(facet, b), second.Mean, decimals)), ("m", Cells(facet, b)),
                ("k", Count(new Quantity.CompleteColumns(facet.Index), facet.CompleteColumns.Count)),
                ("z", Number(SharedMean(facet, b), second.CompleteMean, decimals)),
                ("w", Number(SharedMean(facet, a), first.CompleteMean, decimals))),
            Checks = [.. Lead(facet, LineMeasure.Mean, [a], facet.Facts.Sign), .. Lead(facet, LineMeasure.CompleteMean, [b], facet.Facts.Sign)],
            Effect = 0.8,
            Covered = facet.Table.Rows.Count * facet.Table.Columns.Count,
            Cells = facet.CellsOfRows(a, b),
            Subjects = [facet.Table.Rows.Labels[a], facet.Table.Rows.Labels[b]],
        };
    }

    /// <summary>No other row reaches these, which equal each other.</summary>
    private static IEnumerable<Check> Lead(FacetFacts facet, LineMeasure measure, int[] rows, int sign)
    {
        Quantity lead = new Quantity.Line(measure, Axis.Row, facet.Index, rows[0]);
        Comparison reach = sign > 0 ? Comparison.AtLeast : Comparison.AtMost;
        yield return new Check(new Quantity.LinesWhere(measure, Axis.Row, facet.Index, reach, lead, rows), Comparison.Equal, 0);
        foreach (int row in rows.Skip(1))
            yield return new Check(new Quantity.Line(measure, Axis.Row, facet.Index, row), Comparison.Equal, lead);
    }

    private static Quantity Mean(FacetFacts facet, int row) => new Quantity.Line(LineMeasure.Mean, Axis.Row, facet.Index, row);

    private static Quantity SharedMean(FacetFacts facet, int row) => new Quantity.Line(LineMeasure.CompleteMean, Axis.Row, facet.Index, row);

    private static Fill Cells(FacetFacts facet, int row) =>
        Count(new Quantity.Line(LineMeasure.Count, Axis.Row, facet.Index, row), facet.Rows[row].Count);
}
