namespace BenchWorker.Benchmarks;

/// <summary>What keeping sums over samples costs: all of them from nothing against a bare GROUP BY, and one that changed.</summary>
internal static class CellsPart
{
    private const int Folds = 2, Changes = 20;

    /// <summary>Every aggregate is asked for outside, because the planner drops what nobody reads.</summary>
    private const string Bare =
        """
        select sum(n), sum(total), sum(squares), min(lowest), max(highest)
        from (select run_id, task_id, metric_id, model_id, subset, count(value) as n, sum(value) as total, sum(value * value) as squares, min(value) as lowest, max(value) as highest
              from bench.sample_score where benchmark_id = 1 group by 1, 2, 3, 4, 5) c
        """;

    private const string Change =
        """
        begin;
        update bench.sample_score set value = 1 - value where benchmark_id = 1 and run_id = 7 and task_id = 3 and metric_id = 1 and model_id = 7 and subset = '' and sample_id = 's5';
        insert into bench.refresh_request (board) values ('samples');
        commit
        """;

    public static async Task MeasureAsync(WorkerRig rig, int rows)
    {
        await SampleTable.PrepareAsync(rig);
        await SampleTable.CopyAsync(rig, SampleTable.Text(rows));
        await rig.RunAsync("vacuum analyze bench.sample_score");
        // Both in one process of the server, whose processor time is all there is.
        await rig.RunAsync("alter database benchworker set max_parallel_workers_per_gather = 0");
        rig.Database.Clear();
        await rig.RunAsync("insert into bench.board (slug, title) values ('bench', 'bench'); insert into bench.work (board, token, want, claimed, owner, lease_until) values ('bench', 1, 1, 1, 'benchmark', now() + interval '1 hour')");
        Cost fold = Cost.Most, bare = Cost.Most;
        for (int i = 0; i < Folds; i++)
        {
            bare = bare.Best(await Cost.OfAsync(rig, () => rig.RunAsync(Bare)));
            await rig.RunAsync("truncate bench.cell; select bench.recompute('samples')");
            fold = fold.Best(await Cost.OfAsync(rig, () => rig.RunAsync("select bench.fold('bench', 1, 'samples')")));
        }

        WorkerBenchmark.Row($"full fold of {rows:N0} samples, against a bare GROUP BY of doubles", "<= 1.3", fold.Against(bare));
        await rig.RunAsync("delete from bench.board where slug = 'bench'");
        await RefreshAsync(rig, rows);
    }

    private static async Task RefreshAsync(WorkerRig rig, int rows)
    {
        using WorkerProcess worker = await rig.WorkerAsync();
        await rig.QuietAsync();
        List<double> refreshes = [];
        for (int i = 0; i < Changes; i++)
        {
            await rig.RunAsync(Change);
            await rig.UntilAsync("select not exists (select from bench.refresh_request where finished_at is null)");
            refreshes.Add(await rig.AskAsync<double>("select 1000 * extract(epoch from finished_at - started_at)::float8 from bench.refresh_request order by id desc limit 1"));
        }

        WorkerBenchmark.Row($"refresh after one changed sample of {rows:N0}, p50 / p99 of {Changes}", "<= 200 ms", $"{WorkerBenchmark.Quantiles(refreshes)} ms, best {WorkerBenchmark.Number(refreshes.Min())} ms");
    }
}
