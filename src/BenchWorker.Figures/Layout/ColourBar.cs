namespace BenchWorker.Figures;

/// <summary>The key of a colour scale: title, colours with ticks, arrows where values lie outside, and the look of cells without data.</summary>
internal sealed record ColourBar
{
    public const double TickSizePx = 9, ThicknessPx = 12, FlatThicknessPx = 10, ArrowPx = 8;

    private const double LongestPx = 260, ShortestPx = 80, FlatLengthPx = 200, TitleSizePx = 10, TitleLinePx = 13, MostTitlePx = 100, KeyPx = 12;

    public required ColourScale Scale { get; init; }

    public required bool IsVertical { get; init; }

    /// <summary>Of the colours, without arrows.</summary>
    public required double LengthPx { get; init; }

    public required IReadOnlyList<(double Position, string Text)> Ticks { get; init; }

    /// <summary>Of the numbers beside the ticks.</summary>
    public required int Decimals { get; init; }

    public required IReadOnlyList<string> Title { get; init; }

    public required string FullTitle { get; init; }

    /// <summary>Null where no cell lacks data.</summary>
    public string? NoDataLabel { get; init; }

    public required double WidthPx { get; init; }

    public required double HeightPx { get; init; }

    /// <param name="roomPx">Length of the body beside which the bar stands; a vertical bar is 80 to 260 px of it, a level one at most 200.</param>
    public static ColourBar Of(ColourScale scale, ScaleKey key, bool vertical, double roomPx, TextMeasure measure)
    {
        string? noData = key.NoDataLabel is { } label ? Elision.Middle(DisplayText.Of(label), MostTitlePx, text => measure.Width(text, TickSizePx)) : null;
        ScaleKey shown = key with { Title = DisplayText.Of(key.Title), NoDataLabel = noData };
        return vertical ? Vertical(scale, shown, roomPx, measure) : Level(scale, shown, roomPx, measure);
    }

    /// <summary>Bars of one figure, which all write their numbers with the decimals of the one that needs most.</summary>
    public static ColourBar[] Alike(IReadOnlyList<ColourScale> scales, ScaleKey key, bool vertical, double roomPx, TextMeasure measure)
    {
        ColourBar[] bars = [.. scales.Select(scale => Of(scale, key, vertical, roomPx, measure))];
        int decimals = bars.Max(static bar => bar.Decimals);
        return bars.All(bar => bar.Decimals == decimals)
            ? bars
            : [.. scales.Select(scale => Of(scale, key with { Format = key.Format with { Decimals = decimals } }, vertical, roomPx, measure))];
    }

    public void Paint(SceneBuilder scene, double left, double top, NoDataLook noData, Theme theme)
    {
        var titleStyle = new TextStyle(TitleSizePx, theme.Text, TextRole.ScaleTitle);
        for (int i = 0; i < Title.Count; i++)
        {
            double x = IsVertical ? left : left + WidthPx - Inset(scene.Measure);
            string? tooltip = i == Title.Count - 1 && Title.Any(static line => line.Contains(Elision.Mark, StringComparison.Ordinal)) ? FullTitle : null;
            scene.Text(new Point(x, top + (TitleLinePx * i) + TitleSizePx), Title[i], titleStyle, IsVertical ? TextAnchor.Start : TextAnchor.End, 0, tooltip, continues: i > 0);
        }
        if (IsVertical)
            PaintVertical(scene, left, top + TitleHeight(Title.Count), noData, theme);
        else
            PaintLevel(scene, left, top + TitleHeight(Title.Count), noData, theme);
    }

    private static ColourBar Vertical(ColourScale scale, ScaleKey key, double roomPx, TextMeasure measure)
    {
        double Width(string text) => measure.Width(text, TitleSizePx);
        IReadOnlyList<string> title = key.Title.Length == 0 ? [] : LineBreaks.Force(key.Title, MostTitlePx, 3, Width);
        double around = TitleHeight(title.Count) + (key.NoDataLabel is null ? 0 : KeyPx + 12) + (scale.ClipsAbove ? ArrowPx : 0) + (scale.ClipsBelow ? ArrowPx : 0);
        double length = Math.Floor(Math.Clamp(roomPx - around, ShortestPx, LongestPx));
        int most = (int)Math.Clamp(length / 26, 4, 6);
        IReadOnlyList<(double Position, string Text)> ticks = key.Ticks(scale, most);
        double width = ThicknessPx + 6 + measure.Widest(ticks.Select(static tick => tick.Text), TickSizePx);
        if (key.NoDataLabel is not null)
            width = Math.Max(width, KeyPx + 6 + measure.Width(key.NoDataLabel, TickSizePx));
        return new ColourBar
        {
            Scale = scale,
            IsVertical = true,
            LengthPx = length,
            Ticks = ticks,
            Decimals = key.DecimalsFor(scale, most),
            Title = title,
            FullTitle = key.Title,
            NoDataLabel = key.NoDataLabel,
            WidthPx = Math.Ceiling(Math.Max(width, title.Select(Width).DefaultIfEmpty(0).Max())),
            HeightPx = around + length + (TickSizePx / 2),
        };
    }

    private static ColourBar Level(ColourScale scale, ScaleKey key, double roomPx, TextMeasure measure)
    {
        double length = Math.Floor(Math.Clamp(roomPx, ShortestPx, FlatLengthPx));
        int most = (int)Math.Clamp(length / 40, 2, 5);
        IReadOnlyList<(double Position, string Text)> ticks = Apart(key.Ticks(scale, most), text => (measure.Width(text, TickSizePx) + 6) / length);
        double inset = Math.Ceiling(measure.Widest(ticks.Select(static tick => tick.Text), TickSizePx) / 2) + ArrowPx;
        double keyWidth = key.NoDataLabel is null ? 0 : KeyPx + 6 + measure.Width(key.NoDataLabel, TickSizePx) + 8;
        double width = length + (2 * inset) + keyWidth;
        string title = Elision.Middle(key.Title, width - inset, text => measure.Width(text, TitleSizePx));
        IReadOnlyList<string> lines = title.Length == 0 ? [] : [title];
        return new ColourBar
        {
            Scale = scale,
            IsVertical = false,
            LengthPx = length,
            Ticks = ticks,
            Decimals = key.DecimalsFor(scale, most),
            Title = lines,
            FullTitle = key.Title,
            NoDataLabel = key.NoDataLabel,
            WidthPx = Math.Ceiling(width),
            HeightPx = TitleHeight(lines.Count) + FlatThicknessPx + 4 + TickSizePx + 2,
        };
    }

    /// <summary>Both ends, and of the ticks between them those whose texts stand clear.</summary>
    /// <param name="share">Of the bar's length that a text takes.</param>
    private static IReadOnlyList<(double Position, string Text)> Apart(IReadOnlyList<(double Position, string Text)> ticks, Func<string, double> share)
    {
        if (ticks.Count < 3)
            return ticks;
        var kept = new List<(double Position, string Text)> { ticks[0] };
        bool Clear((double Position, string Text) one, (double Position, string Text) other) =>
            Math.Abs(one.Position - other.Position) >= (share(one.Text) + share(other.Text)) / 2;
        foreach ((double Position, string Text) tick in ticks.Skip(1).SkipLast(1))
        {
            if (Clear(tick, kept[^1]) && Clear(tick, ticks[^1]))
                kept.Add(tick);
        }
        return [.. kept, ticks[^1]];
    }

    private static double TitleHeight(int lines) => lines == 0 ? TickSizePx / 2 : (lines * TitleLinePx) + 8;

    /// <summary>Room at the ends of a level bar for half a tick's text and an arrow.</summary>
    private double Inset(TextMeasure measure) =>
        Math.Ceiling(measure.Widest(Ticks.Select(static tick => tick.Text), TickSizePx) / 2) + ArrowPx;

    private void PaintVertical(SceneBuilder scene, double left, double top, NoDataLook noData, Theme theme)
    {
        double y = top + (Scale.ClipsAbove ? ArrowPx : 0);
        var bar = new Rect(left, y, ThicknessPx, LengthPx);
        scene.Add(new DrawingOperation.GradientRamp(bar, Scale.BarColours(), Vertical: true));
        if (Scale.ClipsAbove)
            Arrow(scene, new Point(bar.Left, bar.Top), new Point(bar.Right, bar.Top), new Point(bar.CentreX, bar.Top - ArrowPx), Scale.Map.At(1));
        if (Scale.ClipsBelow)
            Arrow(scene, new Point(bar.Left, bar.Bottom), new Point(bar.Right, bar.Bottom), new Point(bar.CentreX, bar.Bottom + ArrowPx), Scale.Map.At(0));
        foreach ((double position, string text) in Ticks)
        {
            double tick = Math.Round(bar.Bottom - (position * LengthPx));
            scene.Line(bar.Right, tick, bar.Right + 3, tick, theme.Rule);
            scene.TextAt(bar.Right + 6, tick, text, new TextStyle(TickSizePx, theme.Muted, TextRole.ScaleTick), TextAnchor.Start);
        }
        if (NoDataLabel is not null)
            PaintKey(scene, left, bar.Bottom + (Scale.ClipsBelow ? ArrowPx : 0) + 12, noData, theme);
    }

    private void PaintLevel(SceneBuilder scene, double left, double top, NoDataLook noData, Theme theme)
    {
        double inset = Inset(scene.Measure);
        var bar = new Rect(left + WidthPx - inset - LengthPx, top, LengthPx, FlatThicknessPx);
        scene.Add(new DrawingOperation.GradientRamp(bar, Scale.BarColours(), Vertical: false));
        if (Scale.ClipsAbove)
            Arrow(scene, new Point(bar.Right, bar.Top), new Point(bar.Right, bar.Bottom), new Point(bar.Right + ArrowPx, bar.CentreY), Scale.Map.At(1));
        if (Scale.ClipsBelow)
            Arrow(scene, new Point(bar.Left, bar.Top), new Point(bar.Left, bar.Bottom), new Point(bar.Left - ArrowPx, bar.CentreY), Scale.Map.At(0));
        foreach ((double position, string text) in Ticks)
        {
            double tick = Math.Round(bar.Left + (position * LengthPx));
            scene.Line(tick, bar.Bottom, tick, bar.Bottom + 3, theme.Rule);
            scene.TextAt(tick, bar.Bottom + 4 + (TickSizePx / 2), text, new TextStyle(TickSizePx, theme.Muted, TextRole.ScaleTick), TextAnchor.Middle);
        }
        if (NoDataLabel is not null)
            PaintKey(scene, left, top - 1, noData, theme);
    }

    private void PaintKey(SceneBuilder scene, double left, double top, NoDataLook noData, Theme theme)
    {
        var key = new Rect(left, top, KeyPx, KeyPx);
        scene.NoData(key, noData);
        scene.Add(new DrawingOperation.StrokeRectangle(key, theme.Rule, 1));
        scene.TextAt(key.Right + 6, key.CentreY, NoDataLabel ?? "", new TextStyle(TickSizePx, theme.Muted, TextRole.ScaleTick), TextAnchor.Start);
    }

    private static void Arrow(SceneBuilder scene, Point a, Point b, Point tip, Rgb fill) =>
        scene.Add(new DrawingOperation.FillPolygon([a, b, tip], fill));
}
