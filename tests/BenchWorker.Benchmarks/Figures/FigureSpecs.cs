using System.Globalization;
using BenchWorker.Figures;

namespace BenchWorker.Benchmarks;

/// <summary>The same four figures as numbers and names, so that layout is timed too.</summary>
internal static class FigureSpecs
{
    public static Figure Small() => Matrix("Accuracy of 7 models on 20 tasks", 7, 20, 800);

    public static Figure Large() => Matrix("Accuracy of 30 models on 60 tasks", 30, 60, 1500) with { MaxWidthPx = 1600 };

    public static Figure Field() => Matrix("A field of 1000 x 1000", 1000, 1000, 1600) with { Annotate = false };

    public static Figure Packed()
    {
        var random = new Random(4);
        string[] codes = [.. Enumerable.Range(0, 130).Select(i => $"{(char)('a' + (i / 26))}{(char)('a' + (i % 26))}")];
        return new PackedFigure
        {
            Title = "Four models in 130 languages",
            Panels = [.. Enumerable.Range(0, 4).Select(panel => new PackedPanel($"model-{panel}-large", [.. codes.Select(code => new PackedCell(code, Math.Round(100 * random.NextDouble(), 1)))]))],
            PanelColumns = 2,
        };
    }

    /// <summary>A trend with noise, on 0 to 1.</summary>
    public static MatrixFigure Matrix(string title, int rows, int columns, int width)
    {
        var random = new Random(rows);
        double[,] values = new double[rows, columns];
        for (int i = 0; i < rows; i++)
        {
            for (int j = 0; j < columns; j++)
                values[i, j] = Math.Round((0.8 * ((i / (double)rows) + (j / (double)columns)) / 2) + (0.2 * random.NextDouble()), 2);
        }

        return new MatrixFigure
        {
            Title = title,
            Panels = [new MatrixPanel(Names("model", "-instruct", rows), Names("task ", "", columns), values)],
            RowAxis = "model",
            ColumnAxis = "task",
            Scale = new ColourScaleSpec { Limits = new ScaleLimits.Declared(0, 1), Title = "accuracy" },
            WidthPx = width,
        };
    }

    private static string[] Names(string before, string after, int count) =>
        [.. Enumerable.Range(0, count).Select(i => string.Create(CultureInfo.InvariantCulture, $"{before}{i}{after}"))];
}
