namespace BenchWorker.Benchmarks;

/// <summary>What watching costs a bulk load: into the schema's own samples with their marks, and into a table of a user's with the trigger that <c>check</c> prints for it.</summary>
internal static class MarksPart
{
    private const string OwnColumns = "task, model, sample, score";

    public static async Task MeasureAsync(WorkerRig rig, int rows)
    {
        await SampleTable.PrepareAsync(rig);
        string own = await BulkLoad.CompareAsync(
            rig, "bench.sample_score", SampleTable.Columns, SampleTable.Text(rows),
            "alter table bench.sample_score disable trigger mark_insert", "alter table bench.sample_score enable always trigger mark_insert");
        WorkerBenchmark.Row($"COPY of {rows:N0} samples into bench.sample_score, marked against not", "<= 1.15", own);

        await rig.RunAsync("""
            create schema eval;
            create table eval.plain (task integer, model integer, sample integer, score double precision, recorded_at timestamptz default now(), primary key (task, model, sample));
            create table eval.parted (like eval.plain including all) partition by list (task);
            create table eval.parted_rest partition of eval.parted default
            """);
        string text = string.Concat(Enumerable.Range(0, rows).Select(static i => $"{i / 100 % 10}\t{i % 100}\t{i / 1000}\t{i % 7 / 4}\n"));
        WorkerBenchmark.Row($"COPY of {rows:N0} rows into a user's table, trigger of statements against none", "<= 1.15", await OwnAsync(rig, "plain", text));
        WorkerBenchmark.Row($"COPY of {rows:N0} rows into a user's partitioned table, trigger of rows against none", "", await OwnAsync(rig, "parted", text));
    }

    private static async Task<string> OwnAsync(WorkerRig rig, string table, string text)
    {
        await rig.DeclareAsync(table, $$"""
            board: {{table}}
            title: A table of a user's
            source: { query: "select task::text as task, model::text as model, avg(score) as value from eval.{{table}} group by 1, 2" }
            refresh: { watch: { table: eval.{{table}} } }
            """);
        await rig.RunAsync(await rig.PrintAsync("check", "--print-triggers", table));
        return await BulkLoad.CompareAsync(
            rig, $"eval.{table}", OwnColumns, text, $"alter table eval.{table} disable trigger benchworker_{table}", $"alter table eval.{table} enable always trigger benchworker_{table}");
    }
}
