namespace BenchWorker.Analysis;

/// <summary>The cells of a table of differences, the baseline's own left out.</summary>
internal sealed class ChangedCells
{
    private readonly TableContent.Changes changes;

    public ChangedCells(TableFacts facts, TableContent.Changes changes)
    {
        (Facts, this.changes) = (facts, changes);
        Region = changes.Baseline switch
        {
            (Axis.Row, var row) => new Region(Rows: Others(Axis.Row, row)),
            (Axis.Column, var column) => new Region(Columns: Others(Axis.Column, column)),
            _ => Region.All,
        };
        double sum = 0;
        for (int row = 0; row < facts.Table.Rows.Count; row++)
        {
            for (int column = 0; column < facts.Table.Columns.Count; column++)
            {
                double shown = facts.Facet(0).At(row, column);
                if (double.IsNaN(shown) || changes.Baseline is (Axis.Row, var own) && own == row || changes.Baseline is (Axis.Column, var other) && other == column)
                    continue;
                (Count, Up, Down) = (Count + 1, Up + (shown > 0 ? 1 : 0), Down + (shown < 0 ? 1 : 0));
                sum += facts.Table[0, row, column];
            }
        }

        Mean = sum / Count;
    }

    public TableFacts Facts { get; }

    public Region Region { get; }

    /// <summary>Cells with a difference.</summary>
    public int Count { get; }

    public int Up { get; }

    public int Down { get; }

    public double Mean { get; }

    public bool IsEarlier => changes.Baseline is null;

    public string Label => changes.Against;

    public Fill Base => new Fill.Label(changes.Against);

    /// <summary>Along which the lines run that are compared: the baseline's axis, else the axis of those who compete.</summary>
    public Axis Lines => changes.Baseline?.Axis ?? (Facts.Table.Compared == Axis.Column ? Axis.Column : Axis.Row);

    public int? BaselineLine => changes.Baseline?.Index;

    public LineSeries Line(int index) => Lines == Axis.Row ? Facts.Facet(0).Row(index) : Facts.Facet(0).Column(index);

    public IEnumerable<int> OtherLines => Enumerable.Range(0, Facts.Table.AxisOf(Lines).Count).Where(line => line != BaselineLine);

    /// <summary>One per line, NaN for the baseline and for lines without a value.</summary>
    public double[] Means() => [.. Enumerable.Range(0, Facts.Table.AxisOf(Lines).Count).Select(line => line == BaselineLine ? double.NaN : Line(line).Mean)];

    public IEnumerable<CellAddress> CellsOf(int line) =>
        Line(line).Indices.Select(at => Lines == Axis.Row ? new CellAddress(0, line, at) : new CellAddress(0, at, line));

    private int[] Others(Axis axis, int without) => [.. Enumerable.Range(0, Facts.Table.AxisOf(axis).Count).Where(line => line != without)];
}
