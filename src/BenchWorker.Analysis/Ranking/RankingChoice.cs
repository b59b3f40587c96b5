using System.Globalization;

namespace BenchWorker.Analysis;

/// <summary>The rankings of a board that names none, the first its order, and the sentence that says why.</summary>
public sealed record RankingChoice(IReadOnlyList<RankingMethod> Methods, double MinCoverage, string Reason)
{
    /// <summary>Share of the columns below which an adjusted mean rests on too little of what it is compared with.</summary>
    public const double LeastCoverage = 0.8;

    /// <summary>A complete table is ordered by its mean. With gaps the adjusted mean is what the mean would be: the very mean of whoever has every column.</summary>
    /// <param name="oneScale">Whether scores of different columns can be averaged; columns of several metrics cannot.</param>
    /// <param name="minCoverage">As declared; null chooses <see cref="LeastCoverage"/> where cells are missing and at least half reach it.</param>
    public static RankingChoice For(ScoreTable table, bool oneScale, double? minCoverage = null)
    {
        TableCoverage[] live = [.. TableCoverage.Of(table).Where(static entity => entity.Present > 0)];
        int cells = live.Sum(static entity => entity.Columns);
        int missing = cells - live.Sum(static entity => entity.Present);
        string gaps = string.Create(CultureInfo.InvariantCulture, $"Of the {cells} cells {missing} {(missing == 1 ? "is" : "are")} missing, so");
        double least = minCoverage ?? (missing > 0 && 2 * live.Count(static entity => entity.Share >= LeastCoverage - 1e-12) >= live.Length ? LeastCoverage : 0);
        return (oneScale, missing) switch
        {
            (false, _) => new([RankingMethod.MeanWinRate], least, "Columns hold different metrics, which no mean can join, so the order is by mean win rate."),
            (true, 0) => new([RankingMethod.Mean], least, "No cell is missing, so the order is by the plain mean."),
            _ when !WeighAlike(table) => new([RankingMethod.Mean, RankingMethod.Borda, RankingMethod.MeanWinRate], least, $"{gaps} means over different columns are not strictly comparable; no adjusted mean heeds the columns’ weights."),
            _ => new(
                [RankingMethod.AdjustedMean, RankingMethod.Mean, RankingMethod.Borda, RankingMethod.MeanWinRate], least,
                $"{gaps} the order is by the adjusted mean: the plain mean of whoever has every column, and for the others what theirs would be."),
        };
    }

    private static bool WeighAlike(ScoreTable table) => table.Columns.Where(static column => column.Counts).Select(static column => column.Weight).Distinct().Count() < 2;
}
