namespace BenchWorker.Analysis;

/// <summary>Every statement that the catalogue can make about a table, tested, corrected and scored; none selected yet.</summary>
public static class FindingEngine
{
    /// <summary>About the ranking that came with the table, whatever its cells are.</summary>
    private static readonly Func<TableFacts, IEnumerable<Finding>>[] OfRanking = [BoardLeaders.From, BoardStability.From, BoardDisagreement.From, ScoreCost.From, BoardChanges.From];

    private static readonly Func<TableFacts, IEnumerable<Finding>>[] Kinds =
    [
        Construction.From,
        Coverage.From,
        CellExtremes.From,
        RowLeaders.From,
        RowSpread.From,
        ScaleEnds.From,
        ChancePlaces.From,
        PairedNames.From,
        GroupDifferences.From,
        GroupLeaders.From,
        RowTrends.From,
        RowSteps.From,
        ChangePoints.From,
        RowCrossings.From,
        TrendDifferences.From,
        AdditivePattern.From,
        ColumnAgreement.From,
        Redundancy.From,
        ColumnClusters.From,
        DiscriminatingColumn.From,
        RowWins.From,
        FacetDifferences.From,
        NativeAdvantage.From,
        Gaps.From,
        CoverageReversals.From,
        ColumnLeaders.From,
        Uncertainties.From,
        FacetOrder.From,
        .. OfRanking,
    ];

    /// <summary>What may be asked of each kind of table: the items of pairs are no columns that order, win or trend, and win rates no scores.</summary>
    private static Func<TableFacts, IEnumerable<Finding>>[] KindsFor(TableContent content) => content switch
    {
        TableContent.Packed => [PackedMeans.From, .. Kinds],
        TableContent.Pairs => [Construction.From, Coverage.From, PairDensity.From, .. OfRanking],
        TableContent.WinRates => [Construction.From, WinRateDuels.From, .. OfRanking],
        TableContent.Changes => [Construction.From, Coverage.From, TableDifferences.From, OneSidedDifferences.From, .. OfRanking],
        TableContent.Places => [Construction.From, Coverage.From, PlaceLeaders.From, PlaceMovers.From, PlaceSteps.From, .. OfRanking],
        _ => Kinds,
    };

    /// <summary>Results beyond a corrected level of one in a thousand are not more interesting still: minus its natural logarithm.</summary>
    private const double FullSignificance = 6.907755278982137;

    /// <summary>What a null result is worth beside a significant one.</summary>
    private const double NullResult = 0.1;

    /// <returns>In the catalogue's order, scores set; without those whose numbers leave the range of a double.</returns>
    public static IReadOnlyList<Finding> Find(HeatmapTable table)
    {
        TableFacts facts = new(table);
        return [.. KindsFor(table.Content).SelectMany(kind => kind(facts)).Select(finding => finding with { Score = Score(finding, facts.Count) }).Where(IsFinite)];
    }

    private static bool IsFinite(Finding finding) => double.IsFinite(finding.Score) && finding.Sentence.Numbers().All(static number => double.IsFinite(number.Value));

    private static double Score(Finding finding, int cells)
    {
        double covered = cells == 0 ? 1 : Math.Min(1, (double)finding.Covered / cells);
        double significance = finding.Test is not { } test || finding.Kind == FindingKinds.Q1 ? 1 : test.Significant ? Math.Min(1, -Elementary.Log(test.Q) / FullSignificance) : NullResult;
        return finding.Kind.Priority * Math.Clamp(finding.Effect, 0, 1) * Math.Sqrt(covered) * significance * finding.Kind.Novelty;
    }
}
