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
        this.values = values.ToArray();
        for (int k = 0; k < this.values.Length; k++)
        {
            if (!double.IsFinite(this.values[k]))
                this.values[k] = double.NaN;
        }
    }

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
        for (int k = 0; k < values.Length; k++)
        {
            if (!double.IsNaN(values[k]))
                counts[k % Tasks]++;
        }

        return counts;
    }

    /// <summary>How many tasks have a score, by model. A model with none is not live: it is in no statistic.</summary>
    public int[] TasksPerModel()
    {
        int[] counts = new int[Models];
        for (int k = 0; k < values.Length; k++)
        {
            if (!double.IsNaN(values[k]))
                counts[k / Tasks]++;
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
        double[] chosen = new double[Models * tasks.Count];
        for (int i = 0; i < Models; i++)
        {
            for (int k = 0; k < tasks.Count; k++)
                chosen[(i * tasks.Count) + k] = this[i, tasks[k]];
        }

        return new(Models, tasks.Count, chosen);
    }

    /// <summary>Some models only, in the order given, on all tasks.</summary>
    public ScoreMatrix OfModels(IReadOnlyList<int> models)
    {
        double[] chosen = new double[models.Count * Tasks];
        for (int k = 0; k < models.Count; k++)
            Row(models[k]).CopyTo(chosen.AsSpan(k * Tasks));
        return new(models.Count, Tasks, chosen);
    }

    public ScoreMatrix Transposed()
    {
        double[] turned = new double[values.Length];
        for (int i = 0; i < Models; i++)
        {
            for (int j = 0; j < Tasks; j++)
                turned[(j * Models) + i] = this[i, j];
        }

        return new(Tasks, Models, turned);
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

        return new(table.Entities.Count, columns.Length, oriented);
    }
}
