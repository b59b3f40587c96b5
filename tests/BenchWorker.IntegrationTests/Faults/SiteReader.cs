using System.Security.Cryptography;
using System.Text.Json;
using BenchWorker.Site;

namespace BenchWorker.IntegrationTests;

/// <summary>A reader who looks at the site again and again while workers die: every look must find one complete release, and none older than the last look.</summary>
internal sealed class SiteReader : IAsyncDisposable
{
    private readonly TimeSpan pause;
    private readonly string current;
    private readonly CancellationTokenSource stop = new();
    private readonly Lock looking = new();
    private readonly Dictionary<string, long> newest = new(StringComparer.Ordinal);
    private readonly Task reading;
    private string? complete;

    /// <param name="pause">Between two looks; null for as often as a killed publisher deserves.</param>
    public SiteReader(string site, TimeSpan? pause = null)
    {
        this.pause = pause ?? TimeSpan.FromMilliseconds(20);
        current = Path.Combine(site, "current");
        reading = Task.Run(ReadAsync);
    }

    /// <summary>How often a site was there and was read in full.</summary>
    public int Looks { get; private set; }

    /// <summary>Releases with a file missing or cut short, a sentence each.</summary>
    public List<string> Torn { get; } = [];

    /// <summary>Boards whose generation went back, a sentence each: an old token published.</summary>
    public List<string> Regressions { get; } = [];

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await reading;
        stop.Dispose();
    }

    /// <summary>One look, on the reader's own terms.</summary>
    public void Look()
    {
        lock (looking)
            LookOnce();
    }

    private void LookOnce()
    {
        if (!Directory.Exists(current) || new DirectoryInfo(current).ResolveLinkTarget(returnFinalTarget: true)?.FullName is not { } release)
        {
            if (Looks > 0) Torn.Add("The site that was there is gone.");
            return;
        }

        try
        {
            Check(release);
        }
        catch (Exception e) when (e is IOException or JsonException)
        {
            Torn.Add($"{release}: {e.Message}");
        }

        Looks++;
    }

    private async Task ReadAsync()
    {
        while (!stop.IsCancellationRequested)
        {
            Look();
            await Task.Delay(pause, stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private void Check(string release)
    {
        Release record = Release.Parse(File.ReadAllBytes(Path.Combine(release, Release.Path)));
        foreach ((string board, long generation) in record.Generations)
        {
            if (newest.GetValueOrDefault(board) > generation)
                Regressions.Add($"Board {board} went from generation {newest[board]} back to {generation}.");
            newest[board] = generation;
        }

        if (release == complete) return;
        SiteManifest manifest = SiteManifest.Parse(File.ReadAllBytes(Path.Combine(release, SiteManifest.Path))) ?? throw new JsonException("a manifest of an unknown format");
        foreach (ManifestFile file in manifest.Files)
        {
            if (Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(release, file.Path)))) != file.Sha256)
                Torn.Add($"{release}/{file.Path} is not what the manifest says.");
        }

        complete = release;
    }
}
