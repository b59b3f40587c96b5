using System.Globalization;

namespace BenchWorker.Site;

/// <summary>Ranks in words that admit what the data cannot tell apart.</summary>
internal static class RankText
{
    /// <summary>For example "rank 3", "rank 3 (tied)", "rank 3 (1 to 9 not separable)".</summary>
    public static string Of(Place place)
    {
        if (place.Rank is not { } rank)
            return "no rank";
        string range = place.Best is { } best && place.Worst is { } worst && best != worst ? $" ({Number(best)} to {Number(worst)} not separable)" : place.Tied ? " (tied)" : "";
        return $"rank {Number(rank)}{range}";
    }

    /// <summary>For badges: "1st of 20", "tied 1-9 of 90", "not ranked".</summary>
    public static string Badge(Place place, int ranked)
    {
        if (place.Rank is not { } rank)
            return "not ranked";
        return place.Best is { } best && place.Worst is { } worst && best != worst
            ? $"tied {Number(best)}-{Number(worst)} of {Number(ranked)}"
            : $"{(place.Tied ? "tied " : "")}{Ordinal(rank)} of {Number(ranked)}";
    }

    private static string Ordinal(int rank) => Number(rank) + ((rank % 100) is >= 11 and <= 13 ? "th" : (rank % 10) switch { 1 => "st", 2 => "nd", 3 => "rd", _ => "th" });

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
