using static BenchWorker.Analysis.SentenceBuilder;

namespace BenchWorker.Analysis;

/// <summary>What rose and what fell, against one line of the table or since an earlier state (X1 to X3).</summary>
internal static class TableDifferences
{
    private static readonly Template Against = new(FindingKinds.X1,
        "Against {base}, {up} of {n} {n|cell|cells} {up|is|are} higher, {down} lower and {same} equal; the mean difference is {mean}{unit}.");

    private static readonly Template Since = new(FindingKinds.X1,
        "Since {base}, {up} of {n} {n|cell|cells} rose, {down} fell and {same} stayed the same; the mean change is {mean}{unit}.");

    private static readonly Template AllAs = new(FindingKinds.X1, "Against {base}, {n} {n|cell|cells} {n|is|are} equal and none differs.");
    private static readonly Template Unchanged = new(FindingKinds.X1, "Since {base}, {n} {n|cell|cells} stayed the same and none changed.");

    private static readonly Template MeanAgainst = new(FindingKinds.X2,
        "Against {base}, {most} {most|has|have} the highest mean difference ({high}{unit} over {n} {n|cell|cells}{each}) and {least} the lowest ({low}{unit} over {m}).");

    private static readonly Template MeanSince = new(FindingKinds.X2,
        "Since {base}, {most} {most|has|have} the highest mean change ({high}{unit} over {n} {n|cell|cells}{each}) and {least} the lowest ({low}{unit} over {m}).");

    private static readonly Template Each = new(FindingKinds.X2, " each");

    private static readonly Template RiseAndFall = new(FindingKinds.X3, "The largest rise is {rise}; the largest fall is {fall}.");
    private static readonly Template Rise = new(FindingKinds.X3, "The largest rise is {rise}; nothing fell.");
    private static readonly Template Fall = new(FindingKinds.X3, "The largest fall is {fall}; nothing rose.");
    private static readonly Template AboveAndBelow = new(FindingKinds.X3, "Furthest above {base} is {rise}; furthest below is {fall}.");
    private static readonly Template Above = new(FindingKinds.X3, "Furthest above {base} is {rise}; nothing is below it.");
    private static readonly Template Below = new(FindingKinds.X3, "Furthest below {base} is {fall}; nothing is above it.");

    public static IEnumerable<Finding> From(TableFacts facts) =>
        facts.Table.Content is TableContent.Changes changes && facts.Count > 0 && new ChangedCells(facts, changes) is { Count: > 0 } cells
            ? Counts(cells).Concat(Means(cells)).Concat(Extremes(cells))
            : [];

    private static IEnumerable<Finding> Counts(ChangedCells cells)
    {
        Region all = cells.Region;
        Quantity That(Comparison comparison) => new Quantity.CountWhere(all, comparison, new Quantity.Constant(0));
        Fill Compared(Comparison comparison, int value) => Some(That(comparison), value);
        bool same = cells.Up + cells.Down == 0;
        yield return new Finding
        {
            Sentence = ((same, cells.IsEarlier) switch { (true, true) => Unchanged, (true, false) => AllAs, (false, true) => Since, _ => Against }).With(
                ("base", cells.Base), ("n", Number(new Quantity.Over(RegionMeasure.Count, all), cells.Count, 0)),
                ("up", Compared(Comparison.Greater, cells.Up)), ("down", Compared(Comparison.Less, cells.Down)), ("same", Compared(Comparison.Equal, cells.Count - cells.Up - cells.Down)),
                ("mean", Number(new Quantity.Over(RegionMeasure.Mean, all), cells.Mean, cells.Facts.MeanDecimals, NumberStyle.Signed)), ("unit", Unit(cells.Facts.Table))),
            Checks = same ? [new Check(That(Comparison.NotEqual), Comparison.Equal, 0)] : [],
            Effect = (double)Math.Abs(cells.Up - cells.Down) / cells.Count,
            Covered = cells.Count,
            Subjects = [cells.Label],
        };
    }

    private static IEnumerable<Finding> Means(ChangedCells cells)
    {
        TableFacts facts = cells.Facts;
        if (!facts.Table.CommensurableColumns || LineEnds.Of(cells.Lines, cells.Means(), facts.Key) is not { } ends)
            yield break;
        (int high, int low) = (cells.Line(ends.Most[0]).Count, cells.Line(ends.Least[0]).Count);
        if (ends.Most.Any(line => cells.Line(line).Count != high) || ends.Least.Any(line => cells.Line(line).Count != low))
            yield break;
        int decimals = Apart(ends.High, ends.Low, facts.MeanDecimals);
        Fill Mean(int line, double value) => Number(new Quantity.Line(LineMeasure.Mean, cells.Lines, 0, line), value, decimals, NumberStyle.Signed);
        Fill Over(int line, int count) => Number(new Quantity.Line(LineMeasure.Count, cells.Lines, 0, line), count, 0);
        yield return new Finding
        {
            Sentence = (cells.IsEarlier ? MeanSince : MeanAgainst).With(
                ("base", cells.Base), ("unit", Unit(facts.Table)), ("each", Clause(ends.Most.Count > 1 ? Each.With() : null)),
                ("most", new Fill.Names(cells.Lines, ends.Most)), ("high", Mean(ends.Most[0], ends.High)), ("n", Over(ends.Most[0], high)),
                ("least", new Fill.Names(cells.Lines, ends.Least)), ("low", Mean(ends.Least[0], ends.Low)), ("m", Over(ends.Least[0], low))),
            Checks = [.. ends.Checks(LineMeasure.Mean, cells.BaselineLine)],
            Effect = facts.Span == 0 ? 0 : Math.Min(1, (ends.High - ends.Low) / facts.Span),
            Covered = cells.Count,
            Cells = [.. ends.Most.Concat(ends.Least).SelectMany(cells.CellsOf)],
            Subjects = [.. ends.Subjects(facts.Table)],
        };
    }

    private static IEnumerable<Finding> Extremes(ChangedCells cells)
    {
        TableFacts facts = cells.Facts;
        CellEnd? rise = cells.Up > 0 ? new CellEnd(facts, cells.Region, RegionMeasure.Max, facts.Max) : null;
        CellEnd? fall = cells.Down > 0 ? new CellEnd(facts, cells.Region, RegionMeasure.Min, facts.Min) : null;
        if (rise is null && fall is null)
            yield break;
        CellEnd[] ends = [.. new[] { rise, fall }.OfType<CellEnd>()];
        Template template = (cells.IsEarlier, rise, fall) switch
        {
            (true, null, _) => Fall,
            (true, _, null) => Rise,
            (true, _, _) => RiseAndFall,
            (false, null, _) => Below,
            (false, _, null) => Above,
            _ => AboveAndBelow,
        };
        yield return new Finding
        {
            Sentence = template.With(("base", cells.Base), ("rise", Clause(rise?.Sentence())), ("fall", Clause(fall?.Sentence()))),
            Checks =
            [
                .. ends.SelectMany(static end => end.Checks()),
                .. rise is null ? [new Check(new Quantity.Over(RegionMeasure.Max, cells.Region), Comparison.AtMost, 0)] : Array.Empty<Check>(),
                .. fall is null ? [new Check(new Quantity.Over(RegionMeasure.Min, cells.Region), Comparison.AtLeast, 0)] : Array.Empty<Check>(),
            ],
            Effect = facts.Span == 0 ? 0 : Math.Min(1, Math.Max(Math.Abs(facts.Max), Math.Abs(facts.Min)) / facts.Span),
            Covered = ends.Sum(static end => end.Named.Count),
            Cells = [.. ends.SelectMany(static end => end.Named)],
            Subjects = [.. ends.SelectMany(static end => end.Named).Select(cell => facts.Table.Rows.Labels[cell.Row]).Distinct(StringComparer.Ordinal)],
        };
    }
}
