namespace BenchWorker.Figures;

/// <summary>Chooses among the layouts of a matrix figure: how its numbers are written, how wide it is, how its panels stand.</summary>
internal static class MatrixSolution
{
    /// <summary>Width over height that a figure of several panels comes near.</summary>
    private const double PleasantAspect = 1.5;

    /// <summary>Height over width up to which panels may stand above each other for the sake of legible numbers; a column of a journal is about so high.</summary>
    private const double TallestStrip = 2;

    /// <summary>About what title and margins add to the height.</summary>
    private const double HeaderPx = 80;

    /// <summary>Text in cells that is read without zooming where the figure is shown at the width asked for, however wide it grew.</summary>
    private const double LegiblePx = 7;

    /// <summary>What layouts with text must hold, the most first: least size of the text as shown, and whether panels may make a strip.</summary>
    private static readonly (double ShownPx, bool Strips)[] Demands = [(LegiblePx, false), (0, false), (0, true)];

    /// <summary>Text in every cell if some format fits, legible before any; otherwise colours alone.</summary>
    public static (MatrixPlan Plan, CellText? Text) Of(MatrixRequest request, CellNumbers numbers)
    {
        int[] grids = request.Figure.PanelColumns is { } given ? [Math.Clamp(given, 1, request.Panels.Count)] : PanelGrid.Candidates(request.Panels.Count);
        if (request.Figure.Annotate && request.CellCount is > 0 and <= CellPainter.MostRectangles)
        {
            Candidate[] candidates = [.. Formats(request, numbers.Common).Select(format => Candidate.Of(request, numbers with { Common = format }))];
            foreach ((double shownPx, bool strips) in Demands)
            {
                foreach (Candidate candidate in candidates)
                {
                    MatrixPlan[] plans = [.. candidate.Plans(grids, shownPx).Where(plan => strips || !IsStrip(plan))];
                    if (plans.Length > 0)
                        return (Best(plans), candidate.Text);
                }
            }
        }
        return (Best(grids.Select(grid => WithoutText(request, grid)).OfType<MatrixPlan>()), null);
    }

    /// <summary>Whether panels above each other make a strip that no page holds.</summary>
    private static bool IsStrip(MatrixPlan plan) => plan.Places.Count > 1 && plan.Size.Height > TallestStrip * plan.Size.Width;

    private static MatrixPlan WithoutText(MatrixRequest request, int grid)
    {
        (int rows, int columns) = new MatrixSolver(request).BlockFor(grid);
        MatrixRequest drawn = rows > 1 || columns > 1 ? CellBlocks.Reduce(request, rows, columns) : request;
        return MatrixPlan.Of(drawn, new MatrixSolver(drawn).WithoutText(grid));
    }

    private static MatrixPlan Best(IEnumerable<MatrixPlan> plans) =>
        plans.MinBy(static plan =>
            Math.Abs(Math.Log(plan.Size.Width / (plan.Size.Height + HeaderPx) / PleasantAspect))
            + Math.Max(0, Math.Log(plan.Size.Width / plan.Request.Figure.WidthPx))
            - (0.15 * (plan.Metrics.CellTextSizePx ?? 0)))!;

    /// <summary>The format asked for or inferred; then, where none was asked for, with one decimal less; then the shortest of these without the leading zero.</summary>
    private static IEnumerable<NumberFormat> Formats(MatrixRequest request, NumberFormat format)
    {
        yield return format;
        NumberFormat shortest = format;
        if (request.Figure.Format is null && format.Decimals > 0 && !format.IsTiny)
        {
            ValueRange range = ValueRange.Of([.. request.Panels.SelectMany(static panel => panel.Values)]);
            NumberFormat shorter = format with { Decimals = format.Decimals - 1 };
            if (format.InUnits(range.Spread) > 10 * Math.Pow(10, -shorter.Decimals))
                yield return shortest = shorter;
        }
        if (shortest.Decimals > 0 && !shortest.IsTiny)
            yield return shortest with { DropsZero = true };
    }

    /// <summary>One way to write the numbers, in cells and beside the colour bar alike.</summary>
    private sealed record Candidate(MatrixRequest Request, CellText Text, MatrixSolver Solver)
    {
        /// <summary>Of the numbers of panels side by side, those that can be solved.</summary>
        public IEnumerable<MatrixPlan> Plans(int[] grids, double shownPx) =>
            grids.Select(grid => Solver.WithText(Text, grid, shownPx)).OfType<MatrixMetrics>().Select(metrics => MatrixPlan.Of(Request, metrics));

        public static Candidate Of(MatrixRequest request, CellNumbers numbers)
        {
            FontWeight widest = request.Figure.Best is BestMark.None ? FontWeight.Regular : FontWeight.Bold;
            MatrixRequest written = request with { Key = request.Key with { Format = numbers.Common with { DropsZero = false } } };
            return new Candidate(written, CellText.Of(request.Panels, numbers, widest, request.Measure), new MatrixSolver(written));
        }
    }
}
