using BenchWorker.Figures;

namespace BenchWorker.Tests.Figures;

/// <summary>A small scene for every drawing operation, on a light and on a dark ground; every writer and every rasteriser is held against the same ones.</summary>
internal static class GoldenScenes
{
    public static readonly string[] Names =
    [
        "rectangles", "outlines", "hatch", "lines", "polyline", "polygon", "text", "text-turned", "text-scripts", "ramp-smooth", "ramp-steps", "block", "annotated",
    ];

    public static Scene Of(string name, bool dark)
    {
        var colours = new Theme(dark);
        return new Scene
        {
            WidthPx = 160,
            HeightPx = 90,
            Background = colours.Ground,
            Title = $"Golden scene: {name}",
            Description = "Drawn to see that every painter draws it alike.",
            Operations = [.. Operations(name, colours)],
        };
    }

    /// <summary>From dark blue over green to yellow, near to viridis: n colours in equal steps.</summary>
    public static Rgb[] Colours(int n)
    {
        Rgb[] anchors = [Rgb.Parse("440154"), Rgb.Parse("31688e"), Rgb.Parse("35b779"), Rgb.Parse("fde725")];
        return [.. Enumerable.Range(0, n).Select(i =>
        {
            double at = (double)i / (n - 1) * (anchors.Length - 1);
            int k = Math.Min((int)at, anchors.Length - 2);
            byte Mix(byte from, byte to) => (byte)Math.Round(from + ((to - from) * (at - k)));
            return new Rgb(Mix(anchors[k].R, anchors[k + 1].R), Mix(anchors[k].G, anchors[k + 1].G), Mix(anchors[k].B, anchors[k + 1].B));
        })];
    }

    private static IEnumerable<DrawingOperation> Operations(string name, Theme colours) => name switch
    {
        "rectangles" => [
            new DrawingOperation.FillRectangle(new Rect(10, 10, 60, 30), Rgb.Parse("31688e"), "First & <only>"),
            new DrawingOperation.FillRectangle(new Rect(71, 10, 60, 30), Rgb.Parse("35b779")),
            new DrawingOperation.FillRectangle(new Rect(10.25, 41.5, 30.5, 20.25), Rgb.Parse("fde725")),
            new DrawingOperation.FillRectangle(new Rect(150, 80, 40, 40), Rgb.Parse("440154"))],
        "outlines" => [
            new DrawingOperation.StrokeRectangle(new Rect(10, 10, 60, 30), colours.Ink, 1),
            new DrawingOperation.StrokeRectangle(new Rect(80, 10, 60, 30), colours.Ink, 1.5),
            new DrawingOperation.StrokeRectangle(new Rect(10, 50, 60, 30), Rgb.Parse("31688e"), 4)],
        "hatch" => [
            new DrawingOperation.HatchRectangle(new Rect(10, 10, 60, 30), colours.HatchGround, colours.HatchLine, 6, "No data"),
            new DrawingOperation.HatchRectangle(new Rect(70, 10, 60, 30), colours.HatchGround, colours.HatchLine, 6),
            new DrawingOperation.HatchRectangle(new Rect(10, 50, 120, 30), Rgb.White, Rgb.Parse("444444"), 4)],
        "lines" => [
            new DrawingOperation.StrokeLine(new Point(10, 10), new Point(150, 10), colours.Ink, 1),
            new DrawingOperation.StrokeLine(new Point(10.5, 20), new Point(10.5, 80), colours.Ink, 1),
            new DrawingOperation.StrokeLine(new Point(20, 20.5), new Point(150, 20.5), colours.Ink, 2, 4),
            new DrawingOperation.StrokeLine(new Point(20, 80), new Point(80, 30), Rgb.Parse("d73027"), 2.5),
            new DrawingOperation.StrokeLine(new Point(80, 80), new Point(140, 30), Rgb.Parse("d73027"), 1, 3)],
        "polyline" => [
            new DrawingOperation.StrokePolyline([new(10, 80), new(40, 20), new(70, 60), new(100, 60), new(130, 10), new(150, 80)], Rgb.Parse("31688e"), 3),
            new DrawingOperation.StrokePolyline([new(10, 10), new(60, 10), new(12, 14)], colours.Ink, 2)],
        "polygon" => [
            new DrawingOperation.FillPolygon([new(10, 10), new(70, 20), new(40, 80)], Rgb.Parse("35b779"), "Triangle"),
            new DrawingOperation.FillPolygon([new(110, 10), new(126, 74), new(80, 34), new(140, 34), new(94, 74)], Rgb.Parse("d73027"))],
        "text" => [
            Text("Mean accuracy 0.53", 10, 20, 15, colours.Ink, FontWeight.Bold),
            Text("gpt-oss-20b, 87.5 %", 10, 40, 11, colours.Ink),
            Text("cut at the edge", 130, 30, 11, colours.Ink),
            Text("middle", 80, 60, 9, colours.Ink, anchor: TextAnchor.Middle),
            Text("end", 150, 60, 8, colours.Ink, anchor: TextAnchor.End),
            Text("\u22120.25", 10.4, 80.4, 13, Rgb.Parse("31688e"))],
        "text-turned" => [
            Text("upwards", 20, 80, 11, colours.Ink, angle: -90),
            Text("downwards", 40, 10, 11, colours.Ink, angle: 90),
            Text("forty-five", 60, 80, 11, colours.Ink, angle: -45),
            Text("other way", 90, 20, 11, colours.Ink, angle: 45),
            Text("over", 140, 50, 11, colours.Ink, angle: 180)],
        "text-scripts" => [
            Text("Ελληνικά Кириллица", 10, 20, 11, colours.Ink),
            Text("שלום 123 abc", 10, 36, 11, colours.Ink),
            Text("e\u0301 E\u0301 n\u0303 Ångström", 10, 52, 11, colours.Ink),
            Text("漢字 \u0007 \u202Egnp.exe", 10, 68, 11, colours.Ink),
            Text("a  b <c> & \"d\"", 10, 84, 11, colours.Ink)],
        "ramp-smooth" => [
            new DrawingOperation.GradientRamp(new Rect(10, 10, 12, 70), Colours(256), Vertical: true),
            new DrawingOperation.GradientRamp(new Rect(30, 10, 120, 10), Colours(64), Vertical: false)],
        "ramp-steps" => [
            new DrawingOperation.GradientRamp(new Rect(10, 10, 12, 70), Colours(7), Vertical: true),
            new DrawingOperation.GradientRamp(new Rect(30, 10, 120, 10), Colours(5), Vertical: false)],
        "block" => [
            new DrawingOperation.ImageBlock(new Rect(10, 10, 120, 60), 12, 6, Colours(16), [.. Enumerable.Range(0, 72).Select(i => (byte)(i * 7 % 16))]),
            new DrawingOperation.ImageBlock(new Rect(135, 10, 20, 60), 7, 90, Colours(3), [.. Enumerable.Range(0, 630).Select(i => (byte)(i % 3))])],
        "annotated" => Annotated(colours),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "No such scene."),
    };

    private static IEnumerable<DrawingOperation> Annotated(Theme colours)
    {
        Rgb[] map = Colours(64);
        (int Row, int Column, double Value)[] cells = [.. from row in Enumerable.Range(0, 3) from column in Enumerable.Range(0, 4) select (row, column, ((row * 37) + (column * 11)) % 100 / 100.0)];
        foreach ((int row, int column, double value) in cells)
            yield return new DrawingOperation.FillRectangle(new Rect(10 + (35 * column), 10 + (24 * row), 34, 23), map[(int)(value * 64)]);
        foreach ((int row, int column, double value) in cells)
            yield return Text($"0.{value * 100:00}", 27 + (35 * column), 26 + (24 * row), 11, value > 0.6 ? colours.Dark : Rgb.White, anchor: TextAnchor.Middle) with { Role = TextRole.Cell };
    }

    private static DrawingOperation.TextRun Text(
        string text, double x, double y, double size, Rgb ink, FontWeight weight = FontWeight.Regular, TextAnchor anchor = TextAnchor.Start, double angle = 0) =>
        new(text, new Point(x, y), size, weight, ink, anchor, angle, FontSet.Default.MeasureWidth(text, size, weight), TextRole.Note);

    private sealed record Theme(bool IsDark)
    {
        public Rgb Dark { get; } = Rgb.Parse("1a1a1a");

        public Rgb Ground => IsDark ? Rgb.Parse("0d1117") : Rgb.White;

        public Rgb Ink => IsDark ? Rgb.Parse("e6edf3") : Dark;

        public Rgb HatchGround => IsDark ? Rgb.Parse("161b22") : Rgb.Parse("f4f4f4");

        public Rgb HatchLine => IsDark ? Rgb.Parse("30363d") : Rgb.Parse("dcdcdc");
    }
}
