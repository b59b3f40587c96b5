using Npgsql;

namespace BenchWorker;

/// <summary>What became of one request.</summary>
/// <param name="Changed">The publication that answered it differs from what was there.</param>
internal sealed record RequestFate(string Board, string State, string? Error, bool Changed, long Sequence);

/// <summary>Requests that one caller made together and waits for.</summary>
internal sealed class RequestedBoards
{
    private readonly NpgsqlDataSource database;
    private readonly long[] ids;

    private RequestedBoards(NpgsqlDataSource database, long[] ids) => (this.database, this.ids) = (database, ids);

    public static async Task<RequestedBoards> AskAsync(NpgsqlDataSource database, IReadOnlyList<string> boards, CancellationToken ct)
    {
        await using NpgsqlCommand ask = database.CreateCommand(
            "with asked as (insert into bench.refresh_request (board) select * from unnest($1) returning id) select array_agg(id order by id) from asked");
        ask.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = [.. boards] });
        return new RequestedBoards(database, (long[])(await ask.ExecuteScalarAsync(ct))!);
    }

    /// <summary>How many have no fate yet.</summary>
    public async Task<long> OpenAsync(CancellationToken ct)
    {
        await using NpgsqlCommand count = database.CreateCommand("select count(*) from bench.refresh_request where id = any ($1) and finished_at is null");
        count.Parameters.Add(new NpgsqlParameter<long[]> { TypedValue = ids });
        return (long)(await count.ExecuteScalarAsync(ct))!;
    }

    /// <summary>How many have neither a fate nor a failed attempt. What failed for a passing reason counts as open.</summary>
    public async Task<long> UntriedAsync(CancellationToken ct)
    {
        await using NpgsqlCommand count = database.CreateCommand(
            """
            select count(*) from bench.refresh_request r left join bench.work w on w.board = r.board
            where r.id = any ($1) and r.finished_at is null and not (r.state = 'accepted' and r.error is not null and coalesce(w.attempts, 0) > 0)
            """);
        count.Parameters.Add(new NpgsqlParameter<long[]> { TypedValue = ids });
        return (long)(await count.ExecuteScalarAsync(ct))!;
    }

    /// <summary>In the order they were asked.</summary>
    public async Task<IReadOnlyList<RequestFate>> FatesAsync(CancellationToken ct)
    {
        await using NpgsqlCommand read = database.CreateCommand(
            """
            select r.board, r.state, r.error, coalesce(p.changed, false), coalesce(p.sequence, 0)
            from bench.refresh_request r left join bench.publication p on p.id = r.publication_id where r.id = any ($1) order by r.id
            """);
        read.Parameters.Add(new NpgsqlParameter<long[]> { TypedValue = ids });
        await using NpgsqlDataReader rows = await read.ExecuteReaderAsync(ct);
        List<RequestFate> fates = [];
        while (await rows.ReadAsync(ct))
            fates.Add(new RequestFate(rows.GetString(0), rows.GetString(1), rows.IsDBNull(2) ? null : rows.GetString(2), rows.GetBoolean(3), rows.GetInt64(4)));
        return fates;
    }
}
