namespace BenchWorker.Analysis;

/// <summary>Bootstrap over tasks as one matrix product: how often each task was drawn, times what it contributes.</summary>
internal static class TaskResampling
{
    /// <summary>How often each replicate drew each task, [replicate, task]; every row sums to the number of tasks.</summary>
    public static double[] Counts(int tasks, ulong seed, int replicates)
    {
        double[] counts = new double[replicates * tasks];
        for (int r = 0; r < replicates; r++)
        {
            Span<double> row = counts.AsSpan(r * tasks, tasks);
            ulong state = CounterRandom.Stream(seed, (ulong)r);
            for (int k = 0; k < tasks; k++)
                row[CounterRandom.Below(CounterRandom.WordOf(state, (ulong)k), tasks)]++;
        }

        return counts;
    }

    /// <summary>Sum over the drawn tasks of each model's terms, [replicate, model].</summary>
    /// <param name="terms">[task, model], no NaN.</param>
    public static double[] Sums(ReadOnlySpan<double> terms, int tasks, int models, ulong seed, int replicates) =>
        MatrixProduct.Of(Counts(tasks, seed, replicates), terms, replicates, tasks, models);
}
