namespace BenchWorker.Figures;

/// <summary>Rectangles that nothing hangs on, outlined in one path for each colour: half of what elements of their own would take.</summary>
internal static class PlainRectangles
{
    public static void Write(SvgMarkup svg, IReadOnlyList<DrawingOperation.FillRectangle> rectangles)
    {
        IEnumerable<(Rgb Fill, IEnumerable<Rect> Areas)> paths = AreDisjoint(rectangles)
            ? rectangles.GroupBy(it => it.Fill, it => it.Area).Select(alike => (alike.Key, alike.AsEnumerable()))
            : rectangles.Select(it => (it.Fill, new[] { it.Area }.AsEnumerable()));
        foreach ((Rgb fill, IEnumerable<Rect> areas) in paths)
        {
            svg.Raw("<path").Attribute("fill", fill).Raw(" d=\"");
            foreach (Rect area in areas)
            {
                svg.Raw("M").Number(area.Left).Raw(" ").Number(area.Top)
                    .Raw("h").Number(area.Width).Raw("v").Number(area.Height).Raw("h").Number(-area.Width).Raw("z");
            }
            svg.Raw("\"/>\n");
        }
    }

    /// <summary>Whether the order of painting does not matter. A sweep from top to bottom; only rectangles on one height are compared.</summary>
    private static bool AreDisjoint(IReadOnlyList<DrawingOperation.FillRectangle> rectangles)
    {
        var rightByLeft = new SortedList<double, Rect>();
        foreach (IGrouping<double, Rect> level in rectangles.Select(it => it.Area).GroupBy(area => area.Top).OrderBy(level => level.Key))
        {
            foreach (Rect ended in rightByLeft.Values.Where(area => area.Bottom <= level.Key).ToArray())
                rightByLeft.Remove(ended.Left);
            foreach (Rect area in level.OrderBy(area => area.Left))
            {
                if (!rightByLeft.TryAdd(area.Left, area))
                    return false;
            }
            for (int i = 1; i < rightByLeft.Count; i++)
            {
                if (rightByLeft.Values[i - 1].Right > rightByLeft.Values[i].Left)
                    return false;
            }
        }
        return true;
    }
}
