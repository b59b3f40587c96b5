namespace BenchWorker.Figures;

/// <summary>Composes matrix figures.</summary>
internal static class MatrixComposer
{
    private const string Remedy = "Show fewer rows, columns or panels, or let max_width grow.";

    /// <summary>Width over height that a figure of several panels comes near.</summary>
    private const double PleasantAspect = 1.5;

    /// <summary>About what title and margins add to the height.</summary>
    private const double HeaderPx = 80;

    public static Scene Compose(MatrixFigure figure, Theme theme, TextMeasure measure)
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
        (MatrixPlan plan, CellText? text) = Solve(request, numbers);
        NoDataLook noData = NoDataOf(plan, theme);
        IReadOnlyList<string> notes = MatrixNotes.Of(plan, text, panels);
        FigureFrame frame = FigureFrame.Around(figure, plan.Size.Width, notes, measure);
        double height = frame.HeightFor(plan.Size.Height, Remedy);
        var scene = new SceneBuilder(measure);
        var origin = new Point(FigureFrame.PadPx, frame.TopPx);
        new CellPainter(scene, plan, text, numbers, noData, theme).Paint(origin);
        new AxisPainter(scene, plan, theme).Paint(origin);
        foreach (PlacedBar bar in plan.Bars)
            bar.Bar.Paint(scene, origin.X + bar.At.X, origin.Y + bar.At.Y, noData, theme);
        Scene finished = frame.Finish(scene, height, MatrixDescription.Of(figure, panels, numbers), MatrixPromises.Of(plan, text), theme);
        return finished with { Grids = CellGrid.Of(plan, origin, numbers, noData) };
    }

    private static ScaleKey KeyOf(MatrixFigure figure, NumberFormat format, int missing)
    {
        bool z = figure.Scale.Standardize is Standardization.ZScore;
        NumberFormat ticks = figure.Scale.Standardize is Standardization.None ? format : new NumberFormat(1);
        return new ScaleKey(figure.Scale.Title ?? "", ticks, missing > 0 ? figure.NoDataLabel : null, z);
    }

    /// <summary>Text in every cell if some format fits; otherwise colours alone.</summary>
    private static (MatrixPlan Plan, CellText? Text) Solve(MatrixRequest request, CellNumbers numbers)
    {
        int[] grids = request.Figure.PanelColumns is { } given ? [Math.Clamp(given, 1, request.Panels.Count)] : PanelGrid.Candidates(request.Panels.Count);
        if (request.Figure.Annotate && request.CellCount is > 0 and <= CellPainter.MostRectangles)
        {
            FontWeight widest = request.Figure.Best is BestMark.None ? FontWeight.Regular : FontWeight.Bold;
            foreach (NumberFormat shorter in Formats(request, numbers.Common))
            {
                CellText text = CellText.Of(request.Panels, numbers with { Common = shorter }, widest, request.Measure);
                var solver = new MatrixSolver(request);
                if (Best(grids.Select(grid => solver.WithText(text, grid)), request) is { } plan)
                    return (plan, text);
            }
        }
        return (Best(grids.Select(grid => WithoutText(request, grid)).OfType<MatrixPlan>()), null);
    }

    private static MatrixPlan WithoutText(MatrixRequest request, int grid)
    {
        (int rows, int columns) = new MatrixSolver(request).BlockFor(grid);
        MatrixRequest drawn = rows > 1 || columns > 1 ? CellBlocks.Reduce(request, rows, columns) : request;
        return MatrixPlan.Of(drawn, new MatrixSolver(drawn).WithoutText(grid));
    }

    private static MatrixPlan? Best(IEnumerable<MatrixMetrics?> solved, MatrixRequest request)
    {
        MatrixPlan[] plans = [.. solved.OfType<MatrixMetrics>().Select(metrics => MatrixPlan.Of(request, metrics))];
        return plans.Length == 0 ? null : Best(plans);
    }

    private static MatrixPlan Best(IEnumerable<MatrixPlan> plans) =>
        plans.MinBy(static plan =>
            Math.Abs(Math.Log(plan.Size.Width / (plan.Size.Height + HeaderPx) / PleasantAspect))
            + Math.Max(0, Math.Log(plan.Size.Width / plan.Request.Figure.WidthPx))
            - (0.15 * (plan.Metrics.CellTextSizePx ?? 0)))!;

    /// <summary>The format asked for or inferred; then, where decimals were not asked for, with one less and without the leading zero.</summary>
    private static IEnumerable<NumberFormat> Formats(MatrixRequest request, NumberFormat format)
    {
        yield return format;
        if (request.Figure.Format is null && format.Decimals > 0 && !format.IsTiny)
        {
            ValueRange range = ValueRange.Of([.. request.Panels.SelectMany(static panel => panel.Values)]);
            NumberFormat shorter = format with { Decimals = format.Decimals - 1 };
            if (format.InUnits(range.Spread) > 10 * Math.Pow(10, -shorter.Decimals))
                yield return shorter;
        }
        if (format.Decimals > 0 && !format.IsTiny)
            yield return format with { DropsZero = true };
    }

    private static NoDataLook NoDataOf(MatrixPlan plan, Theme theme)
    {
        IEnumerable<Rgb> used = plan.Request.Panels.SelectMany(static panel => panel.UsedColours());
        bool image = plan.Request.CellCount > CellPainter.MostRectangles;
        return NoDataLook.Choose(used, image ? 0 : Math.Min(plan.Metrics.PitchX, plan.Metrics.PitchY), theme);
    }
}
