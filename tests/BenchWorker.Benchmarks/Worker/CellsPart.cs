using Npgsql;

namespace BenchWorker.Benchmarks;

/// <summary>What keeping sums over samples costs: all of them from nothing against a bare GROUP BY, and one that changed.</summary>
internal static class CellsPart
{
    private const int Folds = 5, Changes = 100;

    /// <summary>What one types in psql, with every aggregate that a mean and its error need.</summary>
    private const string Bare =
        """
        select run_id, task_id, metric_id, model_id, subset, count(value), sum(value), sum(value * value), min(value), max(value)
        from bench.sample_score where benchmark_id = 1 group by 1, 2, 3, 4, 5
        """;

    public static async Task MeasureAsync(WorkerRig rig, int rows)
    {
        await SampleTable.PrepareAsync(rig);
        await SampleTable.InsertAsync(rig, rows);
        await rig.RunAsync("vacuum analyze bench.sample_score");
        await rig.RunAsync("insert into bench.board (slug, title) values ('bench', 'bench'); insert into bench.work (board, token, want, claimed, owner, lease_until) values ('bench', 1, 1, 1, 'benchmark', now() + interval '1 hour')");
        List<Cost> folds = [], bare = [];
        for (int i = 0; i < Folds; i++)
        {
            bare.Add(await Cost.OfAsync(rig, () => ReadAsync(rig, Bare)));
            await rig.RunAsync("truncate bench.cell; select bench.recompute('samples')");
            folds.Add(await Cost.OfAsync(rig, () => rig.RunAsync("select bench.fold('bench', 1, 'samples')")));
        }

        WorkerBenchmark.Row($"full fold of {rows:N0} samples, against a bare GROUP BY of doubles", "<= 1.3", Cost.Compare(folds, bare));
        await rig.RunAsync("delete from bench.board where slug = 'bench'");
        await RefreshAsync(rig, rows);
    }

    private static async Task ReadAsync(WorkerRig rig, string sql)
    {
        await using NpgsqlCommand command = rig.Database.CreateCommand(sql);
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            // As psql does.
        }
    }

    private static async Task RefreshAsync(WorkerRig rig, int rows)
    {
        using WorkerProcess worker = await rig.WorkerAsync();
        List<double> refreshes = [];
        for (int i = 0; i < Changes; i++)
        {
            await rig.QuietAsync();
            await rig.RunAsync($"""
                begin;
                update bench.sample_score set value = 1 - value where benchmark_id = 1 and run_id = 7 and task_id = 3 and metric_id = 1 and model_id = 7 and subset = '' and sample_id = 's{i}';
                insert into bench.refresh_request (board) values ('samples');
                commit
                """);
            await rig.UntilAsync("select not exists (select from bench.refresh_request where finished_at is null)");
            refreshes.Add(await rig.AskAsync<double>("select 1000 * extract(epoch from finished_at - started_at)::float8 from bench.refresh_request order by id desc limit 1"));
        }

        WorkerBenchmark.Row($"refresh after one changed sample of {rows:N0}, p50 / p99 of {Changes}", "<= 200 ms", $"{WorkerBenchmark.Quantiles(refreshes)} ms");
    }
}
