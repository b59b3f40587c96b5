using Npgsql;

namespace BenchWorker;

/// <summary>
/// The turn of one publisher on a site, held as a transaction on the site's row. While it is held its connection is kept busy; when this
/// process is paused the server ends the idle transaction, so that a frozen publisher cannot hold up the others.
/// </summary>
internal sealed class SiteTurn : IAsyncDisposable
{
    private static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(10);

    private readonly NpgsqlConnection connection;
    private readonly NpgsqlTransaction transaction;
    private readonly string site;

    private SiteTurn(NpgsqlConnection connection, NpgsqlTransaction transaction, string site) => (this.connection, this.transaction, this.site) = (connection, transaction, site);

    /// <exception cref="PostgresException">BW001: a newer claim holds one of the boards.</exception>
    public static async Task<SiteTurn> TakeAsync(NpgsqlDataSource database, string site, IEnumerable<Claim> claims, CancellationToken ct)
    {
        NpgsqlConnection opened = await database.OpenConnectionAsync(ct);
        try
        {
            SiteTurn turn = new(opened, await opened.BeginTransactionAsync(ct), site);
            await turn.ExecuteAsync($"set local idle_in_transaction_session_timeout = {(long)LongestSilence.TotalMilliseconds}", ct);
            foreach (Claim claim in claims)
                await turn.ScalarAsync<object>("select bench.take_turn($1, $2, $3)", ct, site, claim.Board, claim.Token);
            return turn;
        }
        catch
        {
            await opened.DisposeAsync();
            throw;
        }
    }

    /// <summary>Does the work while the turn is held, and stops it when the turn is lost.</summary>
    public async Task<T> HoldAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken ct)
    {
        using CancellationTokenSource lost = CancellationTokenSource.CreateLinkedTokenSource(ct);
        Task<T> working = work(lost.Token);
        try
        {
            while (await Task.WhenAny(working, Task.Delay(LongestSilence / 4, CancellationToken.None)) != working)
                await ExecuteAsync("select", ct);
        }
        catch
        {
            await lost.CancelAsync();
            await ((Task)working).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            throw;
        }

        return await working;
    }

    /// <returns>Row of <c>bench.publication</c>.</returns>
    public Task<long> RecordAsync(Claim claim, string release, PublishOutcome outcome, DateTimeOffset? dataAsOf, CancellationToken ct) => ScalarAsync<long>(
        "select bench.publish($1, $2, $3, $4, $5, $6, $7, $8::timestamptz)", ct, site, claim.Board, claim.Token, outcome.Sequence, release, outcome.Changed, outcome.FilesWritten, dataAsOf);

    public Task CommitAsync(CancellationToken ct) => transaction.CommitAsync(ct);

    public async ValueTask DisposeAsync()
    {
        await transaction.DisposeAsync();
        await connection.DisposeAsync();
    }

    private async Task ExecuteAsync(string sql, CancellationToken ct)
    {
        await using NpgsqlCommand command = new(sql, connection);
        await command.ExecuteNonQueryAsync(ct);
    }

    private async Task<T> ScalarAsync<T>(string sql, CancellationToken ct, params object?[] arguments)
    {
        await using NpgsqlCommand command = new(sql, connection);
        foreach (object? argument in arguments)
            command.Parameters.Add(new NpgsqlParameter { Value = argument ?? DBNull.Value });
        return (T)(await command.ExecuteScalarAsync(ct) ?? throw new InvalidOperationException($"{sql} gave no row."));
    }
}
