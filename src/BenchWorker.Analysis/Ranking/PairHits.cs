namespace BenchWorker.Analysis;

/// <summary>How often the sums of two models' scores, each task's sign flipped, lie as far apart as they do without: all pairs at once.</summary>
/// <remarks>A pair's flipped differences sum to the difference of its two flipped sums, so that one product of signs and scores serves every pair.</remarks>
internal sealed class PairHits
{
    /// <summary>Of the sizes summed: distances equal up to rounding count as reached.</summary>
    private const double Slack = 1e-12;

    private readonly FlippedSums sums;
    private readonly double[] observed;
    private readonly double[] slack;
    private readonly int models;
    private readonly int[] hits;

    private PairHits(FlippedSums sums, double[] byTask, int models)
    {
        (this.sums, this.models) = (sums, models);
        hits = new int[models * models];
        observed = new double[sums.PanelCount * FlippedSums.PanelColumns];
        slack = new double[observed.Length];
        for (int k = 0; k < byTask.Length; k++)
        {
            observed[k % models] += byTask[k];
            slack[k % models] += Slack * Math.Abs(byTask[k]);
        }
    }

    /// <param name="complete">A model without a score anywhere counts as zero.</param>
    /// <param name="sign">Fills the signs of one draw.</param>
    /// <returns>[i, j] for j &lt; i, row-major; zero elsewhere.</returns>
    public static int[] Of(ScoreMatrix complete, int draws, Action<int, Span<double>> sign)
    {
        double[] byTask = Usable(complete.ByTask());
        using var flipped = FlippedSums.Of(byTask, complete.Tasks, complete.Models, draws, sign);
        PairHits counted = new(flipped, byTask, complete.Models);
        RowBlocks.Run(flipped.PanelCount, 1, (panel, _) => counted.Count(panel));
        return counted.hits;
    }

    /// <summary>A scale on which no sum overflows: a power of two changes no comparison.</summary>
    private static double[] Usable(double[] byTask)
    {
        double largest = byTask.Max(static value => double.IsNaN(value) ? 0 : Math.Abs(value));
        double scale = largest > 1e290 ? Math.ScaleB(1, -64) : 1;
        for (int k = 0; k < byTask.Length; k++)
            byTask[k] = double.IsNaN(byTask[k]) ? 0 : byTask[k] * scale;
        return byTask;
    }

    /// <summary>The models of a panel against one another and all after them.</summary>
    private void Count(int panel)
    {
        Span<double> bounds = stackalloc double[ReachedDistances.Columns * FlippedSums.PanelColumns];
        Span<long> reached = stackalloc long[bounds.Length];
        for (int i = panel * FlippedSums.PanelColumns; i < models; i += ReachedDistances.Columns)
        {
            for (int k = 0; k < bounds.Length; k++)
            {
                (int one, int other) = Pair(i, panel, k);
                bounds[k] = Math.Abs(observed[one] - observed[other]) - slack[one] - slack[other];
            }

            ReachedDistances.Count(sums.Panel(i / FlippedSums.PanelColumns), i % FlippedSums.PanelColumns, sums.Panel(panel), bounds, reached);
            for (int k = 0; k < reached.Length; k++)
            {
                (int one, int other) = Pair(i, panel, k);
                if (one < models && other < one)
                    hits[(one * models) + other] = (int)reached[k];
            }
        }
    }

    private static (int One, int Other) Pair(int i, int panel, int k) =>
        (i + (k / FlippedSums.PanelColumns), (panel * FlippedSums.PanelColumns) + (k % FlippedSums.PanelColumns));
}
