namespace BenchWorker.Figures;

/// <summary>Columns of summaries to the right of a body.</summary>
internal sealed record SideColumns(IReadOnlyList<SideColumn> Columns)
{
    public const double TextSizePx = 9;

    private const double SpacingPx = 12, BarPx = 44;

    public double WidthPx => Columns.Sum(static column => column.WidthPx + SpacingPx);

    public static SideColumns Of(MatrixFigure figure, IReadOnlyList<ArrangedPanel> panels, NumberFormat format, TextMeasure measure) =>
        new([.. figure.RowSummaries.Select(summary => Column(summary, panels, format, measure))]);

    /// <summary>Calls back with the left edge of each column, from the right end of the body.</summary>
    public void Place(double left, Action<SideColumn, double> place)
    {
        foreach (SideColumn column in Columns)
        {
            place(column, left + SpacingPx);
            left += column.WidthPx + SpacingPx;
        }
    }

    private static SideColumn Column(SideAnnotation summary, IReadOnlyList<ArrangedPanel> panels, NumberFormat format, TextMeasure measure)
    {
        string header = summary switch
        {
            SideAnnotation.Mean => "mean",
            SideAnnotation.Count => "n",
            SideAnnotation.Rank => "rank",
            _ => "coverage",
        };
        IReadOnlyList<RowSummary>[] rows = [.. panels.Select(RowSummary.Of)];
        format = ForMeans(format, [.. rows.SelectMany(static panel => panel.Select(static row => row.Mean)).Where(double.IsFinite).Distinct()]);
        string[][] texts = [.. rows.Select(panel => panel.Select(row => Text(summary, row, format)).ToArray())];
        double widest = summary is SideAnnotation.Coverage ? BarPx : measure.Widest(texts.SelectMany(static panel => panel), TextSizePx);
        return new SideColumn(summary, header, texts, [.. rows.Select(panel => panel.Select(static row => row.Coverage).ToArray())], Math.Ceiling(Math.Max(widest, measure.Width(header, TextSizePx))));
    }

    /// <summary>Means fall between the values; where they would look equal without being so, they get one decimal more.</summary>
    private static NumberFormat ForMeans(NumberFormat format, double[] means) =>
        format is { IsTiny: false, Decimals: < 3 } && means.Select(format.Write).Distinct(StringComparer.Ordinal).Count() < means.Length
            ? format with { Decimals = format.Decimals + 1 }
            : format;

    private static string Text(SideAnnotation summary, RowSummary row, NumberFormat format) => summary switch
    {
        SideAnnotation.Mean => double.IsNaN(row.Mean) ? "–" : format.Write(row.Mean),
        SideAnnotation.Count => new NumberFormat(0).Write(row.Count),
        SideAnnotation.Rank => row.Rank == 0 ? "–" : new NumberFormat(0).Write(row.Rank),
        _ => "",
    };
}

/// <param name="Texts">By panel and row; empty texts for bars.</param>
/// <param name="Coverage">By panel and row, in [0, 1].</param>
internal sealed record SideColumn(SideAnnotation Kind, string Header, string[][] Texts, double[][] Coverage, double WidthPx);

/// <summary>One row in a few numbers.</summary>
/// <param name="Mean">NaN for a row without data.</param>
/// <param name="Rank">1 for the best mean; 0 for a row without data.</param>
/// <param name="Coverage">Cells with data over cells drawn.</param>
internal readonly record struct RowSummary(double Mean, int Count, int Rank, double Coverage)
{
    private const double RelativeTie = 1e-12;

    public static IReadOnlyList<RowSummary> Of(ArrangedPanel panel)
    {
        int columns = panel.Columns.Count;
        double sign = panel.Source.Better.All(static better => better is Better.Lower) ? -1 : 1;
        var rows = new RowSummary[panel.Rows.Count];
        for (int row = 0; row < rows.Length; row++)
        {
            int[] drawn = [.. Enumerable.Range(row * columns, columns).Where(panel.IsDrawn)];
            double[] present = [.. drawn.Select(cell => panel.Values[cell]).Where(double.IsFinite)];
            rows[row] = new RowSummary(RowMean.Of(present), present.Length, 0, drawn.Length == 0 ? 0 : present.Length / (double)drawn.Length);
        }
        // Equal rows added up in another order differ in the last digits; they share a rank all the same.
        double tie = RelativeTie * rows.Select(static row => double.IsNaN(row.Mean) ? 0 : Math.Abs(row.Mean)).DefaultIfEmpty().Max();
        return [.. rows.Select(row => row with { Rank = double.IsNaN(row.Mean) ? 0 : 1 + rows.Count(other => sign * (other.Mean - row.Mean) > tie) })];
    }
}
