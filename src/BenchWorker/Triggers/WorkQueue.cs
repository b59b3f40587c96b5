using System.Diagnostics;
using Npgsql;
using NpgsqlTypes;

namespace BenchWorker;

/// <summary>The queue of boards to refresh, as the functions of the schema keep it. All times are the database's.</summary>
public sealed class WorkQueue(NpgsqlDataSource database)
{
    /// <summary>Whether a look would find something. Cheap enough to be asked ten times a second.</summary>
    public const string Stirs =
        """
        select exists (select from bench.dirty) or exists (select from bench.refresh_request where state = 'pending')
            or exists (select from bench.work where want > done and not parked and ready_at <= clock_timestamp() and (lease_until is null or lease_until < clock_timestamp()))
        """;

    /// <summary>Host, process and a random part: names of pods and process ids come back, this one does not.</summary>
    public string Worker { get; } = $"{Environment.MachineName}/{Environment.ProcessId}/{Guid.NewGuid():N}";

    /// <summary>Advisory lock that this process holds while it lives; null when it has none. A claim names it, so that a death is noticed at once.</summary>
    public long? AliveLock { get; set; }

    /// <summary>Turns requests and marks of changes into work.</summary>
    public Task IntakeAsync(CancellationToken ct) => ScalarAsync<int>("select bench.intake()", ct);

    /// <summary>Takes the next board that is due; null when none is.</summary>
    public async Task<Claim?> ClaimAsync(TimeSpan lease, CancellationToken ct)
    {
        await using NpgsqlCommand claim = database.CreateCommand("select board, token, generation, attempts from bench.claim($1, $2, $3)");
        claim.Parameters.Add(new NpgsqlParameter<string> { TypedValue = Worker });
        claim.Parameters.Add(new NpgsqlParameter<TimeSpan> { TypedValue = lease });
        claim.Parameters.Add(new NpgsqlParameter { Value = (object?)AliveLock ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Bigint });
        await using NpgsqlDataReader row = await claim.ExecuteReaderAsync(ct);
        return await row.ReadAsync(ct) ? new Claim(row.GetString(0), row.GetInt64(1), row.GetInt64(2), row.GetInt32(3)) : null;
    }

    /// <returns>False when a newer claim has taken the board over: stop and publish nothing.</returns>
    public Task<bool> HeartbeatAsync(Claim claim, TimeSpan lease, CancellationToken ct) =>
        ScalarAsync<bool>("select bench.heartbeat($1, $2, $3)", ct, claim.Board, claim.Token, lease);

    /// <summary>Answers the board's requests. False when the lease was lost.</summary>
    public Task<bool> CompleteAsync(Claim claim, long? publication, CancellationToken ct) =>
        ScalarAsync<bool>("select bench.complete($1, $2, $3, $4)", ct, claim.Board, claim.Token, claim.Generation, publication);

    /// <param name="passing">The failure says nothing about the board (a lost connection, a restart): it costs no attempt.</param>
    public async Task<FailedRefresh> FailAsync(Claim claim, string error, bool passing, int maxAttempts, CancellationToken ct) =>
        await ScalarAsync<string>("select bench.fail($1, $2, $3, $4, $5)", ct, claim.Board, claim.Token, error.Replace('\0', '\uFFFD'), passing, maxAttempts) switch
        {
            "retry" => FailedRefresh.Retried,
            "parked" => FailedRefresh.Parked,
            "lost" => FailedRefresh.Lost,
            _ => throw new UnreachableException(),
        };

    /// <summary>Gives the board back unfinished, for another worker to take at once.</summary>
    public Task ReleaseAsync(Claim claim, CancellationToken ct) =>
        ScalarAsync<bool>("select bench.release($1, $2)", ct, claim.Board, claim.Token);

    private async Task<T> ScalarAsync<T>(string sql, CancellationToken ct, params object?[] arguments)
    {
        await using NpgsqlCommand command = database.CreateCommand(sql);
        foreach (object? argument in arguments)
            command.Parameters.Add(new NpgsqlParameter { Value = argument ?? DBNull.Value });
        return (T)(await command.ExecuteScalarAsync(ct))!;
    }
}
