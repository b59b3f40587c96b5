using static BenchWorker.Analysis.SentenceBuilder;

namespace BenchWorker.Analysis;

/// <summary>Single steps, plateaus and net changes along an ordered axis (T3, T4, T5, T6).</summary>
internal static class RowSteps
{
    private static readonly Template Step = new(FindingKinds.T3,
        "The largest change from one {axis} to the next{where} is that of {row}, from {before} at {from} to {after} at {to} ({change}{unit}).");

    private static readonly Template Plateau = new(FindingKinds.T4,
        "From {from} on, {row}{where} stays between {low} and {high} ({n} values), after {first} at {start}.");

    private static readonly Template Fall = new(FindingKinds.T5,
        "{row} falls furthest from its first value to its last{where}: {first} to {last} ({change}{unit}).");

    private static readonly Template Rise = new(FindingKinds.T5,
        "{row} rises furthest from its first value to its last{where}: {first} to {last} ({change}{unit}).");

    private static readonly Template FallsAlways = new(FindingKinds.T6, "{row}{where} falls at every one of its {n} steps, from {first} to {last}.");
    private static readonly Template RisesAlways = new(FindingKinds.T6, "{row}{where} rises at every one of its {n} steps, from {first} to {last}.");

    private const int MinSteps = 5;

    private const double FullStep = 0.1;

    private const int MinPlateauRow = 8;

    private const int MinPlateau = 5;

    /// <summary>A plateau's range, as a share of the scale, and what the whole row must exceed.</summary>
    private const double PlateauWidth = 0.02;

    private const double PlateauContrast = 0.05;

    private const int MinRows = 3;

    private const double NetChange = 0.05;

    private const double FullNetChange = 0.2;

    public static IEnumerable<Finding> From(TableFacts facts)
    {
        if (!facts.Table.Columns.Ordered || !facts.Table.CommensurableColumns || facts.Span == 0)
            return [];
        return facts.Facets.SelectMany(static facet =>
            LargestStep(facet).Concat(Plateaus(facet)).Concat(NetChanges(facet)).Concat(Monotone(facet)));
    }

    private static IEnumerable<Finding> LargestStep(FacetFacts facet)
    {
        (int Row, int At, double Change)[] steps =
        [
            .. from row in Enumerable.Range(0, facet.Table.Rows.Count)
               let series = facet.Row(row)
               from i in Enumerable.Range(1, Math.Max(0, series.Count - 1))
               where series.Indices[i] == series.Indices[i - 1] + 1
               select (row, series.Indices[i - 1], series.Shown[i] - series.Shown[i - 1]),
        ];
        if (steps.Length < MinSteps)
            yield break;
        double largest = steps.Max(static step => Math.Abs(step.Change));
        (int Row, int At, double Change)[] tied = [.. steps.Where(step => facet.Facts.Key.Compare(Math.Abs(step.Change), largest) == 0)];
        if (tied.Length != 1 || facet.Facts.Key.Of(largest) == 0)
            yield break;
        (int r, int at, double change) = tied[0];
        CellAddress from = new(facet.Index, r, at);
        CellAddress to = new(facet.Index, r, at + 1);
        Quantity difference = new Quantity.Difference(new Quantity.Cell(to), new Quantity.Cell(from));
        yield return new Finding
        {
            Sentence = Step.With(
                ("axis", Label(facet.Table.Columns.Name)), ("where", Where(facet.Index)), ("change", Number(difference, change, facet.Decimals, NumberStyle.Signed)), ("unit", Unit(facet.Table)),
                ("row", Rows(r)), ("before", Cell(facet, from)), ("from", Columns(at)), ("after", Cell(facet, to)), ("to", Columns(at + 1))),
            Checks =
            [
                new Check(new Quantity.LinesWhere(LineMeasure.LargestStep, Axis.Row, facet.Index, Comparison.AtLeast, new Quantity.Absolute(difference), [r]), Comparison.Equal, 0),
                new Check(new Quantity.Line(LineMeasure.LargestStep, Axis.Row, facet.Index, r), Comparison.Equal, new Quantity.Absolute(difference)),
            ],
            Effect = Math.Min(1, largest / (FullStep * facet.Facts.Span)),
            Covered = 2,
            Cells = [from, to],
            Subjects = [facet.Table.Rows.Labels[r]],
        };
    }

    private static IEnumerable<Finding> Plateaus(FacetFacts facet)
    {
        for (int row = 0; row < facet.Table.Rows.Count; row++)
        {
            LineSeries series = facet.Row(row);
            if (series.Count < MinPlateauRow || series.Max - series.Min <= PlateauContrast * facet.Facts.Span)
                continue;
            int start = PlateauStart(series, PlateauWidth * facet.Facts.Span, facet.Facts.Key);
            if (start > 0 && series.Count - start >= MinPlateau)
                yield return PlateauFrom(facet, row, series, start);
        }
    }

    /// <summary>First position from which all later values stay within the width.</summary>
    private static int PlateauStart(LineSeries series, double width, TieKey key)
    {
        (double low, double high) = (double.PositiveInfinity, double.NegativeInfinity);
        for (int i = series.Count - 1; i >= 0; i--)
        {
            (low, high) = (Math.Min(low, series.Shown[i]), Math.Max(high, series.Shown[i]));
            if (key.Compare(high - low, width) > 0)
                return i + 1;
        }

        return 0;
    }

    private static Finding PlateauFrom(FacetFacts facet, int row, LineSeries series, int start)
    {
        int[] columns = series.Indices[start..];
        Region plateau = new([facet.Index], [row], [.. Enumerable.Range(columns[0], facet.Table.Columns.Count - columns[0])]);
        Region longer = new([facet.Index], [row], [.. Enumerable.Range(series.Indices[start - 1], facet.Table.Columns.Count - series.Indices[start - 1])]);
        double width = PlateauWidth * facet.Facts.Span;
        CellAddress first = new(facet.Index, row, series.Indices[0]);
        return new Finding
        {
            Sentence = Plateau.With(
                ("from", new Fill.Position(columns[0])), ("row", Rows(row)), ("where", Where(facet.Index)),
                ("low", Number(new Quantity.Over(RegionMeasure.Min, plateau), series.Shown[start..].Min(), facet.Decimals)),
                ("high", Number(new Quantity.Over(RegionMeasure.Max, plateau), series.Shown[start..].Max(), facet.Decimals)),
                ("n", Count(new Quantity.Over(RegionMeasure.Count, plateau), columns.Length)),
                ("first", Cell(facet, first)), ("start", Columns(series.Indices[0]))),
            Checks =
            [
                new Check(new Quantity.Over(RegionMeasure.Range, plateau), Comparison.AtMost, width),
                new Check(new Quantity.Over(RegionMeasure.Range, longer), Comparison.Greater, width),
                new Check(new Quantity.Line(LineMeasure.First, Axis.Row, facet.Index, row), Comparison.Equal, series.Indices[0]),
            ],
            Effect = (double)columns.Length / series.Count,
            Covered = columns.Length,
            Cells = [.. columns.Select(column => new CellAddress(facet.Index, row, column))],
            Subjects = [facet.Table.Rows.Labels[row]],
        };
    }

    private static IEnumerable<Finding> NetChanges(FacetFacts facet)
    {
        int[] rows = [.. Enumerable.Range(0, facet.Table.Rows.Count).Where(row => facet.Row(row).Count >= 2)];
        if (rows.Length < MinRows)
            yield break;
        foreach (int sign in (int[])[-1, 1])
        {
            double largest = rows.Max(row => sign * Net(facet, row));
            int[] tied = [.. rows.Where(row => facet.Facts.Key.Compare(sign * Net(facet, row), largest) == 0)];
            if (tied.Length == 1 && largest > NetChange * facet.Facts.Span)
                yield return NetChangeOf(facet, tied[0], sign);
        }
    }

    private static double Net(FacetFacts facet, int row) => facet.Row(row).Shown[^1] - facet.Row(row).Shown[0];

    private static Finding NetChangeOf(FacetFacts facet, int row, int sign)
    {
        LineSeries series = facet.Row(row);
        CellAddress first = new(facet.Index, row, series.Indices[0]);
        CellAddress last = new(facet.Index, row, series.Indices[^1]);
        Quantity change = new Quantity.Line(LineMeasure.NetChange, Axis.Row, facet.Index, row);
        return new Finding
        {
            Sentence = (sign < 0 ? Fall : Rise).With(
                ("where", Where(facet.Index)), ("row", Rows(row)), ("first", Cell(facet, first)), ("last", Cell(facet, last)),
                ("change", Number(change, Net(facet, row), facet.Decimals, NumberStyle.Signed)), ("unit", Unit(facet.Table))),
            Checks =
            [
                new Check(
                    new Quantity.LinesWhere(LineMeasure.NetChange, Axis.Row, facet.Index, sign < 0 ? Comparison.AtMost : Comparison.AtLeast, change, [row]),
                    Comparison.Equal, 0),
                new Check(new Quantity.Line(LineMeasure.First, Axis.Row, facet.Index, row), Comparison.Equal, series.Indices[0]),
                new Check(new Quantity.Line(LineMeasure.Last, Axis.Row, facet.Index, row), Comparison.Equal, series.Indices[^1]),
            ],
            Effect = Math.Min(1, Math.Abs(Net(facet, row)) / (FullNetChange * facet.Facts.Span)),
            Covered = 2,
            Cells = [first, last],
            Subjects = [facet.Table.Rows.Labels[row]],
        };
    }

    private static IEnumerable<Finding> Monotone(FacetFacts facet)
    {
        for (int row = 0; row < facet.Table.Rows.Count; row++)
        {
            LineSeries series = facet.Row(row);
            if (series.Count < MannKendall.MinCount)
                continue;
            bool falls = series.Shown.Zip(series.Shown.Skip(1)).All(static step => step.Second < step.First);
            bool rises = series.Shown.Zip(series.Shown.Skip(1)).All(static step => step.Second > step.First);
            if (falls || rises)
                yield return Always(facet, row, series, falls);
        }
    }

    private static Finding Always(FacetFacts facet, int row, LineSeries series, bool falls)
    {
        LineMeasure steps = falls ? LineMeasure.StepsDown : LineMeasure.StepsUp;
        return new Finding
        {
            Sentence = (falls ? FallsAlways : RisesAlways).With(
                ("row", Rows(row)), ("where", Where(facet.Index)),
                ("n", Count(new Quantity.Line(steps, Axis.Row, facet.Index, row), series.Count - 1)),
                ("first", Cell(facet, new CellAddress(facet.Index, row, series.Indices[0]))),
                ("last", Cell(facet, new CellAddress(facet.Index, row, series.Indices[^1])))),
            Checks =
            [
                new Check(new Quantity.Line(LineMeasure.Count, Axis.Row, facet.Index, row), Comparison.Equal, series.Count),
                new Check(new Quantity.Line(LineMeasure.First, Axis.Row, facet.Index, row), Comparison.Equal, series.Indices[0]),
                new Check(new Quantity.Line(LineMeasure.Last, Axis.Row, facet.Index, row), Comparison.Equal, series.Indices[^1]),
            ],
            Effect = Math.Min(1, (series.Max - series.Min) / (FullNetChange * facet.Facts.Span)),
            Covered = series.Count,
            Cells = [.. series.Indices.Select(column => new CellAddress(facet.Index, row, column))],
            Subjects = [facet.Table.Rows.Labels[row]],
        };
    }

    private static Fill Cell(FacetFacts facet, CellAddress cell) =>
        Number(new Quantity.Cell(cell), facet.At(cell.Row, cell.Column), facet.Decimals);
}
