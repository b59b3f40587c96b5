using System.Text;

namespace BenchWorker.Benchmarks;

/// <summary>Sample scores of one benchmark: 100 runs of a model each, 10 tasks, values 0 or 1, the runs mixed as jobs that write at the same time mix them.</summary>
internal static class SampleTable
{
    public const string Columns = "benchmark_id, run_id, task_id, metric_id, model_id, sample_id, value";

    private const int Runs = 100, Tasks = 10;

    /// <summary>The rows that the samples refer to.</summary>
    public static Task PrepareAsync(WorkerRig rig) => rig.RunAsync($"""
        insert into bench.benchmark (name) values ('samples');
        insert into bench.metric (benchmark_id, name, higher_is_better) values (1, 'accuracy', true);
        insert into bench.task (benchmark_id, name) select 1, 'task ' || i from generate_series(1, {Tasks}) i;
        insert into bench.model (name) select 'model ' || i from generate_series(1, {Runs}) i;
        insert into bench.run (benchmark_id, name) select 1, 'run ' || i from generate_series(1, {Runs}) i
        """);

    /// <summary>The same rows as <see cref="Text"/>, made by the server.</summary>
    public static Task InsertAsync(WorkerRig rig, int rows) => rig.RunAsync($"""
        insert into bench.sample_score ({Columns})
        select 1, run, task, 1, run, 's' || sample, (sample * 31 + run * 17 + task * 7) % 10 / 6
        from generate_series(0, {rows - 1}) i
        cross join lateral (select i % {Runs} + 1 as run, i / {Runs} % {Tasks} + 1 as task, i / {Runs * Tasks} as sample) s
        """);

    /// <summary>As COPY takes them, in the order of <see cref="Columns"/>.</summary>
    public static string Text(int rows)
    {
        StringBuilder text = new();
        for (int i = 0; i < rows; i++)
        {
            int run = i % Runs + 1, task = i / Runs % Tasks + 1, sample = i / Runs / Tasks;
            text.Append(null, $"1\t{run}\t{task}\t1\t{run}\ts{sample}\t{(sample * 31 + run * 17 + task * 7) % 10 / 6}\n");
        }

        return text.ToString();
    }
}
