using BenchWorker.Analysis;

namespace BenchWorker.Tests.Analysis.Findings;

internal static class SentenceCells
{
    /// <summary>Cells whose value the sentence prints, or which it names as holding the value it prints.</summary>
    public static IEnumerable<CellAddress> NamedCells(this Sentence sentence) => sentence.Fills.Values.SelectMany(static fill => fill switch
    {
        Fill.Number { Quantity: Quantity.Cell cell } => [cell.Address],
        Fill.Cells named => named.Addresses,
        Fill.Clauses clauses => clauses.Sentences.SelectMany(NamedCells),
        _ => Array.Empty<CellAddress>(),
    });
}
