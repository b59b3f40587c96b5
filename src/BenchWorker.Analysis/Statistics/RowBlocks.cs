namespace BenchWorker.Analysis;

/// <summary>Work over rows, cut into blocks of a fixed size and shared among the machine's threads.</summary>
/// <remarks>A block writes into places of its own and sums nothing across blocks, so that the number of threads changes no bit of a result.</remarks>
internal static class RowBlocks
{
    /// <param name="size">Rows of one block: enough work that handing it to a thread costs nothing beside it.</param>
    /// <param name="work">Given [from, to).</param>
    public static void Run(int rows, int size, Action<int, int> work)
    {
        int blocks = (rows + size - 1) / size;
        if (blocks > 1)
            Parallel.For(0, blocks, block => work(block * size, Math.Min(rows, (block + 1) * size)));
        else if (blocks == 1)
            work(0, rows);
    }
}
