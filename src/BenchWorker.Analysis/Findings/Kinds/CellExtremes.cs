using static BenchWorker.Analysis.SentenceBuilder;

namespace BenchWorker.Analysis;

/// <summary>Highest and lowest cell (E1).</summary>
internal static class CellExtremes
{
    private static readonly Template Both = new(FindingKinds.E1, "The highest value is {high}; the lowest value is {low}.");
    private static readonly Template Named = new(FindingKinds.E1, "{value} ({cells})");
    private static readonly Template Counted = new(FindingKinds.E1, "{value} in {n} cells");
    private static readonly Template Same = new(FindingKinds.E1, "Every cell that has a value shows the same one, {value}.");
    private static readonly Template Only = new(FindingKinds.E1, "The only value is {value} ({cells}).");

    /// <summary>More tied cells than these are counted, not named.</summary>
    private const int MostNamedCells = 3;

    public static IEnumerable<Finding> From(TableFacts facts)
    {
        if (facts.Count == 0)
            yield break;
        if (facts.Min == facts.Max)
        {
            yield return Constant(facts);
            yield break;
        }

        Extreme high = new(facts, RegionMeasure.Max, facts.Max);
        Extreme low = new(facts, RegionMeasure.Min, facts.Min);
        yield return new Finding
        {
            Sentence = Both.With(("high", Clause(high.Sentence())), ("low", Clause(low.Sentence()))),
            Checks = [.. high.Checks(), .. low.Checks()],
            Effect = (facts.Max - facts.Min) / facts.Span,
            Covered = 2,
            Cells = [.. high.Named, .. low.Named],
            Subjects = [.. high.Named.Concat(low.Named).Select(cell => facts.Table.Rows.Labels[cell.Row]).Distinct(StringComparer.Ordinal)],
        };
    }

    private static Finding Constant(TableFacts facts)
    {
        Quantity max = new Quantity.Over(RegionMeasure.Max, Region.All);
        Fill value = Number(max, facts.Max, facts.Table.Decimals);
        IReadOnlyList<CellAddress> cells = facts.Count == 1 ? CellAddress.Where(facts.Table, shown => shown == facts.Max) : [];
        return new Finding
        {
            Sentence = facts.Count == 1 ? Only.With(("value", value), ("cells", new Fill.Cells(cells))) : Same.With(("value", value)),
            Checks =
            [
                new Check(new Quantity.Over(RegionMeasure.Range, Region.All), Comparison.Equal, 0),
                new Check(new Quantity.Over(RegionMeasure.Count, Region.All), facts.Count == 1 ? Comparison.Equal : Comparison.Greater, 1),
            ],
            Effect = 1,
            Covered = facts.Count,
            Cells = cells,
        };
    }

    /// <summary>One end of the table's range with the cells that hold it.</summary>
    private sealed class Extreme
    {
        private readonly TableFacts facts;
        private readonly Quantity quantity;
        private readonly double value;
        private readonly int tied;

        public Extreme(TableFacts facts, RegionMeasure measure, double value)
        {
            (this.facts, this.value) = (facts, value);
            quantity = new Quantity.Over(measure, Region.All);
            tied = facts.Table.Shown.Count(shown => shown == value);
            Named = tied <= MostNamedCells ? CellAddress.Where(facts.Table, shown => shown == value) : [];
        }

        public IReadOnlyList<CellAddress> Named { get; }

        private Quantity Tied => new Quantity.CountWhere(Region.All, Comparison.Equal, quantity);

        public Sentence Sentence() => Named.Count > 0
            ? CellExtremes.Named.With(("value", Value()), ("cells", new Fill.Cells(Named)))
            : Counted.With(("value", Value()), ("n", Count(Tied, tied)));

        public IEnumerable<Check> Checks() =>
            Named.Select(cell => new Check(new Quantity.Cell(cell), Comparison.Equal, quantity)).Append(new Check(Tied, Comparison.Equal, tied));

        private Fill Value() => Number(quantity, value, facts.Table.Decimals);
    }
}
