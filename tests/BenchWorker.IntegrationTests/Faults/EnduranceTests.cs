using System.Globalization;
using Shouldly;
using Xunit;

namespace BenchWorker.IntegrationTests;

/// <summary>The same again and again: what does not change is not written, and nothing grows.</summary>
[Trait("Category", "Fault")]
public sealed class EnduranceTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Refreshes_of_unchanged_samples_write_nothing_with_serial_and_parallel_plans()
    {
        await using Bench bench = await Bench.CreateAsync();
        await bench.Database.ExecuteAsync("""
            insert into bench.result (benchmark, task, model, metric, higher_is_better, value, sample_id, run)
            select 'sums', 'T' || t, 'M' || m, 'acc', true, s / (1.0 + m + t)::float8, 's' || s, 'r' from generate_series(1, 3) t, generate_series(1, 3) m, generate_series(1, 500) s
            """);
        await bench.StartAsync();
        await bench.PageHoldsAsync("sums", "M3");
        await bench.QuietAsync();
        long sequence = await bench.Database.ScalarAsync<long>("select sequence from bench.site");
        int rounds = FaultRounds.Of(20);
        int parallel = 0;
        for (int round = 0; round < rounds; round++)
        {
            if (round == rounds / 2)
                parallel = await ParallelAsync(bench.Database);
            await bench.Database.ExecuteAsync("delete from bench.cell; select bench.recompute('sums')");
            (await bench.FateAsync(await bench.RequestAsync("sums"))).ShouldBe("done");
        }

        await bench.QuietAsync();
        output.WriteLine($"{rounds} refreshes from the samples, half of them planned with {parallel} parallel workers: releases {await bench.Database.ScalarAsync<long>("select sequence from bench.site") - sequence}");
        parallel.ShouldBeGreaterThan(0);
        (await bench.Database.ScalarAsync<long>("select sequence from bench.site")).ShouldBe(sequence);
        (await bench.Database.ScalarAsync<long>("select coalesce(sum(files), 0) from bench.publication where not changed")).ShouldBe(0);
    }

    [Fact]
    public async Task A_long_run_leaves_tables_handles_and_memory_as_they_were()
    {
        await using Bench bench = await Bench.CreateAsync();
        await bench.ScoreAsync("arithmetic", "Seed", 0.5);
        WorkerProcess worker = await bench.StartAsync();
        int rounds = FaultRounds.Of(60);
        List<(int Handles, double Megabytes)> seen = [];
        for (int round = 0; round < rounds; round++)
        {
            await bench.Database.ExecuteAsync($"update bench.score set value = {(round % 2 == 0 ? "0.25" : "0.75")}");
            (await bench.FateAsync(await bench.RequestAsync("arithmetic"))).ShouldBe("done");
            seen.Add((Directory.GetFiles($"/proc/{worker.Id}/fd").Length, worker.ResidentBytes / 1e6));
        }

        await bench.QuietAsync();
        IReadOnlyList<string> sizes = await bench.Database.RowsAsync("select relname, pg_total_relation_size(oid) / 1024 from pg_class where relnamespace = 'bench'::regnamespace and relname in ('work', 'dirty', 'dirty_cell', 'site') order by 1");
        (int Handles, double Megabytes) warm = seen[rounds / 2];
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{rounds} changes and requests: handles {warm.Handles} at half, {seen[^1].Handles} at the end; memory {warm.Megabytes:F0} MB at half, {seen[^1].Megabytes:F0} MB at the end; kB of {string.Join(", ", sizes)}"));
        seen[^1].Handles.ShouldBeLessThanOrEqualTo(warm.Handles + 10);
        seen[^1].Megabytes.ShouldBeLessThan(300);
        foreach (string size in sizes)
            int.Parse(size.Split('|')[1], CultureInfo.InvariantCulture).ShouldBeLessThan(512, size);
    }

    /// <summary>From now on sums are planned with parallel workers, on connections that are new.</summary>
    /// <returns>How many a plan of the sums has.</returns>
    private static async Task<int> ParallelAsync(TestDatabase database)
    {
        string name = (await database.ScalarAsync<string>("select current_database()"))!;
        foreach (string setting in (string[])["parallel_setup_cost = 0", "parallel_tuple_cost = 0", "min_parallel_table_scan_size = 0", "max_parallel_workers_per_gather = 3"])
            await database.ExecuteAsync($"alter database {name} set {setting}");
        await database.ScalarAsync<long>("select count(pg_terminate_backend(pid)) from pg_stat_activity where datname = current_database() and application_name like 'benchworker%' and pid <> pg_backend_pid()");
        database.DataSource.Clear();
        return (await database.RowsAsync("explain select * from bench.sample_cell")).Count(static line => line.Contains("Gather", StringComparison.Ordinal));
    }
}
