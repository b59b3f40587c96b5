using static BenchWorker.Analysis.SentenceBuilder;

namespace BenchWorker.Analysis;

/// <summary>Highest and lowest cell (E1).</summary>
internal static class CellExtremes
{
    private static readonly Template Both = new(FindingKinds.E1, "The highest value{where} is {high}; the lowest value is {low}.");
    private static readonly Template Named = new(FindingKinds.E1, "{value} ({cells})");
    private static readonly Template Counted = new(FindingKinds.E1, "{value} in {n} cells");
    private static readonly Template Same = new(FindingKinds.E1, "Every cell that has a value{where} shows the same one, {value}.");
    private static readonly Template Only = new(FindingKinds.E1, "The only value{where} is {value} ({cells}).");

    /// <summary>More tied cells than these are counted, not named.</summary>
    private const int MostNamedCells = 3;

    /// <summary>Of the whole table; of each facet where these are different metrics.</summary>
    public static IEnumerable<Finding> From(TableFacts facts)
    {
        if (facts.Table.CommensurableFacets)
            return facts.Count == 0 ? [] : [Of(new Scope(facts, Facet: null, facts.Count, facts.Min, facts.Max))];
        return facts.Facets.Where(static facet => facet.Count > 0).Select(facet => Of(new Scope(
            facts, facet.Index, facet.Count, facet.LiveRows.Min(row => facet.Row(row).Min), facet.LiveRows.Max(row => facet.Row(row).Max))));
    }

    private static Finding Of(Scope scope)
    {
        if (scope.Min == scope.Max)
            return Constant(scope);
        Extreme high = new(scope, RegionMeasure.Max, scope.Max);
        Extreme low = new(scope, RegionMeasure.Min, scope.Min);
        return new Finding
        {
            Sentence = Both.With(("where", scope.Where), ("high", Clause(high.Sentence())), ("low", Clause(low.Sentence()))),
            Checks = [.. high.Checks(), .. low.Checks()],
            Effect = scope.Facet is null ? (scope.Max - scope.Min) / scope.Facts.Span : 1,
            Covered = 2,
            Cells = [.. high.Named, .. low.Named],
            Subjects = [.. high.Named.Concat(low.Named).Select(cell => scope.Facts.Table.Rows.Labels[cell.Row]).Distinct(StringComparer.Ordinal)],
        };
    }

    private static Finding Constant(Scope scope)
    {
        Fill value = Number(new Quantity.Over(RegionMeasure.Max, scope.Region), scope.Max, scope.Decimals);
        IReadOnlyList<CellAddress> cells = scope.Count == 1 ? scope.Find(scope.Max) : [];
        return new Finding
        {
            Sentence = scope.Count == 1
                ? Only.With(("where", scope.Where), ("value", value), ("cells", new Fill.Cells(cells, FacetSaid: scope.Facet is not null))) : Same.With(("where", scope.Where), ("value", value)),
            Checks =
            [
                new Check(new Quantity.Over(RegionMeasure.Range, scope.Region), Comparison.Equal, 0),
                new Check(new Quantity.Over(RegionMeasure.Count, scope.Region), scope.Count == 1 ? Comparison.Equal : Comparison.Greater, 1),
            ],
            Effect = 1,
            Covered = scope.Count,
            Cells = cells,
        };
    }

    /// <summary>The cells that are compared with each other: all, or those of one facet.</summary>
    private sealed record Scope(TableFacts Facts, int? Facet, int Count, double Min, double Max)
    {
        public int Decimals => Facet is { } facet ? Facts.Table.DecimalsOf(facet) : Facts.Table.Decimals;

        public Region Region => Facet is { } facet ? Region.Facet(facet) : Region.All;

        public Fill Where => Facet is { } facet ? SentenceBuilder.Where(facet) : Label("");

        public IReadOnlyList<CellAddress> Find(double value) =>
            [.. CellAddress.Where(Facts.Table, shown => shown == value).Where(cell => Facet is null || cell.Facet == Facet)];
    }

    /// <summary>One end of the range with the cells that hold it.</summary>
    private sealed class Extreme
    {
        private readonly Scope scope;
        private readonly Quantity quantity;
        private readonly double value;
        private readonly int tied;

        public Extreme(Scope scope, RegionMeasure measure, double value)
        {
            (this.scope, this.value) = (scope, value);
            quantity = new Quantity.Over(measure, scope.Region);
            IReadOnlyList<CellAddress> cells = scope.Find(value);
            tied = cells.Count;
            Named = tied <= MostNamedCells ? cells : [];
        }

        public IReadOnlyList<CellAddress> Named { get; }

        private Quantity Tied => new Quantity.CountWhere(scope.Region, Comparison.Equal, quantity);

        public Sentence Sentence() => Named.Count > 0
            ? CellExtremes.Named.With(("value", Value()), ("cells", new Fill.Cells(Named, FacetSaid: scope.Facet is not null)))
            : Counted.With(("value", Value()), ("n", Count(Tied, tied)));

        public IEnumerable<Check> Checks() =>
            Named.Select(cell => new Check(new Quantity.Cell(cell), Comparison.Equal, quantity)).Append(new Check(Tied, Comparison.Equal, tied));

        private Fill Value() => Number(quantity, value, scope.Decimals);
    }
}
