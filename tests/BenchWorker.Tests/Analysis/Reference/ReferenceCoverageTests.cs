using BenchWorker.Tests.Analysis.Aggregation;
using BenchWorker.Tests.Analysis.Ranking;
using BenchWorker.Tests.Analysis.Statistics;
using BenchWorker.Tests.Analysis.Statistics.Trends;
using Shouldly;
using Xunit;

namespace BenchWorker.Tests.Analysis.Reference;

/// <summary>All 314 cases are there, and every one of them is asserted by some test.</summary>
public sealed class ReferenceCoverageTests
{
    /// <summary>Cases that a fact of its own compares, because they share their input with others.</summary>
    private static readonly string[] ByFacts =
    [
        "primitives.fmt", "primitives.kendall.exact", "primitives.kendall.exact_ties", "trends.seed3.bh", "trends.seed3.holm",
        "density.shares", "density.bins_by_average", "density.bins_by_x_biased",
    ];

    [Theory]
    [InlineData("primitives", 23)]
    [InlineData("runs", 64)]
    [InlineData("samples", 65)]
    [InlineData("aggregation", 20)]
    [InlineData("rankings", 86)]
    [InlineData("battles", 5)]
    [InlineData("trends", 9)]
    [InlineData("structure", 21)]
    [InlineData("density", 3)]
    [InlineData("publications", 1)]
    [InlineData("degenerate", 17)]
    public void Every_case_of_a_suite_is_there_and_asserted_once(string suite, int count)
    {
        string[] ids = Flat(ReferenceCase.Ids(suite));

        string[] asserted = [.. Asserted(suite), .. ByFacts.Where(id => id.StartsWith(suite + '.', StringComparison.Ordinal))];

        ids.Length.ShouldBe(count);
        asserted.Order(StringComparer.Ordinal).ShouldBe(ids.Order(StringComparer.Ordinal));
    }

    /// <summary>What the suite's theory runs over; its switch throws for a case it does not know.</summary>
    private static string[] Asserted(string suite) => suite switch
    {
        "primitives" => Flat(PrimitivesReferenceTests.Cases),
        "runs" => Flat(RunsReferenceTests.Cases),
        "samples" => Flat(SamplesReferenceTests.Cases),
        "aggregation" => Flat(AggregationReferenceTests.Cases),
        "rankings" => Flat(RankingsReferenceTests.Cases),
        "battles" => Flat(BattlesReferenceTests.Cases),
        "trends" => [.. Flat(TrendReferenceTests.Rows).Select(row => "trends.seed3." + row)],
        "structure" => Flat(StructureReferenceTests.Cases),
        "publications" => Flat(PublicationsReferenceTests.Cases),
        "degenerate" => Flat(DegenerateReferenceTests.Cases),
        _ => [],
    };

    private static string[] Flat(TheoryData<string> rows) => [.. rows.Select(row => row.Data)];
}
