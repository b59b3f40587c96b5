namespace BenchWorker.Figures;

/// <summary>Where snapshots stand along a rank history and which of them are labelled, in px from the left end of the field.</summary>
/// <param name="Places">By snapshot.</param>
/// <param name="Labels">Text and left edge of those labelled.</param>
/// <param name="Note">Says so where some are not labelled; null where all are.</param>
internal sealed record SnapshotAxis(IReadOnlyList<double> Places, IReadOnlyList<(int Snapshot, string Text, double Left)> Labels, string? Note)
{
    private const double SizePx = 9, ApartPx = 10, InsetPx = 6;

    /// <summary>The newest is always labelled, then as many before it as fit.</summary>
    public static SnapshotAxis Of(RankHistoryFigure figure, double leftPx, double plotPx, double rightPx, TextMeasure measure)
    {
        int count = figure.Snapshots.Count;
        double[] places = [.. Enumerable.Range(0, count).Select(t => count < 2 ? plotPx - InsetPx : Math.Round(InsetPx + (t * (plotPx - (2 * InsetPx)) / (count - 1))))];
        var labels = new List<(int, string, double)>();
        double free = double.PositiveInfinity;
        for (int t = count - 1; t >= 0; t--)
        {
            string text = Elision.Middle(DisplayText.Of(figure.Snapshots[t]), plotPx / 2.2, line => measure.Width(line, SizePx));
            double width = measure.Width(text, SizePx);
            double left = Math.Max(-leftPx, Math.Min(places[t] - (width / 2), plotPx + rightPx - width));
            if (left + width + ApartPx > free)
                continue;
            free = left;
            labels.Add((t, text, left));
        }
        return new SnapshotAxis(places, labels, labels.Count == count ? null : "Not every snapshot is labelled.");
    }
}
