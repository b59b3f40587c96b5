using System.Diagnostics;
using System.Globalization;
using BenchWorker.Analysis;

namespace BenchWorker.Site;

/// <summary>How spans of ranks are made, with the constants the program uses.</summary>
internal static class IntervalText
{
    private static readonly string Level = DisplayNumber.Percent(1 - RankSets.Alpha);

    public static string Name(IntervalKind kind) => kind switch
    {
        IntervalKind.HolmRankSet => "Rank sets by Holm",
        IntervalKind.MaxTRankSet => "Rank sets by max-T",
        IntervalKind.ResamplingRange => "Resampled columns",
        IntervalKind.None => "None",
        _ => throw new UnreachableException(),
    };

    public static string Explanation(IntervalKind kind) => kind switch
    {
        IntervalKind.HolmRankSet => string.Create(
            CultureInfo.InvariantCulture,
            $"Every pair is tested on the columns both have (paired permutation for means, exact to {PermutationTest.MaxExact} columns, else {PermutationTest.DefaultDraws:N0} sign flips; Wilcoxon for other rankings), corrected by Holm for all pairs; a span runs from one more than the number significantly better to the number not significantly worse. All spans hold at once with {Level}."),
        IntervalKind.MaxTRankSet => string.Create(
            CultureInfo.InvariantCulture,
            $"Above {RankSets.MaxModels} ranked, all pairs are compared at once by a studentised bootstrap maximum over the columns, {MaxT.DefaultReplicates:N0} replicates. All spans hold at once with {Level}."),
        IntervalKind.ResamplingRange => string.Create(
            CultureInfo.InvariantCulture,
            $"The columns are drawn anew {RankResampling.DefaultReplicates:N0} times; a span holds the central 95 % of the ranks. It says how much the rank depends on the choice of columns; it is no confidence interval."),
        IntervalKind.None => "No span could be computed.",
        _ => throw new UnreachableException(),
    };
}
