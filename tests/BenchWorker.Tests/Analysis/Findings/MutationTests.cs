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
            foreach (CellAddress cell in Named(finding.Sentence).Distinct())
            {
                int index = table.Index(cell.Facet, cell.Row, cell.Column);
                FindingVerifier verifier = new(Mutation.Of(table, index, table.Stored[index] + change));
                verifier.Verify(finding).ShouldBe(Verdict.Fails, $"{finding.Sentence.Text(table)} with {cell}");
            }
        }
    }

    /// <summary>Cells whose value the sentence prints, or which it names as holding the value it prints.</summary>
    private static IEnumerable<CellAddress> Named(Sentence sentence)
    {
        foreach (Fill fill in sentence.Fills.Values)
        {
            IEnumerable<CellAddress> cells = fill switch
            {
                Fill.Number { Quantity: Quantity.Cell cell } => [cell.Address],
                Fill.Cells named => named.Addresses,
                Fill.Clauses clauses => clauses.Sentences.SelectMany(Named),
                _ => [],
            };
            foreach (CellAddress cell in cells)
                yield return cell;
        }
    }
}
