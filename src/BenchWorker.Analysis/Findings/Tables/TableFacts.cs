namespace BenchWorker.Analysis;

/// <summary>What several kinds of findings need to know of one table, computed once. The writers' side; the verifier reads for itself.</summary>
internal sealed class TableFacts
{
    private readonly Lazy<FacetFacts>[] facets;

    public TableFacts(HeatmapTable table)
    {
        Table = table;
        double largest = 0;
        (Min, Max) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (double value in table.Shown)
        {
            if (double.IsNaN(value))
                continue;
            Count++;
            Min = Math.Min(Min, value);
            Max = Math.Max(Max, value);
        }

        largest = Count == 0 ? 0 : Math.Max(Math.Abs(Min), Math.Abs(Max));
        Key = TieKey.For(largest);
        Span = table.Metric is { Lower: { } low, Upper: { } high } && high > low ? high - low : Count == 0 ? 0 : Max - Min;
        facets = [.. Enumerable.Range(0, table.Facets.Count).Select(facet => new Lazy<FacetFacts>(() => new FacetFacts(this, facet)))];
    }

    public HeatmapTable Table { get; }

    /// <summary>Cells with a value.</summary>
    public int Count { get; }

    public int Size => Table.Stored.Length;

    public double Min { get; }

    public double Max { get; }

    /// <summary>Width of the metric's range, else of the values'; effects are measured in it.</summary>
    public double Span { get; }

    public TieKey Key { get; }

    public IEnumerable<FacetFacts> Facets => facets.Select(static facet => facet.Value);

    public FacetFacts Facet(int facet) => facets[facet].Value;

    /// <summary>1 where higher is better or unknown, -1 where lower is.</summary>
    public int Sign => Table.Metric.Direction == Direction.LowerIsBetter ? -1 : 1;

    public bool Ranked => Table.Metric.Direction != Direction.Unknown;

    /// <summary>Decimals of a mean: one more than its values have.</summary>
    public int MeanDecimals => Math.Min(DisplayNumber.MaxDecimals, Table.Decimals + 1);
}

/// <summary>The same for one facet.</summary>
internal sealed class FacetFacts
{
    private readonly Lazy<LineSeries>[] rows;
    private readonly Lazy<RowSummary[]> summaries;
    private readonly Lazy<int[]> completeColumns;

    public FacetFacts(TableFacts table, int index)
    {
        Facts = table;
        Index = index;
        rows = [.. Enumerable.Range(0, Table.Rows.Count).Select(row => new Lazy<LineSeries>(() => LineSeries.OfRow(Table, index, row)))];
        completeColumns = new Lazy<int[]>(FindCompleteColumns);
        summaries = new Lazy<RowSummary[]>(() => [.. Enumerable.Range(0, Table.Rows.Count).Select(Summarise)]);
    }

    public TableFacts Facts { get; }

    public HeatmapTable Table => Facts.Table;

    public int Index { get; }

    /// <summary>Digits after the point of its displayed values.</summary>
    public int Decimals => Table.DecimalsOf(Index);

    /// <summary>Decimals of a mean: one more than its values have.</summary>
    public int MeanDecimals => Math.Min(DisplayNumber.MaxDecimals, Decimals + 1);

    public ReadOnlySpan<double> Stored => Table.Stored.AsSpan(Table.Index(Index, 0, 0), Table.Rows.Count * Table.Columns.Count);

    public ReadOnlySpan<double> Shown => Table.Shown.AsSpan(Table.Index(Index, 0, 0), Table.Rows.Count * Table.Columns.Count);

    public LineSeries Row(int row) => rows[row].Value;

    public LineSeries Column(int column) => LineSeries.OfColumn(Table, Index, column);

    /// <summary>The cells of these rows that have a value.</summary>
    public IReadOnlyList<CellAddress> CellsOfRows(params IEnumerable<int> of) => [.. of.SelectMany(row => Row(row).Indices.Select(column => new CellAddress(Index, row, column)))];

    /// <summary>The cells of these columns that have a value.</summary>
    public IReadOnlyList<CellAddress> CellsOfColumns(params IEnumerable<int> of) => [.. of.SelectMany(column => Column(column).Indices.Select(row => new CellAddress(Index, row, column)))];

    public double At(int row, int column) => Table.Shown[Table.Index(Index, row, column)];

    public IReadOnlyList<RowSummary> Rows => summaries.Value;

    /// <summary>Rows with at least one value.</summary>
    public IEnumerable<int> LiveRows => Enumerable.Range(0, Rows.Count).Where(row => Rows[row].Count > 0);

    /// <summary>Columns in which every live row has a value.</summary>
    public IReadOnlyList<int> CompleteColumns => completeColumns.Value;

    /// <summary>Cells with a value.</summary>
    public int Count => Rows.Sum(static row => row.Count);

    private int[] FindCompleteColumns()
    {
        int[] present = new int[Table.Columns.Count];
        int live = 0;
        for (int row = 0; row < Table.Rows.Count; row++)
        {
            int[] columns = Row(row).Indices;
            live += columns.Length > 0 ? 1 : 0;
            foreach (int column in columns)
                present[column]++;
        }

        return [.. Enumerable.Range(0, present.Length).Where(column => live > 0 && present[column] == live)];
    }

    private RowSummary Summarise(int row)
    {
        LineSeries series = Row(row);
        double complete = 0;
        foreach (int column in CompleteColumns)
            complete += Table[Index, row, column];
        return new RowSummary(series.Count, series.Mean, CompleteColumns.Count == 0 ? double.NaN : complete / CompleteColumns.Count);
    }
}

/// <param name="Mean">Over the row's own cells; NaN where it has none.</param>
/// <param name="CompleteMean">Over the columns where every live row has a value; NaN where there is none.</param>
internal readonly record struct RowSummary(int Count, double Mean, double CompleteMean);
