using BenchWorker.Analysis;
using Shouldly;

namespace BenchWorker.Tests.Analysis.Findings;

/// <summary>Statements of one kind about a table.</summary>
internal static class Stated
{
    /// <summary>Texts of the kind's findings, each confirmed by the second code path.</summary>
    public static string[] Holding(this HeatmapTable table, FindingKind kind)
    {
        FindingVerifier verifier = new(table);
        Finding[] found = Of(table, kind);
        found.Where(finding => verifier.Verify(finding) != Verdict.Holds).Select(finding => finding.Sentence.Text(table)).ShouldBeEmpty();
        return [.. found.Select(finding => finding.Sentence.Text(table))];
    }

    /// <summary>Everything of the kind that is said of one table fails on the other.</summary>
    public static void ShouldFailOn(this HeatmapTable table, FindingKind kind, HeatmapTable other)
    {
        FindingVerifier verifier = new(other);
        Finding[] found = Of(table, kind);
        found.ShouldNotBeEmpty();
        found.ShouldAllBe(finding => verifier.Verify(finding) == Verdict.Fails);
    }

    public static HeatmapTable Table(string[] rows, string[] columns, double[] values, bool ordered = false, Direction direction = Direction.HigherIsBetter, int? decimals = null) => new(
        "Scores", new HeatmapMetric("score", null, direction) { Lower = 0, Upper = 1 }, new HeatmapAxis("model", rows), new HeatmapAxis(ordered ? "step" : "task", columns) { Ordered = ordered }, values, decimals);

    public static string[] Names(string prefix, int count) => [.. Enumerable.Range(1, count).Select(i => $"{prefix}{i}")];

    private static Finding[] Of(HeatmapTable table, FindingKind kind) => [.. FindingEngine.Find(table).Where(finding => finding.Kind == kind)];
}
