using BenchWorker.Analysis;
using Shouldly;
using Xunit;

namespace BenchWorker.Tests.Analysis.Findings;

public sealed class MutationTests
{
    public static TheoryData<string> Tables => [.. ReferenceHeatmaps.Names];

    [Theory]
    [MemberData(nameof(Tables))]
    public void Every_sentence_that_names_a_changed_cell_fails(string name)
    {
        HeatmapTable table = ReferenceHeatmaps.Of(name);
        double change = Mutation.Visible(table);

        foreach (Finding finding in FindingEngine.Find(table))
        {
            foreach (CellAddress cell in finding.Sentence.NamedCells().Distinct())
            {
                int index = table.Index(cell.Facet, cell.Row, cell.Column);
                FindingVerifier verifier = new(Mutation.Of(table, index, table.Stored[index] + change));
                verifier.Verify(finding).ShouldBe(Verdict.Fails, $"{finding.Sentence.Text(table)} with {cell}");
            }
        }
    }
}
