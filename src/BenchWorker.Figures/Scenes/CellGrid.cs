namespace BenchWorker.Figures;

/// <summary>Where the cells of one panel lie on the canvas and what they say, for pages that point at them. Arrays run in the order drawn.</summary>
/// <param name="RowOrder">For each drawn row its index in the panel as it was given; empty where the figure's table has no such rows.</param>
/// <param name="Texts">Row-major; null for a cell that is left out on purpose.</param>
/// <param name="Colours">Row-major, as painted; the look of no data where there is none.</param>
public sealed record CellGrid(
    string? Title, GridAxis Rows, GridAxis Columns, IReadOnlyList<int> RowOrder, IReadOnlyList<int> ColumnOrder, IReadOnlyList<string?> Texts, IReadOnlyList<Rgb> Colours)
{
    /// <summary>
    /// Names of packed cells, line by line: then rows and columns have no labels and no order of their own, and the k-th panel is the k-th row of the
    /// figure's table. Null where rows and columns name the cells.
    /// </summary>
    public IReadOnlyList<string>? Codes { get; init; }

    /// <summary>Whether the cells alone make a picture; of a density with few pairs they are dots on the ground.</summary>
    public bool IsPicture => Texts.Count > 0 && 3 * Texts.Count(static text => text is not null) >= Texts.Count;

    /// <summary>More cells than these are too many for a page to point at, and their texts would take longer than the drawing.</summary>
    private const int MostCells = 100_000;

    /// <summary>What the cells of every panel say; none where a page cannot point at them.</summary>
    internal static IReadOnlyList<IReadOnlyList<string?>> TextsOf(MatrixPlan plan, CellNumbers numbers)
    {
        MatrixFigure figure = plan.Request.Figure;
        if (plan.Request.CellCount > MostCells)
            return [];
        bool whole = plan.Request.Panels.Zip(figure.Panels).All(static pair => pair.First.CellCount == pair.Second.Rows.Count * pair.Second.Columns.Count);
        return whole ? [.. plan.Request.Panels.Select(panel => TextsOf(figure, panel, numbers))] : [];
    }

    /// <param name="texts">Of the same plan.</param>
    internal static IReadOnlyList<CellGrid> Of(MatrixPlan plan, Point origin, IReadOnlyList<IReadOnlyList<string?>> texts, NoDataLook noData) =>
        [.. texts.Select((ofPanel, panel) => Of(plan.Request.Panels[panel], plan.Places[panel], origin, ofPanel, noData))];

    private static CellGrid Of(ArrangedPanel panel, PanelPlace place, Point origin, IReadOnlyList<string?> texts, NoDataLook noData) => new(
        panel.Source.Title,
        GridAxis.Of(panel.Rows, place.Rows, origin.Y + place.Body.Top),
        GridAxis.Of(panel.Columns, place.Columns, origin.X + place.Body.Left),
        panel.RowOrder,
        panel.ColumnOrder,
        texts,
        [.. Enumerable.Range(0, panel.CellCount).Select(cell => panel.HasData(cell) ? panel.ColourOf(cell) : noData.Ground)]);

    private static string?[] TextsOf(MatrixFigure figure, ArrangedPanel panel, CellNumbers numbers) =>
        [.. Enumerable.Range(0, panel.CellCount).Select(cell => !panel.IsDrawn(cell) ? null : !panel.HasData(cell) ? figure.NoDataLabel : numbers.Write(panel, cell))];
}

/// <summary>One axis of a grid.</summary>
/// <param name="Labels">One a band; none for packed cells.</param>
/// <param name="Starts">Where each band begins, in px of the canvas.</param>
/// <param name="BandPx">Width or height of every cell.</param>
public sealed record GridAxis(IReadOnlyList<string> Labels, IReadOnlyList<double> Starts, double BandPx)
{
    public int Count => Starts.Count;

    internal static GridAxis Of(IReadOnlyList<string> labels, BandAxis axis, double from) =>
        new(labels, [.. Enumerable.Range(0, axis.Count).Select(band => from + axis.Start(band))], axis.BandPx);
}
