using BenchWorker.Analysis;
using BenchWorker.Tests.Analysis.Reference;
using Shouldly;
using Xunit;

namespace BenchWorker.Tests.Analysis.Findings;

public sealed class PairFindingsTests
{
    [Fact]
    public void Pairs_carry_the_numbers_of_the_reference_and_show_no_crossing()
    {
        IReadOnlyList<IReadOnlyDictionary<string, string>> rows = ReferenceTable.Rows("synP_pairs.csv");
        HeatmapTable table = new("Progress", new HeatmapMetric("progress", null, Direction.HigherIsBetter) { Lower = 0, Upper = 1 }, new HeatmapAxis("model", ["Y", "X"]),
            new HeatmapAxis("items", [.. rows.Select((_, i) => $"i{i}")]),
            [.. rows.Select(row => ReferenceTable.Number(row["y"])), .. rows.Select(row => ReferenceTable.Number(row["x"]))])
        {
            Content = new TableContent.Pairs([(0, 1)]),
        };
        FindingVerifier verifier = new(table);

        Finding[] found = [.. FindingEngine.Find(table).Where(finding => finding.Kind == FindingKinds.Q1 || finding.Kind == FindingKinds.Q2)];

        found.ShouldAllBe(finding => verifier.Verify(finding) == Verdict.Holds);
        found.Select(finding => finding.Sentence.Text(table)).ShouldBe(
        [
            "Of 240 shared items, Y is higher than X in 138 (57.5 percent), lower in 83 (34.6 percent) and equal in 19 (7.9 percent); mean difference +0.0723 (sign test, p < 0.001).",
            "In 5 bands of items by the average of the two, Y has the higher mean in 5 and X in none, in no band significantly "
            + "(sign tests, Benjamini-Hochberg at five percent); no crossing is shown.",
        ]);
    }

    [Theory]
    [InlineData(0.3, 0.3, "X significantly in 2 (sign tests, Benjamini-Hochberg at five percent); no crossing is shown.")]
    [InlineData(0.3, -0.3, "X significantly in 1 and Y in 1 (sign tests, Benjamini-Hochberg at five percent); the two cross.")]
    public void Who_is_significantly_higher_is_named(double low, double high, string told)
    {
        double[] levels = [.. Enumerable.Range(0, 60).Select(static i => i < 30 ? 0.1 : 0.6)];
        HeatmapTable table = new("Progress", new HeatmapMetric("progress", null, Direction.HigherIsBetter) { Lower = 0, Upper = 1 }, new HeatmapAxis("model", ["Y", "X"]), new HeatmapAxis("items", Stated.Names("i", 60)),
            [.. levels.Select((level, i) => level + Math.Max(0, -(i < 30 ? low : high))), .. levels.Select((level, i) => level + Math.Max(0, i < 30 ? low : high))], decimals: 1)
        {
            Content = new TableContent.Pairs([(1, 0)]),
        };

        table.Holding(FindingKinds.Q2).ShouldHaveSingleItem().ShouldEndWith(told);
    }
}
