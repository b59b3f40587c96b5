namespace BenchWorker.Figures;

/// <summary>Composes matrix figures.</summary>
internal static class MatrixComposer
{
    private const string Remedy = "Show fewer rows, columns or panels, or let max_width grow.";

    /// <returns>What draws it in a theme, on which nothing but colours depends.</returns>
    public static Func<Theme, Scene> Lay(MatrixFigure figure, TextMeasure measure)
    {
        IReadOnlyList<ArrangedPanel> panels = Arrangement.Of(figure);
        CellNumbers numbers = CellNumbers.Of(figure, panels);
        int missing = panels.Sum(static panel => panel.CountMissing());
        var request = new MatrixRequest
        {
            Figure = figure,
            Panels = panels,
            Measure = measure,
            Key = KeyOf(figure, numbers.Common, missing),
            Sides = SideColumns.Of(figure, panels, numbers.Common, measure),
        };
        (MatrixPlan plan, CellText? text) = MatrixSolution.Of(request, numbers);
        IReadOnlyList<string> notes = MatrixNotes.Of(plan, text, panels);
        FigureFrame frame = FigureFrame.Around(figure, plan.Size.Width, notes, measure);
        double height = frame.HeightFor(plan.Size.Height, Remedy);
        string description = MatrixDescription.Of(figure, panels, numbers);
        var origin = new Point(FigureFrame.PadPx, frame.TopPx);
        IReadOnlyList<LabelPromise> promises = MatrixPromises.Of(plan, text);
        IReadOnlyList<IReadOnlyList<string?>> texts = CellGrid.TextsOf(plan, numbers);
        return theme =>
        {
            NoDataLook noData = NoDataOf(plan, theme);
            var scene = new SceneBuilder(measure);
            new CellPainter(scene, plan, text, numbers, noData, theme).Paint(origin);
            new AxisPainter(scene, plan, theme).Paint(origin);
            foreach (PlacedBar bar in plan.Bars)
                bar.Bar.Paint(scene, origin.X + bar.At.X, origin.Y + bar.At.Y, noData, theme);
            Scene finished = frame.Finish(scene, height, description, promises, theme);
            return finished with { Grids = CellGrid.Of(plan, origin, texts, noData) };
        };
    }

    private static ScaleKey KeyOf(MatrixFigure figure, NumberFormat format, int missing)
    {
        TickKind ticks = figure.Scale.Standardize switch
        {
            Standardization.None => TickKind.Value,
            Standardization.ZScore => TickKind.Deviation,
            _ => TickKind.Place,
        };
        return new ScaleKey(figure.Scale.Title ?? "", format, missing > 0 ? figure.NoDataLabel : null, ticks, PanelShades.TurnsLowerColumns(figure) ? Better.Higher : Better.Neither);
    }

    private static NoDataLook NoDataOf(MatrixPlan plan, Theme theme)
    {
        IEnumerable<Rgb> used = plan.Request.Panels.SelectMany(static panel => panel.UsedColours());
        bool image = plan.Request.CellCount > CellPainter.MostRectangles;
        return NoDataLook.Choose(used, image ? 0 : Math.Min(plan.Metrics.PitchX, plan.Metrics.PitchY), theme);
    }
}
