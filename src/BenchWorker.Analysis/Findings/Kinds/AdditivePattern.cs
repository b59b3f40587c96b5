using static BenchWorker.Analysis.SentenceBuilder;

namespace BenchWorker.Analysis;

/// <summary>How far rows and columns explain the cells, and which cells they do not (O1, I1).</summary>
internal static class AdditivePattern
{
    private const string Outliers = "{k} {k|cell stands|cells stand} far from what {k|its row and column|their rows and columns} would give{where} "
        + "(median polish, modified z above three and a half): {k|it is|the furthest is} {cell} with {value}, {distance}{unit} ";

    private static readonly Template Below = new(FindingKinds.O1, Outliers + "below that.");
    private static readonly Template Above = new(FindingKinds.O1, Outliers + "above that.");
    private static readonly Template Explained = new(FindingKinds.I1, "Row and column averages alone explain {share} percent of the variance of the cells{where}.");

    private const int MinLines = 4;

    private const int MinCells = 16;

    /// <summary>Cells per row or column with a value: with fewer the averages fit whatever there is.</summary>
    private const int CellsPerLine = 2;

    private const double MinFit = 0.5;

    private const double MostFlagged = 0.1;

    /// <summary>A modified z of this size counts in full.</summary>
    private const double FullZ = 10;

    public static IEnumerable<Finding> From(TableFacts facts)
    {
        if (!facts.Table.CommensurableColumns || facts.Table.Rows.Count < MinLines || facts.Table.Columns.Count < MinLines)
            yield break;
        foreach (FacetFacts facet in facts.Facets.Where(static facet => facet.Count >= MinCells && facet.Count >= CellsPerLine * Lines(facet)))
        {
            double fit = AdditiveFit.RSquared(facet.Stored, facts.Table.Rows.Count, facts.Table.Columns.Count);
            if (double.IsNaN(fit))
                continue;
            if (fit >= MinFit && OutliersOf(facet) is { } outliers)
                yield return outliers;
            yield return new Finding
            {
                Sentence = Explained.With(
                    ("share", Number(new Quantity.Percent(new Quantity.Structure(StructureMeasure.AdditiveFit, facet.Index), new Quantity.Constant(1)), 100 * fit, 0)),
                    ("where", Where(facet.Index))),
                Effect = 1 - fit,
                Covered = facet.Count,
            };
        }
    }

    /// <summary>Rows and columns that have any value.</summary>
    private static int Lines(FacetFacts facet) => facet.LiveRows.Count() + Enumerable.Range(0, facet.Table.Columns.Count).Count(column => facet.Column(column).Count > 0);

    private static Finding? OutliersOf(FacetFacts facet)
    {
        IReadOnlyList<OutlierCell> outliers = OutlierCell.In(facet.Stored, facet.Table.Rows.Count, facet.Table.Columns.Count);
        if (outliers.Count == 0 || outliers.Count > MostFlagged * facet.Count)
            return null;
        OutlierCell strongest = outliers.MaxBy(static cell => Math.Abs(cell.Z));
        CellAddress cell = new(facet.Index, strongest.Row, strongest.Column);
        Quantity residual = new Quantity.Structure(StructureMeasure.OutlierResidual, facet.Index, strongest.Row, strongest.Column);
        return new Finding
        {
            Sentence = (strongest.Residual < 0 ? Below : Above).With(
                ("k", Count(new Quantity.Structure(StructureMeasure.OutlierCount, facet.Index), outliers.Count)), ("where", Where(facet.Index)),
                ("cell", new Fill.Cells([cell], FacetSaid: true)), ("value", Number(new Quantity.Cell(cell), facet.At(cell.Row, cell.Column), facet.Decimals)),
                ("distance", Number(new Quantity.Absolute(residual), Math.Abs(strongest.Residual), facet.Decimals)), ("unit", Unit(facet.Table))),
            Checks = [new Check(residual, strongest.Residual < 0 ? Comparison.Less : Comparison.Greater, 0)],
            Effect = Math.Min(1, Math.Abs(strongest.Z) / FullZ),
            Covered = outliers.Count,
            Cells = [.. outliers.Select(outlier => new CellAddress(facet.Index, outlier.Row, outlier.Column))],
            Subjects = [facet.Table.Rows.Labels[cell.Row]],
        };
    }
}
