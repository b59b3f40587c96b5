using BenchWorker.Site;

namespace BenchWorker;

/// <summary>What a board's published copies say its scores were, so that its summary can tell what changed.</summary>
internal sealed class EarlierScores(SitePublishers targets)
{
    /// <summary>Copies that are looked at: one state of the data may be published several times with later dates.</summary>
    private const int MostCopies = 3;

    /// <summary>Files board.json, newest first, from the first target that shows the board; none for a first publication.</summary>
    public async Task<IReadOnlyList<ReadOnlyMemory<byte>>> ReadAsync(Board board, CancellationToken ct)
    {
        foreach (ISitePublisher target in targets.All)
        {
            try
            {
                if (await target.ReadAsync(ct) is { Manifest: { } manifest } live && manifest.Boards.FirstOrDefault(entry => entry.Slug == board.Slug) is { } published)
                    return await ReadAsync(target, live, published, ct);
            }
            catch (PublishException)
            {
                // The publication itself will meet the same trouble and report it; another target may know the board.
            }
        }

        return [];
    }

    private static async Task<IReadOnlyList<ReadOnlyMemory<byte>>> ReadAsync(ISitePublisher target, LiveSite live, BoardEntry published, CancellationToken ct)
    {
        List<ReadOnlyMemory<byte>> files = [];
        foreach (DatedCopy copy in published.Copies.Take(MostCopies))
        {
            if (await target.FindAsync(live, copy.Json, ct) is { } content)
                files.Add(content);
        }

        return files;
    }
}
