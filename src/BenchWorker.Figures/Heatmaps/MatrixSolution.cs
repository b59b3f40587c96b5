namespace BenchWorker.Figures;

/// <summary>Chooses among the layouts of a matrix figure: how its numbers are written, how wide it is, how its panels stand.</summary>
internal static class MatrixSolution
{
    /// <summary>Width over height that a figure of several panels comes near.</summary>
    private const double PleasantAspect = 1.5;

    /// <summary>About what title and margins add to the height.</summary>
    private const double HeaderPx = 80;

    /// <summary>Text in cells that is read without zooming where the figure is shown at the width asked for, however wide it grew.</summary>
    private const double LegiblePx = 7;

    /// <summary>Text in every cell if some format fits, legible before any; otherwise colours alone.</summary>
    public static (MatrixPlan Plan, CellText? Text) Of(MatrixRequest request, CellNumbers numbers)
    {
        int[] grids = request.Figure.PanelColumns is { } given ? [Math.Clamp(given, 1, request.Panels.Count)] : PanelGrid.Candidates(request.Panels.Count);
        if (request.Figure.Annotate && request.CellCount is > 0 and <= CellPainter.MostRectangles)
        {
            Candidate[] candidates = [.. Formats(request, numbers.Common).Select(format => Candidate.Of(request, numbers with { Common = format }))];
            foreach (double shownPx in new[] { LegiblePx, 0 })
            {
                foreach (Candidate candidate in candidates)
                {
                    if (Best(grids.Select(grid => candidate.Solver.WithText(candidate.Text, grid, shownPx)), candidate.Request) is { } plan)
                        return (plan, candidate.Text);
                }
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

    /// <summary>The format asked for or inferred; then, where none was asked for, with one decimal less and without the leading zero.</summary>
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

    /// <summary>One way to write the numbers, in cells and beside the colour bar alike.</summary>
    private sealed record Candidate(MatrixRequest Request, CellText Text, MatrixSolver Solver)
    {
        public static Candidate Of(MatrixRequest request, CellNumbers numbers)
        {
            FontWeight widest = request.Figure.Best is BestMark.None ? FontWeight.Regular : FontWeight.Bold;
            MatrixRequest written = request with { Key = request.Key with { Format = numbers.Common with { DropsZero = false } } };
            return new Candidate(written, CellText.Of(request.Panels, numbers, widest, request.Measure), new MatrixSolver(written));
        }
    }
}
