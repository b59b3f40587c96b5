namespace BenchWorker.Analysis;

/// <summary>Least squares of score = model effect + task effect over the cells present, in the largest connected component.</summary>
/// <remarks>
/// The two-way layout without interaction (Scheffe 1959, ch. 4). Tasks (or models, whichever are more) are eliminated from the normal
/// equations, which leaves one dense system in the fewer of the two. Effects are fixed up to a constant; the mean task effect is zero.
/// </remarks>
public sealed class AdditiveModel
{
    private readonly double[] modelEffects;
    private readonly double[] taskEffects;

    private AdditiveModel(double[] modelEffects, double[] taskEffects)
    {
        this.modelEffects = modelEffects;
        this.taskEffects = taskEffects;
    }

    /// <summary>By model: its level on the average task of the component; NaN outside the component.</summary>
    public double[] AdjustedMeans() => [.. modelEffects];

    /// <summary>By task: how much easier than the average task; NaN outside the component.</summary>
    public double[] TaskEffects() => [.. taskEffects];

    /// <summary>Scores less their task's effect: their mean over a model's tasks is its adjusted mean.</summary>
    /// <param name="scores">The scores that the model was fitted to.</param>
    public ScoreMatrix WithoutTaskEffects(ScoreMatrix scores)
    {
        double[] values = scores.Values.ToArray();
        for (int k = 0; k < values.Length; k++)
            values[k] -= taskEffects[k % scores.Tasks];
        return ScoreMatrix.Taking(scores.Models, scores.Tasks, values);
    }

    public static AdditiveModel Fit(ScoreMatrix scores)
    {
        Components components = Components.Of(scores);
        int[] models = [.. Enumerable.Range(0, scores.Models).Where(i => components.OfModel[i] >= 0 && components.OfModel[i] == components.Largest)];
        int[] tasks = [.. Enumerable.Range(0, scores.Tasks).Where(j => models.Any(i => scores.Has(i, j)))];
        ScoreMatrix dense = scores.OfModels(models).OnTasks(tasks);
        (double[] rows, double[] columns) = models.Length <= tasks.Length ? Solve(dense) : Swap(Solve(dense.Transposed()));
        double level = columns.Length == 0 ? 0 : StableSum.Mean(columns.ToArray());
        return new(
            Scatter(models, [.. rows.Select(effect => effect + level)], scores.Models),
            Scatter(tasks, [.. columns.Select(effect => effect - level)], scores.Tasks));
    }

    private static (double[] Rows, double[] Columns) Swap((double[] Rows, double[] Columns) pair) => (pair.Columns, pair.Rows);

    /// <summary>Row and column effects of a connected matrix, by eliminating the columns.</summary>
    private static (double[] Rows, double[] Columns) Solve(ScoreMatrix x)
    {
        int n = x.Models;
        double scale = Scale(x);
        int[] perColumn = x.ModelsPerTask();
        double[] columnMeans = ColumnMeans(x, perColumn, scale);
        double[] system = new double[n * n];
        double[] right = new double[n];
        Array.Fill(system, 1.0 / Math.Max(1, n));
        int[] present = new int[n];
        for (int j = 0; j < x.Tasks; j++)
        {
            int count = 0;
            for (int i = 0; i < n; i++)
            {
                if (x.Has(i, j))
                    present[count++] = i;
            }

            double share = 1.0 / perColumn[j];
            foreach (int i in present.AsSpan(0, count))
            {
                right[i] += (x[i, j] * scale) - columnMeans[j];
                system[(i * n) + i] += 1;
                foreach (int k in present.AsSpan(0, count))
                    system[(i * n) + k] -= share;
            }
        }

        double[] rows = Cholesky.Factor(system, n)?.Solve(right) ?? right;
        double[] columns = [.. Enumerable.Range(0, x.Tasks).Select(j => columnMeans[j] - MeanEffect(x, rows, j, perColumn[j]))];
        return ([.. rows.Select(effect => effect / scale)], [.. columns.Select(effect => effect / scale)]);
    }

    /// <summary>A power of two that brings the largest score below 1, so that no square overflows.</summary>
    private static double Scale(ScoreMatrix x)
    {
        double largest = 0;
        foreach (double value in x.Values)
            largest = Math.Max(largest, double.IsNaN(value) ? 0 : Math.Abs(value));
        return largest > 1e100 ? Math.ScaleB(1, -Math.ILogB(largest) - 1) : 1;
    }

    private static double[] ColumnMeans(ScoreMatrix x, int[] perColumn, double scale)
    {
        double[] sums = new double[x.Tasks];
        for (int i = 0; i < x.Models; i++)
        {
            for (int j = 0; j < x.Tasks; j++)
                sums[j] += x.Has(i, j) ? x[i, j] * scale : 0;
        }

        return [.. sums.Zip(perColumn, static (sum, count) => sum / count)];
    }

    private static double MeanEffect(ScoreMatrix x, double[] rows, int j, int count)
    {
        double sum = 0;
        for (int i = 0; i < x.Models; i++)
            sum += x.Has(i, j) ? rows[i] : 0;
        return sum / count;
    }

    private static double[] Scatter(int[] places, double[] values, int length)
    {
        double[] all = new double[length];
        Array.Fill(all, double.NaN);
        for (int k = 0; k < places.Length; k++)
            all[places[k]] = values[k];
        return all;
    }
}
