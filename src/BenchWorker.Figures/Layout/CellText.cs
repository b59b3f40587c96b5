namespace BenchWorker.Figures;

/// <summary>What the cells of a figure say: one text for each cell that holds data, in one format and one size.</summary>
/// <param name="Texts">By panel, then row-major; null where nothing is written.</param>
/// <param name="SecondLines">Same shape; null where no panel has one.</param>
/// <param name="WidestEm">Of the first lines; <paramref name="WidestSecondEm"/> of the second, both at a size of 1.</param>
internal sealed record CellText(string?[][] Texts, string?[][]? SecondLines, double WidestEm, double WidestSecondEm)
{
    /// <summary>Sizes from large to small; below 8 px numbers are not read at the width of a page.</summary>
    public static IReadOnlyList<double> Sizes { get; } = [13, 12, 11, 10, 9, 8];

    /// <summary>Size of a second line beside the first.</summary>
    public const double SecondShare = 0.8;

    public bool HasSecondLines => SecondLines is not null;

    /// <summary>The largest size at which every text fits into a cell; null where none does.</summary>
    public double? LargestFitting(double cellWidth, double cellHeight)
    {
        foreach (double size in Sizes)
        {
            if (NeededWidth(size, cellWidth) <= cellWidth && NeededHeight(size) <= cellHeight)
                return size;
        }
        return null;
    }

    public double NeededHeight(double size) => HasSecondLines ? (1.25 * size) + (1.15 * SecondShare * size) + 3 : (1.25 * size) + 3;

    /// <summary>The narrowest cell that holds the texts at a size.</summary>
    public double LeastWidth(double size) => Math.Ceiling((Math.Max(WidestEm, WidestSecondEm * SecondShare) * size) + 4);

    private double NeededWidth(double size, double cellWidth) =>
        (Math.Max(WidestEm, WidestSecondEm * SecondShare) * size) + (2 * Math.Max(2, 0.08 * cellWidth));

    /// <param name="widest">Bold where cells are marked as best, so that a marked one fits as well.</param>
    public static CellText Of(IReadOnlyList<ArrangedPanel> panels, CellNumbers numbers, FontWeight widest, TextMeasure measure)
    {
        string?[][] texts = [.. panels.Select(panel => Write(panel, numbers))];
        bool second = panels.Any(static panel => panel.Source.SecondLines is not null || panel.Source.Errors is not null);
        string?[][]? lines = second ? [.. panels.Select(panel => WriteSecond(panel, numbers))] : null;
        return new CellText(texts, lines, WidestOf(texts, widest, measure), lines is null ? 0 : WidestOf(lines, FontWeight.Regular, measure));
    }

    private static string?[] Write(ArrangedPanel panel, CellNumbers numbers)
    {
        string?[] texts = new string?[panel.CellCount];
        for (int cell = 0; cell < texts.Length; cell++)
        {
            if (panel.HasData(cell))
                texts[cell] = numbers.Write(panel, cell);
        }
        return texts;
    }

    private static string?[] WriteSecond(ArrangedPanel panel, CellNumbers numbers)
    {
        string?[] texts = new string?[panel.CellCount];
        for (int cell = 0; cell < texts.Length; cell++)
        {
            if (!panel.HasData(cell))
                continue;
            (int row, int column) = (cell / panel.Columns.Count, cell % panel.Columns.Count);
            double error = panel.ErrorOf(row, column);
            string? line = panel.SecondLineOf(row, column) is { Length: > 0 } text ? DisplayText.Of(text) : null;
            texts[cell] = line ?? (double.IsFinite(error) ? "±" + (numbers.FormatOf(panel, cell) with { IsSigned = false }).Write(error) : null);
        }
        return texts;
    }

    private static double WidestOf(string?[][] texts, FontWeight weight, TextMeasure measure)
    {
        double widest = 0;
        foreach (string?[] panel in texts)
        {
            foreach (string? text in panel)
            {
                if (text is not null)
                    widest = Math.Max(widest, measure.Width(text, 1, weight));
            }
        }
        return widest;
    }
}
