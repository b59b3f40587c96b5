using BenchWorker.Analysis;
using Shouldly;
using Xunit;

namespace BenchWorker.Tests.Analysis.PublicData;

/// <summary>Averages that others published, where the facts do not say already how they come out of the scores beside them.</summary>
public sealed class PublishedAverageTests
{
    [Fact]
    public void HELMs_means_by_split_are_those_of_its_samples()
    {
        ILookup<string, Result> published = Facts.Rows("harness_native", "runs.csv").Where(static row => row.Field("harness") == "helm").ToLookup(Cell);
        var samples = Facts.Rows("harness_native", "samples.csv").Where(static row => row.Field("harness") == "helm").ToLookup(Cell);

        samples.Count.ShouldBe(8);
        foreach (IGrouping<string, Result> cell in samples)
        {
            Result[] splits = [.. published[cell.Key]];
            int[] firsts = splits.Length == 1 ? [cell.Count()] : [.. Enumerable.Range(1, cell.Count() - 1)];

            firsts.Min(first => Math.Abs(Total(splits, first, cell.Count()) - cell.Sum(static row => row.Value))).ShouldBeLessThan(1e-9, cell.Key);
        }
    }

    /// <summary>The sum of a cell's samples as the published means of its splits have it.</summary>
    private static double Total(Result[] splits, int first, int all) => splits.Select((split, i) => split.Value * (i == 0 ? first : all - first)).Sum();

    private static string Cell(Result row) => $"{row.Model} | {row.Task} | {row.Metric}";
}
