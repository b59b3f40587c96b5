namespace BenchWorker.Analysis;

/// <summary>Scores of models on tasks, oriented so that higher is better: what every statistic here works on.</summary>
/// <remarks><c>matrix[i, j]</c>: model i on task j; NaN = missing. Models and tasks stay where the table has them, also those without any score.</remarks>
public sealed class ScoreMatrix
{
    private readonly double[] values;

    /// <param name="values">Row-major, length models x tasks; infinities are taken as missing.</param>
    /// <exception cref="ArgumentException">The number of values is not models x tasks.</exception>
    public ScoreMatrix(int models, int tasks, ReadOnlySpan<double> values)
    {
        if (values.Length != models * tasks)
            throw new ArgumentException($"{values.Length} values cannot fill {models} models x {tasks} tasks.", nameof(values));
        Models = models;
        Tasks = tasks;
        this.values = Finite(values.ToArray());
    }

    /// <summary>Takes the array itself, which holds finite values and NaN only.</summary>
    private ScoreMatrix(double[] values, int models, int tasks) => (this.values, Models, Tasks) = (values, models, tasks);

    /// <summary>The same without a copy, for values that nobody else holds: matrices of a sparse table are megabytes, and several stand behind a ranking.</summary>
    internal static ScoreMatrix Taking(int models, int tasks, double[] values) => new(Finite(values), models, tasks);

    public int Models { get; }

    public int Tasks { get; }

    public ReadOnlySpan<double> Values => values;

    public double this[int model, int task] => values[(model * Tasks) + task];

    /// <summary>Scores of one model, NaN where missing.</summary>
    public ReadOnlySpan<double> Row(int model) => values.AsSpan(model * Tasks, Tasks);

    public bool Has(int model, int task) => !double.IsNaN(values[(model * Tasks) + task]);

    /// <summary>How many models have a score, by task.</summary>
    public int[] ModelsPerTask()
    {
        int[] counts = new int[Tasks];
        for (int i = 0; i < Models; i++)
        {
            ReadOnlySpan<double> row = Row(i);
            for (int j = 0; j < row.Length; j++)
                counts[j] += double.IsNaN(row[j]) ? 0 : 1;
        }

        return counts;
    }

    /// <summary>How many tasks have a score, by model. A model with none is not live: it is in no statistic.</summary>
    public int[] TasksPerModel()
    {
        int[] counts = new int[Models];
        for (int i = 0; i < Models; i++)
        {
            foreach (double value in Row(i))
                counts[i] += double.IsNaN(value) ? 0 : 1;
        }

        return counts;
    }

    /// <summary>Tasks that every live model has a score on, ascending; none where no model is live.</summary>
    public int[] CompleteTasks()
    {
        int live = TasksPerModel().Count(static tasks => tasks > 0);
        int[] counts = ModelsPerTask();
        return live == 0 ? [] : [.. Enumerable.Range(0, Tasks).Where(task => counts[task] == live)];
    }

    /// <summary>The same models on some tasks only, in the order given.</summary>
    public ScoreMatrix OnTasks(IReadOnlyList<int> tasks)
    {
        if (AreAll(tasks, Tasks))
            return this;
        double[] chosen = new double[Models * tasks.Count];
        for (int i = 0; i < Models; i++)
        {
            for (int k = 0; k < tasks.Count; k++)
                chosen[(i * tasks.Count) + k] = this[i, tasks[k]];
        }

        return new(chosen, Models, tasks.Count);
    }

    /// <summary>Some models only, in the order given, on all tasks.</summary>
    public ScoreMatrix OfModels(IReadOnlyList<int> models)
    {
        if (AreAll(models, Models))
            return this;
        double[] chosen = new double[models.Count * Tasks];
        for (int k = 0; k < models.Count; k++)
            Row(models[k]).CopyTo(chosen.AsSpan(k * Tasks));
        return new(chosen, models.Count, Tasks);
    }

    public ScoreMatrix Transposed() => new(ByTask(), Tasks, Models);

    /// <summary>A copy of the scores, [task, model].</summary>
    internal double[] ByTask() => Turned(values, Models, Tasks);

    /// <param name="byTask">Becomes a copy of the scores, [task, model]; may be longer.</param>
    internal void WriteByTask(double[] byTask) => Turn(values, byTask, Models, Tasks);

    /// <param name="byTask">[task, model]; finite or NaN; may be longer.</param>
    internal static ScoreMatrix OfTasks(int models, int tasks, double[] byTask) => new(Turned(byTask, tasks, models), models, tasks);

    private static double[] Turned(double[] matrix, int rows, int columns)
    {
        double[] turned = new double[rows * columns];
        Turn(matrix, turned, rows, columns);
        return turned;
    }

    /// <summary>Tile by tile, so that what is read and what is written both stay in the first cache.</summary>
    private static void Turn(double[] matrix, double[] turned, int rows, int columns)
    {
        const int Tile = 16;
        RowBlocks.Run(rows, Tile, (top, bottom) =>
        {
            for (int left = 0; left < columns; left += Tile)
            {
                for (int i = top; i < bottom; i++)
                {
                    for (int j = left; j < Math.Min(columns, left + Tile); j++)
                        turned[(j * rows) + i] = matrix[(i * columns) + j];
                }
            }
        });
    }

    /// <summary>The columns of a table that count, lower-is-better negated.</summary>
    public static ScoreMatrix Of(ScoreTable table)
    {
        int[] columns = [.. Enumerable.Range(0, table.Columns.Count).Where(j => table.Columns[j].Counts)];
        double[] oriented = new double[table.Entities.Count * columns.Length];
        for (int i = 0; i < table.Entities.Count; i++)
        {
            for (int k = 0; k < columns.Length; k++)
            {
                double value = table[i, columns[k]].Value;
                oriented[(i * columns.Length) + k] = table.Columns[columns[k]].Direction == Direction.LowerIsBetter ? -value : value;
            }
        }

        return new(oriented, table.Entities.Count, columns.Length);
    }

    private static bool AreAll(IReadOnlyList<int> chosen, int count) => chosen.Count == count && chosen.Select(static (one, k) => one == k).All(static same => same);

    private static double[] Finite(double[] values)
    {
        foreach (ref double value in values.AsSpan())
            value = double.IsFinite(value) ? value : double.NaN;
        return values;
    }
}
