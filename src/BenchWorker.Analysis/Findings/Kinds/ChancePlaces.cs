using static BenchWorker.Analysis.SentenceBuilder;

namespace BenchWorker.Analysis;

/// <summary>Cells that guessing would have beaten, and cells that guessing would have matched (S3).</summary>
internal static class ChancePlaces
{
    private static readonly Template Against = new(FindingKinds.S3,
        "Against a chance level of {chance}, {below} of {n} {n|cell|cells} with a known number of samples {below|is|are} significantly below it{cells} and {at} "
        + "{at|is|are} not distinguishable from it (Wilson score tests, Benjamini-Hochberg at five percent).");

    private static readonly Template Named = new(FindingKinds.S3, " ({cells})");
    private static readonly Template At = new(FindingKinds.S3, "{cell} at {value}");

    private const int MostNamedCells = 5;

    public static IEnumerable<Finding> From(TableFacts facts)
    {
        HeatmapTable table = facts.Table;
        if (table.Metric is not { Direction: Direction.HigherIsBetter, Chance: { } chance, Lower: { } low, Upper: { } high } || table.SampleCounts is not { } samples
            || !(low < chance && chance < high))
            yield break;
        int[] tested = [.. Enumerable.Range(0, table.Stored.Length).Where(i => !double.IsNaN(table.Stored[i]) && samples[i] > 0)];
        double spread = Math.Sqrt((chance - low) * (high - chance));
        double[] p = [.. tested.Select(i => 2 * Normal.Cdf(-Math.Abs(table.Stored[i] - chance) * Math.Sqrt(samples[i]) / spread))];
        double[] q = Multiplicity.BenjaminiHochberg(p);
        int[] below = [.. tested.Where((i, k) => q[k] <= TestResult.Alpha && table.Stored[i] < chance)];
        int at = q.Count(static value => value > TestResult.Alpha);
        if (below.Length + at == 0)
            yield break;
        CellAddress[] cells = [.. below.Select(i => new CellAddress(i / table.Columns.Count / table.Rows.Count, i / table.Columns.Count % table.Rows.Count, i % table.Columns.Count))];
        yield return new Finding
        {
            Sentence = Against.With(
                ("chance", Given(chance, Math.Max(table.Decimals, DisplayNumber.DecimalsOf([chance], HeatmapTable.MostInferredDecimals)))),
                ("below", Some(new Quantity.Structure(StructureMeasure.BelowChance, 0), below.Length)), ("n", Count(new Quantity.Structure(StructureMeasure.AgainstChance, 0), tested.Length)),
                ("cells", Clause(cells.Length is 0 or > MostNamedCells ? null : Named.With(("cells", new Fill.Clauses([.. cells.Select(cell => At.With(
                    ("cell", new Fill.Cells([cell])), ("value", Number(new Quantity.Cell(cell), table[cell.Facet, cell.Row, cell.Column], table.DecimalsOf(cell.Facet)))))], "; "))))),
                ("at", Some(new Quantity.Structure(StructureMeasure.AtChance, 0), at))),
            Checks = [.. cells.Select(cell => new Check(new Quantity.Cell(cell), Comparison.Less, chance)),
                .. cells.Select(static cell => new Check(new Quantity.Corrected(TestFamily.Chance, cell.Facet, cell.Row, cell.Column), Comparison.AtMost, TestResult.Alpha))],
            Effect = (double)(below.Length + at) / tested.Length,
            Covered = tested.Length,
            Cells = cells,
            Subjects = [.. cells.Select(cell => table.Rows.Labels[cell.Row]).Distinct(StringComparer.Ordinal)],
        };
    }
}
