using System.Globalization;

namespace BenchWorker.Site;

/// <summary>A rank and its range as a mark on a rail from the first rank to the last.</summary>
internal static class RangeMark
{
    private const double Width = 120;
    private const double Margin = 5;

    public static Html Of(Place place, int ranked)
    {
        if (place.Rank is not { } rank || ranked < 2)
            return Html.Empty;
        string low = At(place.Best ?? rank, ranked), high = At(place.Worst ?? rank, ranked);
        return Html.Of($"<svg class=\"range\" viewBox=\"0 0 120 12\" aria-hidden=\"true\"><line class=\"rail\" x1=\"5\" x2=\"115\" y1=\"6\" y2=\"6\" /><line x1=\"{low}\" x2=\"{high}\" y1=\"6\" y2=\"6\" /><circle cx=\"{At(rank, ranked)}\" cy=\"6\" r=\"3.5\" /></svg>");
    }

    private static string At(int rank, int ranked) =>
        (Margin + ((rank - 1) * (Width - (2 * Margin)) / (ranked - 1))).ToString("0.##", CultureInfo.InvariantCulture);
}
