using static BenchWorker.Analysis.SentenceBuilder;

namespace BenchWorker.Analysis;

/// <summary>One end of the differences in a table, with the cells that hold it: "+7 points (a, b)".</summary>
internal sealed class CellEnd
{
    private static readonly Template NamedCells = new(FindingKinds.X3, "{value}{unit} ({cells})");
    private static readonly Template CountedCells = new(FindingKinds.X3, "{value}{unit}, in {n} cells");

    /// <summary>More tied cells than these are counted, not named.</summary>
    private const int MostNamed = 3;

    private readonly HeatmapTable table;
    private readonly Quantity quantity;
    private readonly Quantity tied;
    private readonly double value;
    private readonly int count;

    public CellEnd(TableFacts facts, Region region, RegionMeasure measure, double value)
    {
        (table, this.value) = (facts.Table, value);
        quantity = new Quantity.Over(measure, region);
        tied = new Quantity.CountWhere(region, Comparison.Equal, quantity);
        List<CellAddress> cells = CellAddress.Where(table, shown => shown == value);
        count = cells.Count;
        Named = count <= MostNamed ? cells : [];
    }

    public IReadOnlyList<CellAddress> Named { get; }

    public Sentence Sentence() => Named.Count > 0
        ? NamedCells.With(("value", Value()), ("unit", Unit(table)), ("cells", new Fill.Cells(Named)))
        : CountedCells.With(("value", Value()), ("unit", Unit(table)), ("n", Count(tied, count)));

    public IEnumerable<Check> Checks() =>
        Named.Select(cell => new Check(new Quantity.Cell(cell), Comparison.Equal, quantity)).Append(new Check(tied, Comparison.Equal, count));

    private Fill Value() => Number(quantity, value, table.Decimals, NumberStyle.Signed);
}
