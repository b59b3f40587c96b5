using BenchWorker.Figures;

namespace BenchWorker.Site;

/// <summary>A board as chats and social sites preview a link to it: who leads, and the heatmap from afar.</summary>
internal static class SocialPreview
{
    /// <summary>What preview services ask for.</summary>
    public const int WidthPx = 1200, HeightPx = 630;

    private const int Margin = 64, Gap = 48, PictureSide = 430, TitlePx = 50, LinePx = 28, SmallPx = 24, MostPlaces = 4;

    private static readonly Theme Theme = Theme.Light;

    public static Scene Of(BoardReport report, BoardEntry entry, SiteOptions site)
    {
        CellGrid? grid = report.Figures.SelectMany(static figure => figure.Light.Grids).FirstOrDefault(static grid => grid.IsPicture);
        double room = WidthPx - (2 * Margin) - (grid is null ? 0 : PictureSide + Gap);
        List<DrawingOperation> operations = [];
        double y = Margin + TitlePx;
        foreach (string line in Lines(DisplayText.Of(entry.Title), room, TitlePx, FontWeight.Bold, 3))
        {
            operations.Add(Text(line, Margin, y, TitlePx, FontWeight.Bold, Theme.Text));
            y += TitlePx * 1.2;
        }

        y += 16;
        foreach (Place place in entry.Places.Where(static place => place.Rank is not null).Take(MostPlaces))
        {
            string span = place.Best is { } best && place.Worst is { } worst && best != worst ? FormattableString.Invariant($" · may rank {best}–{worst}") : "";
            operations.Add(Text(FormattableString.Invariant($"{place.Rank}"), Margin, y + LinePx, LinePx, FontWeight.Bold, Theme.Text));
            operations.Add(Text(Fit(ShownName.Of(place.Entity) + span, room - 56, LinePx), Margin + 56, y + LinePx, LinePx, FontWeight.Regular, Theme.Text));
            y += LinePx * 1.6;
        }

        operations.Add(Text(Fit($"{site.Title} · data as of {DisplayTime.Minute(entry.DataAsOf)}", WidthPx - (2 * Margin), SmallPx), Margin, HeightPx - Margin + 8, SmallPx, FontWeight.Regular, Theme.Muted));
        if (grid is not null && Picture(grid) is { } picture)
            operations.Add(picture);
        return new Scene
        {
            WidthPx = WidthPx,
            HeightPx = HeightPx,
            Background = Theme.Background,
            Title = DisplayText.Of(entry.Title),
            Description = report.Summary.AltText,
            Operations = operations,
        };
    }

    private static DrawingOperation.ImageBlock? Picture(CellGrid grid)
    {
        Rgb[] palette = [.. grid.Colours.Distinct()];
        if (palette.Length > byte.MaxValue + 1)
            return null;
        Dictionary<Rgb, byte> entries = palette.Select(static (colour, index) => (colour, index)).ToDictionary(static pair => pair.colour, static pair => (byte)pair.index);
        Rect area = new(WidthPx - Margin - PictureSide, Margin, PictureSide, PictureSide);
        return new DrawingOperation.ImageBlock(area, grid.Columns.Count, grid.Rows.Count, palette, [.. grid.Colours.Select(colour => entries[colour])]);
    }

    private static DrawingOperation.TextRun Text(string text, double x, double y, double sizePx, FontWeight weight, Rgb ink) =>
        new(text, new Point(x, y), sizePx, weight, ink, TextAnchor.Start, 0, Width(text, sizePx, weight), TextRole.Title);

    private static double Width(string text, double sizePx, FontWeight weight) => FontSet.Default.MeasureWidth(text, sizePx, weight);

    /// <summary>The longest beginning that fits, with an ellipsis where something was cut.</summary>
    private static string Fit(string text, double room, double sizePx, FontWeight weight = FontWeight.Regular)
    {
        string shown = DisplayText.Of(text);
        if (Width(shown, sizePx, weight) <= room)
            return shown;
        int length = shown.Length;
        while (length > 1 && Width(shown[..length] + "…", sizePx, weight) > room)
            length--;
        return shown[..(char.IsHighSurrogate(shown[length - 1]) ? length - 1 : length)].TrimEnd() + "…";
    }

    private static IEnumerable<string> Lines(string text, double room, double sizePx, FontWeight weight, int most)
    {
        string line = "";
        int written = 0;
        foreach (string word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            string longer = line.Length == 0 ? word : $"{line} {word}";
            if (line.Length > 0 && Width(longer, sizePx, weight) > room)
            {
                if (++written == most)
                {
                    yield return Fit(line + " …", room, sizePx, weight);
                    yield break;
                }

                yield return Fit(line, room, sizePx, weight);
                line = word;
            }
            else
            {
                line = longer;
            }
        }

        if (line.Length > 0)
            yield return Fit(line, room, sizePx, weight);
    }
}
