using Npgsql;

namespace BenchWorker;

/// <summary>Moves the staged rows of one kind, scores or samples, into their table.</summary>
internal sealed class StageMerge(NpgsqlConnection connection, bool samples)
{
    private const string Staged = """
        from stage s
        join known_run r on r.i = s.run join known_task t on t.i = s.task join known_metric m on m.i = s.metric join known_model o on o.i = s.model
        """;

    private readonly string table = samples ? "sample_score" : "score";
    private readonly string sample = samples ? "sample_id," : "";
    private readonly string kind = samples ? "not null" : "null";

    /// <summary>Staged rows with the whole key of their table. Materialized, so that a stored row is looked up by all of its key and never by a part.</summary>
    private string Keyed => $"""
        with keyed as materialized (
            select s.line, r.benchmark_id, r.id as run_id, t.id as task_id, m.id as metric_id, o.id as model_id, s.subset, s.sample_id,
                md5(s.dimensions::text)::uuid as dimensions_key, s.value, s.missing, s.stderr, s.n
            {Staged}
            where s.sample_id is {kind})
        """;

    /// <summary>Staged rows beside the stored row of the same key, where the two differ.</summary>
    private string Differing => $"""
        from keyed s join bench.{table} c using (benchmark_id, run_id, task_id, metric_id, model_id, subset, {sample} dimensions_key)
        where (c.value, c.missing, c.stderr, c.n) is distinct from (s.value, s.missing, s.stderr, s.n)
        """;

    /// <summary>Stores what is new. Rows go in the key's order, which fills its index from front to back.</summary>
    public Task<int> InsertAsync(CancellationToken ct) => ExecuteAsync(
        $"""
        insert into bench.{table} (benchmark_id, run_id, task_id, metric_id, model_id, subset, {sample} dimensions, value, missing, stderr, n)
        select r.benchmark_id, r.id, t.id, m.id, o.id, s.subset, {sample} s.dimensions, s.value, s.missing, s.stderr, s.n
        {Staged}
        where s.sample_id is {kind}
        order by 1, 2, 3, 4, 5, s.line
        on conflict do nothing
        """,
        ct);

    /// <summary>Gives stored rows the values of the file. Rows of this very import are left alone: two lines then contradict each other.</summary>
    public Task<int> ReplaceAsync(CancellationToken ct) => ExecuteAsync(
        $"""
        {Keyed}
        update bench.{table} u set value = d.value, missing = d.missing, stderr = d.stderr, n = d.n, recorded_at = now()
        from (select distinct on (c.ctid) c.ctid as at, s.value, s.missing, s.stderr, s.n {Differing} and c.xmin <> pg_current_xact_id()::xid order by c.ctid, s.line) d
        where u.ctid = d.at
        """,
        ct);

    /// <summary>Rejects the rows that are stored, or stand in an earlier line, with another value.</summary>
    public async Task RejectAsync(Rejects rejects, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(
            $"""
            {Keyed}
            select s.line, c.xmin = pg_current_xact_id()::xid,
                   concat_ws(', ', coalesce(c.value::text, 'missing'), 'stderr ' || c.stderr, 'n ' || c.n),
                   concat_ws(', ', coalesce(s.value::text, 'missing'), 'stderr ' || s.stderr, 'n ' || s.n), count(*) over ()
            {Differing}
            order by s.line limit {ImportReport.MostRejectsTold}
            """,
            connection)
        { CommandTimeout = 0 };
        await using NpgsqlDataReader rows = await command.ExecuteReaderAsync(ct);
        long told = 0, all = 0;
        while (await rows.ReadAsync(ct))
        {
            string where = rows.GetBoolean(1) ? "an earlier line gives" : "the database holds";
            rejects.Add(rows.GetInt64(0), $"{where} the same result as {rows.GetString(2)}, this line as {rows.GetString(3)}");
            all = rows.GetInt64(4);
            told++;
        }

        rejects.AddUntold(all - told);
    }

    private async Task<int> ExecuteAsync(string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        return await command.ExecuteNonQueryAsync(ct);
    }
}
