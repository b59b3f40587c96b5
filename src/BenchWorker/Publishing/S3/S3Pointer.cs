using System.Text.Json;
using BenchWorker.Site;

namespace BenchWorker;

/// <summary>The one object that decides: <c>release.json</c>. Whoever replaces the version it has read may write; everybody else has lost.</summary>
/// <param name="Tag">Entity tag of the version read.</param>
internal sealed record S3Pointer(Release Release, string Tag)
{
    /// <returns>Null when nothing was ever published here.</returns>
    public static async Task<S3Pointer?> ReadAsync(S3Store store, string target, CancellationToken ct)
    {
        if (await store.ReadAsync(Release.Path, ct) is not { } found)
            return null;
        try
        {
            return new S3Pointer(Release.Parse(found.Content), found.Tag);
        }
        catch (JsonException damaged)
        {
            throw new PublishException($"Target {target}: {Release.Path} is not one that BenchWorker wrote: {damaged.Message} Choose another prefix, or remove the object.", damaged);
        }
    }

    /// <summary>Where the manifest with this hash lies; its name tells its content.</summary>
    public static string ManifestPath(string hash) => $"manifest.{hash[..HashedPath.Digits]}.json";

    /// <summary>The same release as far as publishers are concerned: nobody has written since.</summary>
    public static bool Same(Release? one, Release? other) => one?.Sequence == other?.Sequence && one?.Writing == other?.Writing;
}
