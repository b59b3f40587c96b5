using static BenchWorker.Analysis.SentenceBuilder;

namespace BenchWorker.Analysis;

/// <summary>The diagonal of a square table against the rest of it, and its symmetry (N1, N2, N3).</summary>
internal static class NativeAdvantage
{
    private static readonly Template Rowwise = new(FindingKinds.N1, "Cells with the same label on both axes, against the rest of their row{where}: {rows}; the same label is better for {k} of {n} rows.");
    private static readonly Template Counted = new(FindingKinds.N1, "Cells with the same label on both axes are better than the mean of the rest of their row{where} for {k} of {n} rows.");
    private static readonly Template AboveCross = new(FindingKinds.N1, "{row} {native} is above {cross}");
    private static readonly Template BelowCross = new(FindingKinds.N1, "{row} {native} is below {cross}");
    private static readonly Template EqualsCross = new(FindingKinds.N1, "{row} {native} equals {cross}");

    private static readonly Template Diagonal = new(FindingKinds.N2,
        "Cells with the same label on both axes average {a}{where}, the others {b} (permutation of the columns, q {q}).");

    private static readonly Template Asymmetric = new(FindingKinds.N3, "The table is not symmetric{where}: {a} with {b} is {x}, {b} with {a} is {y}.");
    private static readonly Template MostAsymmetric = new(FindingKinds.N3, "The table is least symmetric{where} in one pair: {a} with {b} is {x}, {b} with {a} is {y}.");

    private const int MostListedRows = 6;

    public static IEnumerable<Finding> From(TableFacts facts)
    {
        if (!facts.Table.Square || !facts.Table.CommensurableColumns)
            return [];
        DiagonalContrast[] contrasts = [.. facts.Facets.Select(DiagonalContrast.Of).OfType<DiagonalContrast>()];
        double[] q = Multiplicity.BenjaminiHochberg([.. contrasts.Select(static contrast => contrast.P)]);
        return facts.Facets.SelectMany(static facet => Native(facet)).Concat(contrasts.Select((contrast, i) => Contrast(facts, contrast, q[i])))
            .Concat(facts.Facets.Select(Asymmetry).OfType<Finding>());
    }

    private static IEnumerable<Finding> Native(FacetFacts facet)
    {
        (int Row, double Native, double Cross)[] rows =
        [
            .. from row in Enumerable.Range(0, facet.Table.Rows.Count)
               let native = facet.At(row, facet.Table.DiagonalColumns[row])
               let cross = CrossMean(facet, row)
               where !double.IsNaN(native + cross)
               select (row, native, cross),
        ];
        if (rows.Length < 2 || !facet.Facts.Ranked)
            yield break;
        int better = rows.Count(row => facet.Facts.Key.Compare(facet.Facts.Sign * row.Native, facet.Facts.Sign * row.Cross) > 0);
        yield return new Finding
        {
            Sentence = (rows.Length <= MostListedRows ? Rowwise : Counted).With(
                ("where", Where(facet.Index)), ("rows", new Fill.Clauses(rows.Length <= MostListedRows ? [.. rows.Select(row => OneRow(facet, row.Row, row.Native, row.Cross))] : [], "; ")),
                ("k", Count(new Quantity.Structure(StructureMeasure.NativeBetter, facet.Index), better)), ("n", Given(rows.Length))),
            Checks = rows.Length <= MostListedRows ? [.. rows.Select(row => Order(facet, row.Row, row.Native, row.Cross))] : [],
            Effect = (double)Math.Max(better, rows.Length - better) / rows.Length,
            Covered = facet.Count,
            Cells = [.. rows.Select(row => new CellAddress(facet.Index, row.Row, facet.Table.DiagonalColumns[row.Row]))],
            Subjects = [.. rows.Select(row => facet.Table.Rows.Labels[row.Row])],
        };
    }

    private static Sentence OneRow(FacetFacts facet, int row, double native, double cross)
    {
        int decimals = facet.Table.Columns.Count == 2 ? facet.Decimals : facet.MeanDecimals;
        int order = facet.Facts.Key.Compare(native, cross);
        return (order > 0 ? AboveCross : order < 0 ? BelowCross : EqualsCross).With(
            ("row", Rows(row)), ("native", Number(NativeCell(facet, row), native, facet.Decimals)),
            ("cross", Number(new Quantity.Structure(StructureMeasure.CrossMean, facet.Index, row), cross, decimals)));
    }

    private static Check Order(FacetFacts facet, int row, double native, double cross)
    {
        int order = facet.Facts.Key.Compare(native, cross);
        return new Check(
            NativeCell(facet, row), order > 0 ? Comparison.Greater : order < 0 ? Comparison.Less : Comparison.Equal,
            new Quantity.Structure(StructureMeasure.CrossMean, facet.Index, row));
    }

    private static Quantity NativeCell(FacetFacts facet, int row) => new Quantity.Cell(new CellAddress(facet.Index, row, facet.Table.DiagonalColumns[row]));

    private static double CrossMean(FacetFacts facet, int row)
    {
        LineSeries series = facet.Row(row);
        double sum = 0;
        int count = 0;
        for (int i = 0; i < series.Count; i++)
        {
            if (series.Indices[i] == facet.Table.DiagonalColumns[row])
                continue;
            sum += series.Stored[i];
            count++;
        }

        return count == 0 ? double.NaN : sum / count;
    }

    private static Finding Contrast(TableFacts facts, DiagonalContrast contrast, double q) => new()
    {
        Sentence = Diagonal.With(
            ("where", Where(contrast.Facet)),
            ("a", Number(new Quantity.Structure(StructureMeasure.DiagonalMean, contrast.Facet), contrast.Diagonal, Apart(contrast.Diagonal, contrast.OffDiagonal, facts.MeanDecimals))),
            ("b", Number(new Quantity.Structure(StructureMeasure.OffDiagonalMean, contrast.Facet), contrast.OffDiagonal, Apart(contrast.Diagonal, contrast.OffDiagonal, facts.MeanDecimals))),
            ("q", Probability(TestFamily.NativeAdvantage, contrast.Facet, 0, 0, q))),
        Effect = facts.Span == 0 ? 0 : Math.Min(1, 2 * Math.Abs(contrast.Diagonal - contrast.OffDiagonal) / facts.Span),
        Covered = facts.Facet(contrast.Facet).Count,
        Cells = [.. Enumerable.Range(0, facts.Table.Rows.Count).Select(row => new CellAddress(contrast.Facet, row, facts.Table.DiagonalColumns[row]))],
        Test = new TestResult("permutation", contrast.P, q),
    };

    private static Finding? Asymmetry(FacetFacts facet)
    {
        (int A, int B, double Gap)[] pairs =
        [
            .. from a in Enumerable.Range(0, facet.Table.Rows.Count)
               from b in Enumerable.Range(a + 1, facet.Table.Rows.Count - a - 1)
               let gap = Math.Abs(facet.At(a, facet.Table.DiagonalColumns[b]) - facet.At(b, facet.Table.DiagonalColumns[a]))
               where !double.IsNaN(gap)
               select (a, b, gap),
        ];
        if (pairs.Length == 0)
            return null;
        (int first, int second, double largest) = pairs.MaxBy(static pair => pair.Gap);
        if (facet.Facts.Key.Of(largest) == 0)
            return null;
        CellAddress x = new(facet.Index, first, facet.Table.DiagonalColumns[second]);
        CellAddress y = new(facet.Index, second, facet.Table.DiagonalColumns[first]);
        return new Finding
        {
            Sentence = (facet.Table.Rows.Count == 2 ? Asymmetric : MostAsymmetric).With(
                ("where", Where(facet.Index)), ("a", Rows(first)), ("b", Rows(second)),
                ("x", Number(new Quantity.Cell(x), facet.At(x.Row, x.Column), facet.Decimals)),
                ("y", Number(new Quantity.Cell(y), facet.At(y.Row, y.Column), facet.Decimals))),
            Checks =
            [
                new Check(new Quantity.Cell(x), Comparison.NotEqual, new Quantity.Cell(y)),
                new Check(
                    new Quantity.Absolute(new Quantity.Difference(new Quantity.Cell(x), new Quantity.Cell(y))), Comparison.Equal,
                    new Quantity.Structure(StructureMeasure.LargestAsymmetry, facet.Index)),
            ],
            Effect = facet.Facts.Span == 0 ? 0 : Math.Min(1, largest / facet.Facts.Span),
            Covered = 2,
            Cells = [x, y],
            Subjects = [facet.Table.Rows.Labels[first], facet.Table.Rows.Labels[second]],
        };
    }
}
