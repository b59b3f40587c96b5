using System.Buffers;

namespace BenchWorker.Analysis;

/// <summary>Bootstrap over tasks as one matrix product: how often each replicate drew each task, times what the task contributes.</summary>
/// <remarks>Replicate r draws as many tasks as there are from stream r, so that a block of replicates can be drawn by itself.</remarks>
internal readonly record struct TaskDraws(int Tasks, ulong Seed)
{
    /// <summary>Sums over the drawn tasks, for replicates [from, to).</summary>
    /// <param name="terms">What each task adds, tasks x columns.</param>
    /// <param name="sums">[replicate - from, column].</param>
    public void Sum(RightFactor terms, int from, int to, Span<double> sums)
    {
        double[] counts = Rent(from, to);
        terms.Multiply(counts, to - from, sums);
        ArrayPool<double>.Shared.Return(counts);
    }

    /// <summary>Two sums over the same draws.</summary>
    public void Sum(RightFactor first, RightFactor second, int from, int to, Span<double> firstSums, Span<double> secondSums)
    {
        double[] counts = Rent(from, to);
        first.Multiply(counts, to - from, firstSums);
        second.Multiply(counts, to - from, secondSums);
        ArrayPool<double>.Shared.Return(counts);
    }

    /// <summary>How often each replicate drew each task, laid out for <see cref="RightFactor.Multiply"/>.</summary>
    private double[] Rent(int from, int to)
    {
        double[] counts = ArrayPool<double>.Shared.Rent(RightFactor.QuadsLength(to - from, Tasks));
        counts.AsSpan(0, RightFactor.QuadsLength(to - from, Tasks)).Clear();
        for (int r = from; r < to; r++)
        {
            int row = r - from;
            Span<double> quad = counts.AsSpan(row / RightFactor.Quad * RightFactor.Quad * Tasks, RightFactor.Quad * Tasks);
            ulong state = CounterRandom.Stream(Seed, (ulong)r);
            for (int k = 0; k < Tasks; k++)
                quad[(CounterRandom.Below(CounterRandom.WordOf(state, (ulong)k), Tasks) * RightFactor.Quad) + (row % RightFactor.Quad)]++;
        }

        return counts;
    }
}
