using BenchWorker.Site;
using Npgsql;

namespace BenchWorker;

/// <summary>What the publication of some boards did at one target.</summary>
/// <param name="Ids">Row of <c>bench.publication</c> for each board.</param>
/// <param name="News">The boards whose pages changed.</param>
internal sealed record PublicationRecord(string Target, PublishOutcome Outcome, IReadOnlyList<BoardNews> News, IReadOnlyDictionary<string, long> Ids);

/// <summary>Publishes refreshed boards to one target, under the site's turn in the database, so that no two workers interleave and no old token writes.</summary>
internal sealed class SitePublication(NpgsqlDataSource database, SiteOptions site, TimeProvider time)
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
            SiteSnapshot snapshot = SiteBuilder.Build(rendered, live, site with { Boards = boards, Now = time.GetUtcNow(), Snapshots = target.KeepsSnapshots });
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
        await using SiteTurn turn = await SiteTurn.TakeAsync(database, target.Name, refreshed.Select(static one => one.Claim), ct);
        Dictionary<string, long> tokens = refreshed.ToDictionary(static one => one.Claim.Board, static one => one.Claim.Token, StringComparer.Ordinal);
        PublishOutcome outcome = await turn.HoldAsync(held => target.ApplyAsync(plan, snapshot, tokens, held), ct);
        Dictionary<string, long> ids = new(StringComparer.Ordinal);
        foreach ((Claim claim, BoardRendering board) in refreshed)
            ids[claim.Board] = await turn.RecordAsync(claim, snapshot.Hash, outcome, board.DataAsOf, ct);
        await turn.CommitAsync(ct);
        return new PublicationRecord(target.Name, outcome, BoardNews.Between(plan.Base?.Manifest, snapshot.Manifest, ids.Keys), ids);
    }
}
