using System.Globalization;
using BenchWorker.Figures;

namespace BenchWorker.Benchmarks;

/// <summary>The four figures that every heatmap program was timed with. Built by hand, so that painting and writing are timed apart from layout.</summary>
public static class FigureScenes
{
    private static readonly Rgb Ink = Rgb.Parse("1a1a1a");

    /// <summary>256 colours from dark violet over green to yellow, near to viridis.</summary>
    private static readonly Rgb[] Map = Interpolated(["440154", "482878", "3e4989", "31688e", "26828e", "1f9e89", "35b779", "6ece58", "b5de2b", "fde725"]);

    /// <summary>(i) 7 models on 20 tasks, every cell annotated; 1600 x 700 px at twice the logical size.</summary>
    public static Scene Small() => Annotated("Accuracy of 7 models on 20 tasks", 800, 350, 7, 20, 32, 34, 11, new Point(104, 50));

    /// <summary>(ii) 30 models on 60 tasks, every cell annotated; 3000 x 1600 px at twice the logical size.</summary>
    public static Scene Large() => Annotated("Accuracy of 30 models on 60 tasks", 1500, 800, 30, 60, 22, 22, 8, new Point(120, 60));

    /// <summary>(iii) A field of 1000 x 1000 cells, a trend with noise, of 1 logical pixel each; 2000 x 2000 px.</summary>
    public static Scene Field()
    {
        var random = new Random(3);
        byte[] cells = new byte[1_000_000];
        for (int i = 0; i < cells.Length; i++)
        {
            double trend = ((i / 1000) + (i % 1000)) / 2000.0;
            cells[i] = (byte)Math.Clamp(256 * ((0.8 * trend) + (0.2 * random.NextDouble())), 0, 255);
        }
        return new Scene
        {
            WidthPx = 1000,
            HeightPx = 1000,
            Background = Rgb.White,
            Title = "A field of 1000 x 1000",
            Description = "A trend from the upper left to the lower right, with noise.",
            Operations = [new DrawingOperation.ImageBlock(new Rect(0, 0, 1000, 1000), 1000, 1000, Map, cells)],
        };
    }

    /// <summary>(iv) Four panels of 130 packed cells, each with a code and a score; 1600 x 1480 px at twice the logical size.</summary>
    public static Scene Packed()
    {
        var random = new Random(4);
        List<DrawingOperation> cells = [], texts = [];
        for (int panel = 0; panel < 4; panel++)
        {
            (double left, double top) = (20 + (366 * (panel % 2)), 50 + (345 * (panel / 2)));
            texts.Add(Text($"model-{panel}-large", left, top - 8, 12, Ink, TextAnchor.Start, TextRole.PanelTitle));
            for (int i = 0; i < 130; i++)
            {
                var area = new Rect(left + (27 * (i % 13)), top + (30 * (i / 13)), 26, 29);
                double value = random.NextDouble();
                cells.Add(new DrawingOperation.FillRectangle(area, Map[(int)(value * 256)]));
                string code = $"{(char)('a' + random.Next(26))}{(char)('a' + random.Next(26))}";
                texts.Add(Text(code, area.CentreX, area.Top + 12, 8, InkOn(value), TextAnchor.Middle, TextRole.Cell));
                texts.Add(Text((100 * value).ToString("0.0", CultureInfo.InvariantCulture), area.CentreX, area.Top + 24, 9, InkOn(value), TextAnchor.Middle, TextRole.Cell));
            }
        }
        return Scene("Four models in 130 languages", 800, 740, cells, texts);
    }

    private static Scene Annotated(string title, int width, int height, int rows, int columns, int cellWidth, int cellHeight, double size, Point corner)
    {
        var random = new Random(rows);
        List<DrawingOperation> cells = [], texts = [], labels = [];
        for (int row = 0; row < rows; row++)
        {
            labels.Add(Text($"model-{row}-instruct", corner.X - 6, corner.Y + (cellHeight * row) + (cellHeight / 2) + 4, 11, Ink, TextAnchor.End, TextRole.RowLabel));
            for (int column = 0; column < columns; column++)
            {
                var area = new Rect(corner.X + (cellWidth * column), corner.Y + (cellHeight * row), cellWidth - 1, cellHeight - 1);
                double value = random.NextDouble();
                cells.Add(new DrawingOperation.FillRectangle(area, Map[(int)(value * 256)]));
                texts.Add(Text(value.ToString("0.00", CultureInfo.InvariantCulture), area.CentreX, area.CentreY + (size * 0.36), size, InkOn(value), TextAnchor.Middle, TextRole.Cell));
            }
        }
        for (int column = 0; column < columns; column++)
            labels.Add(Text($"task {column}", corner.X + (cellWidth * (column + 0.5)), corner.Y + (cellHeight * rows) + 14, 10, Ink, TextAnchor.End, TextRole.ColumnLabel, -45));
        return Scene(title, width, height, cells, [.. texts, .. labels]);
    }

    private static Scene Scene(string title, int width, int height, List<DrawingOperation> cells, List<DrawingOperation> texts)
    {
        var bar = new Rect(width - 40, 50, 12, 200);
        return new Scene
        {
            WidthPx = width,
            HeightPx = height,
            Background = Rgb.White,
            Title = title,
            Description = "Random scores between 0 and 1.",
            Operations =
            [
                .. cells, new DrawingOperation.GradientRamp(bar, Map, Vertical: true), .. texts,
                Text(title, 20, 26, 15, Ink, TextAnchor.Start, TextRole.Title, weight: FontWeight.Bold),
                .. Enumerable.Range(0, 6).Select(i => Text($"0.{2 * i}"[..3], bar.Right + 4, bar.Bottom - (i * 40) + 3, 9, Ink, TextAnchor.Start, TextRole.ScaleTick)),
            ],
        };
    }

    private static Rgb InkOn(double value) => value > 0.55 ? Ink : Rgb.White;

    private static DrawingOperation.TextRun Text(
        string text, double x, double y, double size, Rgb ink, TextAnchor anchor, TextRole role, double angle = 0, FontWeight weight = FontWeight.Regular) =>
        new(text, new Point(x, y), size, weight, ink, anchor, angle, FontSet.Default.MeasureWidth(text, size, weight), role);

    private static Rgb[] Interpolated(string[] anchors) =>
    [
        .. Enumerable.Range(0, 256).Select(i =>
        {
            double at = i / 255.0 * (anchors.Length - 1);
            int k = Math.Min((int)at, anchors.Length - 2);
            (Rgb from, Rgb to) = (Rgb.Parse(anchors[k]), Rgb.Parse(anchors[k + 1]));
            byte Mix(byte a, byte b) => (byte)Math.Round(a + ((b - a) * (at - k)));
            return new Rgb(Mix(from.R, to.R), Mix(from.G, to.G), Mix(from.B, to.B));
        }),
    ];
}
