using Npgsql;

namespace BenchWorker.Benchmarks;

/// <summary>COPY into an empty table as it is watched, and into the same table unwatched, by turns.</summary>
internal static class BulkLoad
{
    private const int Pairs = 6;

    /// <param name="unwatch">Statement that takes the watching away.</param>
    /// <param name="watch">Statement that brings it back.</param>
    public static async Task<string> CompareAsync(WorkerRig rig, string table, string columns, string text, string unwatch, string watch)
    {
        List<Cost> with = [], without = [];
        for (int pair = 0; pair < Pairs; pair++)
        {
            // Who goes first changes: what the first leaves behind in caches and logs, the second meets.
            foreach (bool watched in pair % 2 == 0 ? new[] { false, true } : [true, false])
                (watched ? with : without).Add(await CopyAsync(rig, table, columns, text, watched ? watch : unwatch));
        }

        return Cost.Compare(with, without);
    }

    private static async Task<Cost> CopyAsync(WorkerRig rig, string table, string columns, string text, string setting)
    {
        await rig.RunAsync($"truncate {table}; truncate bench.dirty, bench.dirty_cell; {setting}");
        await rig.RunAsync("checkpoint");
        return await Cost.OfAsync(rig, async () =>
        {
            await using NpgsqlConnection connection = await rig.Database.OpenConnectionAsync();
            await using TextWriter copy = await connection.BeginTextImportAsync($"copy {table} ({columns}) from stdin");
            await copy.WriteAsync(text);
        });
    }
}
