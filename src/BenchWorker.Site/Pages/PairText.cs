using System.Globalization;
using BenchWorker.Analysis;

namespace BenchWorker.Site;

/// <summary>How neighbours on a leaderboard are compared, with the constants the program uses.</summary>
internal static class PairText
{
    public static string Explanation(RankedPairs pairs) => string.Create(
        CultureInfo.InvariantCulture,
        $"The columns are drawn anew {RankResampling.DefaultReplicates:N0} times; this is the share in which the upper of two stays ahead, level ones counting half. It is no probability that the order is true. {Test(pairs)}");

    private static string Test(RankedPairs pairs)
    {
        if (pairs.Columns == 0)
            return "No column is measured for all of them, so no test is made.";
        if (!pairs.Next.Any(static one => double.IsFinite(one.P)))
            return string.Create(CultureInfo.InvariantCulture, $"Above {PairPermutations.MaxModels:N0} ranked, pairs are not tested.");
        string signs = pairs.Exact ? "every sign" : string.Create(CultureInfo.InvariantCulture, $"{PairPermutations.DefaultDraws:N0} sign flips");
        int apart = pairs.Next.Count(static one => one.Corrected <= RankSets.Alpha);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"A paired test of {signs} on the {Plural.Count(pairs.Columns, "column")} that all ranked have tells {apart} of {Plural.Count(pairs.Next.Count, "neighbour")} apart (Benjamini–Hochberg over all pairs, alpha {RankSets.Alpha}).");
    }
}
