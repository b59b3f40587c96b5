namespace BenchWorker.Figures;

/// <summary>Finds the sizes of a matrix figure: text that fits first, then labels for every row and column, then a narrow canvas.</summary>
internal sealed class MatrixSolver(MatrixRequest request)
{
    /// <summary>All bodies of one column of panels together; the rest of the canvas is for labels.</summary>
    private const double TallestBodiesPx = 3000;

    /// <summary>Rows of unlabelled cells are made so small that their bodies end here.</summary>
    private const double TallestFieldPx = 1600;

    private const double WidthStepPx = 40;

    /// <summary>However low the body is, so much height is left for the labels of its columns.</summary>
    private const double LeastLabelStripPx = 120;

    /// <summary>Smallest cell, in px; below it several cells share one.</summary>
    private const double LeastPitchPx = 1;

    private readonly IReadOnlyList<string> columnLabels = request.ColumnLabels;
    private readonly double widestRowEm = request.Measure.Widest(request.RowLabels, 1);
    private readonly double widestColumnEm = request.Measure.Widest(request.ColumnLabels, 1);
    private readonly bool sharesRows = request.SharesRows;

    /// <summary>Solves for a text in the cells at the narrowest width that holds it; null where none does.</summary>
    /// <param name="shownPx">Least size of the text where the canvas is shown at the width asked for.</param>
    public MatrixMetrics? WithText(CellText text, int gridColumns, double shownPx)
    {
        double least = (gridColumns * request.MostColumns * (text.LeastWidth(CellText.Sizes[^1]) + 1)) + (2 * FigureFrame.PadPx);
        for (double width = request.Figure.WidthPx; width <= WidestPx; width += WidthStepPx)
        {
            if (width >= least && AtWidth(width, gridColumns, text) is { } metrics && metrics.CellTextSizePx * request.Figure.WidthPx / width >= shownPx)
                return metrics;
        }
        return null;
    }

    /// <summary>Solves for colours alone; wider than asked for only where that brings labels back.</summary>
    public MatrixMetrics WithoutText(int gridColumns)
    {
        MatrixMetrics? widest = null;
        for (double width = request.Figure.WidthPx; width <= WidestPx; width += WidthStepPx)
        {
            widest = AtWidth(width, gridColumns, null) ?? widest;
            if (widest is { ColumnLabels.Thins: false, NumbersColumns: false })
                return widest;
        }
        return AtWidth(WidestPx, gridColumns, null) ?? widest ?? Smallest(gridColumns);
    }

    /// <summary>How many cells must share one so that the body fits the widest canvas, in each direction; 1 for none.</summary>
    public (int Rows, int Columns) BlockFor(int gridColumns)
    {
        int gridRows = GridRows(gridColumns);
        double height = TallestBodiesPx / gridRows;
        double beside = (2 * FigureFrame.PadPx) + (gridColumns * 90) + 110 + (request.Sides.WidthPx * gridColumns);
        double width = Math.Max(64, (WidestPx - beside) / gridColumns);
        return ((int)Math.Ceiling(request.MostRows * LeastPitchPx / height), (int)Math.Ceiling(request.MostColumns * LeastPitchPx / width));
    }

    private double WidestPx => Math.Max(request.Figure.WidthPx, request.Figure.MaxWidthPx);

    private int GridRows(int gridColumns) => (request.Panels.Count + gridColumns - 1) / gridColumns;

    private MatrixMetrics? AtWidth(double canvas, int gridColumns, CellText? text)
    {
        // Cells with text are high enough for the largest labels.
        foreach (double size in text is null ? RowLabelPlan.Sizes : RowLabelPlan.Sizes.Take(1))
        {
            double labels = RowLabelPlan.WidthOf(widestRowEm * size, canvas);
            if (Attempt(canvas, gridColumns, text, size, labels, false) is { } metrics && (!metrics.RowLabels.Thins || size == RowLabelPlan.Sizes[^1]))
                return metrics.PitchY < 2 ? Attempt(canvas, gridColumns, text, size, NumberWidth(), true) : metrics;
        }
        return null;
    }

    private double NumberWidth() => Math.Ceiling(request.Measure.Width(new NumberFormat(0).Write(request.MostRows * (double)request.Block.Rows), ColumnLabelPlan.SmallestPx));

    private MatrixMetrics? Attempt(double canvas, int gridColumns, CellText? text, double rowSize, double labelsPx, bool numbersRows)
    {
        bool vertical = true;
        for (int pass = 0; pass < 2; pass++)
        {
            double pitchX = PitchX(canvas, gridColumns, labelsPx, vertical, text is not null);
            if (pitchX < LeastPitchPx)
                return null;
            double? pitchY = text is null ? FieldPitchY(pitchX, gridColumns) : TextPitchY(pitchX, text, gridColumns);
            if (pitchY is not { } height)
                return null;
            if (vertical && MatrixMetrics.LiesFlat(BodiesPx(height, gridColumns)))
            {
                vertical = false;
                continue;
            }
            double? textSize = text?.LargestFitting(pitchX - MatrixMetrics.GapFor(pitchX), height - MatrixMetrics.GapFor(height));
            if (text is not null && textSize is null)
                return null;
            return Metrics(gridColumns, pitchX, height, RowLabelPlan.Of(labelsPx, rowSize, height), textSize, vertical, numbersRows);
        }
        return null;
    }

    private MatrixMetrics Metrics(int gridColumns, double pitchX, double pitchY, RowLabelPlan rows, double? textSize, bool vertical, bool numbersRows)
    {
        bool numbersColumns = pitchX < 2 || request.Block.Columns > 1;
        double mostLabelPx = Math.Clamp(0.35 * request.MostRows * pitchY, LeastLabelStripPx, 160);
        return new MatrixMetrics
        {
            GridColumns = gridColumns,
            PitchX = pitchX,
            PitchY = pitchY,
            RowLabels = rows,
            ColumnLabels = numbersColumns
                ? new ColumnLabelPlan(LabelTurn.Level, ColumnLabelPlan.SmallestPx, 1, double.PositiveInfinity, 18)
                : ColumnLabelPlan.Choose(columnLabels, widestColumnEm, pitchX, mostLabelPx, request.Measure),
            CellTextSizePx = textSize,
            VerticalBar = vertical,
            NumbersRows = numbersRows || request.Block.Rows > 1,
            NumbersColumns = numbersColumns,
        };
    }

    /// <summary>The widest whole-pixel pitch that the canvas leaves for each column.</summary>
    private double PitchX(double canvas, int gridColumns, double labelsPx, bool vertical, bool annotated)
    {
        int columns = request.MostColumns;
        double left = (request.Figure.RowAxis is null ? 0 : MatrixMetrics.AxisNamePx) + labelsPx + RowLabelPlan.OffsetPx;
        double beside = MatrixMetrics.TreeWidth(request) + request.Sides.WidthPx;
        double bar = MatrixMetrics.BarWidthOf(request, vertical);
        double fixedPx = (2 * FigureFrame.PadPx) + (left * (sharesRows ? 1 : gridColumns)) + (beside * gridColumns)
            + (request.Figure.SharedScale ? bar + (16 * (gridColumns - 1)) : (bar * gridColumns) + (28 * (gridColumns - 1)));
        double gaps = 4 * request.Panels.Max(static panel => Math.Max(0, panel.Source.ColumnGroups.Count - 1));
        double room = ((canvas - fixedPx) / gridColumns) - gaps;
        return columns == 0 ? 24 : Math.Floor(Math.Min(WidestPitch(columns, annotated), room / columns));
    }

    private double WidestPitch(int columns, bool annotated)
    {
        double cap = columns <= 4 ? 96 : columns <= 12 ? 72 : 48;
        return annotated ? cap : Math.Min(cap, request.CellCount <= 400 ? cap : 28);
    }

    private static double TallestPitch(int rows) => rows <= 4 ? 64 : rows <= 12 ? 40 : 28;

    private double? TextPitchY(double pitchX, CellText text, int gridColumns)
    {
        double needed = Math.Max(18, Math.Ceiling(text.NeededHeight(SizeByWidth(text, pitchX))) + 1);
        double pitch = Math.Max(needed, Math.Min(TallestPitch(request.MostRows), pitchX));
        if (BodiesPx(pitch, gridColumns) > TallestBodiesPx)
            pitch = needed;
        return BodiesPx(pitch, gridColumns) > TallestBodiesPx ? null : pitch;
    }

    /// <summary>The size that the width alone would allow; the height then follows it.</summary>
    private static double SizeByWidth(CellText text, double pitchX) =>
        text.LargestFitting(pitchX - MatrixMetrics.GapFor(pitchX), double.PositiveInfinity) ?? CellText.Sizes[^1];

    private double FieldPitchY(double pitchX, int gridColumns)
    {
        double square = Math.Min(pitchX, request.CellCount <= 400 ? TallestPitch(request.MostRows) : 28);
        double labelled = Math.Max(square, 9);
        if (BodiesPx(labelled, gridColumns) <= TallestBodiesPx)
            return labelled;
        double room = Math.Floor(TallestFieldPx / Math.Max(1, request.MostRows * GridRows(gridColumns)));
        return Math.Max(LeastPitchPx, Math.Min(square, room));
    }

    private double BodiesPx(double pitchY, int gridColumns) => pitchY * request.MostRows * GridRows(gridColumns);

    private MatrixMetrics Smallest(int gridColumns) =>
        Metrics(gridColumns, LeastPitchPx, LeastPitchPx, RowLabelPlan.Of(NumberWidth(), ColumnLabelPlan.SmallestPx, LeastPitchPx), null, true, true);
}
