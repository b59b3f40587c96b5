using BenchWorker.Site;
using Npgsql;

namespace BenchWorker;

/// <summary>What the publication of some boards did at one target.</summary>
/// <param name="Ids">Row of <c>bench.publication</c> for each board.</param>
internal sealed record PublicationRecord(string Target, PublishPlan Plan, PublishOutcome Outcome, IReadOnlyDictionary<string, long> Ids);

/// <summary>Publishes refreshed boards to one target, under the site's turn in the database, so that no two workers interleave and no old token writes.</summary>
internal sealed class SitePublication(NpgsqlDataSource database, SiteOptions site)
{
    /// <summary>How often another publisher may come first before the refresh is left to a later try.</summary>
    private const int MaxConflicts = 5;

    /// <param name="boards">Slugs of every board there is, in the order of the index; what is published beyond them leaves the site.</param>
    /// <exception cref="PostgresException">BW001: a newer claim holds one of the boards.</exception>
    /// <exception cref="PublishConflictException">Others published first, again and again.</exception>
    public async Task<PublicationRecord> PublishAsync(
        ISitePublisher target, IReadOnlyList<(Claim Claim, BoardRendering Board)> refreshed, IReadOnlyList<string> boards, CancellationToken ct)
    {
        for (int conflicts = 0; ; conflicts++)
        {
            // Pages are composed before the turn is taken, so that no transaction is open while figures are drawn.
            BoardRendering[] rendered = [.. refreshed.Select(static one => one.Board)];
            LiveSite? live = await PublishedBoards.ReadAsync(target, rendered, site, ct);
            SiteSnapshot snapshot = SiteBuilder.Build(rendered, live, site with { Boards = boards });
            PublishPlan plan = PublishPlan.Between(live, snapshot);
            try
            {
                return await ApplyAsync(target, refreshed, plan, snapshot, ct);
            }
            catch (PublishConflictException) when (conflicts < MaxConflicts)
            {
                // What the other publisher wrote becomes the base of the next plan.
            }
        }
    }

    private async Task<PublicationRecord> ApplyAsync(
        ISitePublisher target, IReadOnlyList<(Claim Claim, BoardRendering Board)> refreshed, PublishPlan plan, SiteSnapshot snapshot, CancellationToken ct)
    {
        await using NpgsqlConnection connection = await database.OpenConnectionAsync(ct);
        await using NpgsqlTransaction turn = await connection.BeginTransactionAsync(ct);
        foreach ((Claim claim, _) in refreshed)
            await TakeTurnAsync(connection, target.Name, claim, ct);
        PublishOutcome outcome = await target.ApplyAsync(plan, snapshot, refreshed.ToDictionary(static one => one.Claim.Board, static one => one.Claim.Token, StringComparer.Ordinal), ct);
        Dictionary<string, long> ids = new(StringComparer.Ordinal);
        foreach ((Claim claim, BoardRendering board) in refreshed)
            ids[claim.Board] = await RecordAsync(connection, target.Name, claim, snapshot.Hash, outcome, board.Report.DataAsOf, ct);
        await turn.CommitAsync(ct);
        return new PublicationRecord(target.Name, plan, outcome, ids);
    }

    private static async Task TakeTurnAsync(NpgsqlConnection connection, string target, Claim claim, CancellationToken ct)
    {
        await using NpgsqlCommand take = new("select from bench.take_turn($1, $2, $3)", connection);
        take.Parameters.Add(new NpgsqlParameter<string> { TypedValue = target });
        take.Parameters.Add(new NpgsqlParameter<string> { TypedValue = claim.Board });
        take.Parameters.Add(new NpgsqlParameter<long> { TypedValue = claim.Token });
        await take.ExecuteNonQueryAsync(ct);
    }

    private static async Task<long> RecordAsync(
        NpgsqlConnection connection, string target, Claim claim, string release, PublishOutcome outcome, DateTimeOffset? dataAsOf, CancellationToken ct)
    {
        await using NpgsqlCommand record = new("select bench.publish($1, $2, $3, $4, $5, $6, $7)", connection);
        record.Parameters.Add(new NpgsqlParameter<string> { TypedValue = target });
        record.Parameters.Add(new NpgsqlParameter<string> { TypedValue = claim.Board });
        record.Parameters.Add(new NpgsqlParameter<long> { TypedValue = claim.Token });
        record.Parameters.Add(new NpgsqlParameter<string> { TypedValue = release });
        record.Parameters.Add(new NpgsqlParameter<bool> { TypedValue = outcome.Changed });
        record.Parameters.Add(new NpgsqlParameter<int> { TypedValue = outcome.FilesWritten });
        record.Parameters.Add(new NpgsqlParameter { Value = (object?)dataAsOf ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.TimestampTz });
        return (long)(await record.ExecuteScalarAsync(ct))!;
    }
}
