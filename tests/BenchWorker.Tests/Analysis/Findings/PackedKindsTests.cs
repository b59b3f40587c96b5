using BenchWorker.Analysis;
using Shouldly;
using Xunit;

namespace BenchWorker.Tests.Analysis.Findings;

public sealed class PackedKindsTests
{
    [Fact]
    public void Packed_panels_are_measured_against_the_mean_of_each_cell()
    {
        HeatmapTable table = DerivedTables.Packed([9, 8, 2, 5, 5, 5, 1, 2, 8]);

        table.Holding(FindingKinds.K1).ShouldBe([
            "Measured against the mean of each language over the panels, a is above it in 2 of 3 cells, more than any other model, and b is above it in none of 3, fewer than any other."]);
        table.ShouldFailOn(FindingKinds.K1, DerivedTables.Packed([9, 8, 2, 7, 5, 6, 1, 2, 8]));
    }

    [Fact]
    public void A_matrix_of_the_same_values_has_no_such_statement() =>
        FindingEngine.Find(Stated.Table(["a", "b", "c"], ["x", "y", "z"], [9, 8, 2, 5, 5, 5, 1, 2, 8])).ShouldNotContain(static finding => finding.Kind == FindingKinds.K1);
}
