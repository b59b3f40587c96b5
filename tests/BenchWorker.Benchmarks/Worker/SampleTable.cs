using System.Text;
using Npgsql;

namespace BenchWorker.Benchmarks;

/// <summary>Sample scores of one benchmark as COPY text: 100 runs of a model each, 10 tasks, values 0 or 1.</summary>
internal static class SampleTable
{
    private const int Runs = 100, Tasks = 10;

    /// <summary>The rows that the samples refer to.</summary>
    public static Task PrepareAsync(WorkerRig rig) => rig.RunAsync($"""
        insert into bench.benchmark (name) values ('samples');
        insert into bench.metric (benchmark_id, name, higher_is_better) values (1, 'accuracy', true);
        insert into bench.task (benchmark_id, name) select 1, 'task ' || i from generate_series(1, {Tasks}) i;
        insert into bench.model (name) select 'model ' || i from generate_series(1, {Runs}) i;
        insert into bench.run (benchmark_id, name) select 1, 'run ' || i from generate_series(1, {Runs}) i
        """);

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

    public static async Task CopyAsync(WorkerRig rig, string text)
    {
        await using NpgsqlConnection connection = await rig.Database.OpenConnectionAsync();
        await using TextWriter copy = await connection.BeginTextImportAsync("copy bench.sample_score (benchmark_id, run_id, task_id, metric_id, model_id, sample_id, value) from stdin");
        await copy.WriteAsync(text);
    }
}
