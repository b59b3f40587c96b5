using Shouldly;
using Xunit;

namespace BenchWorker.Tests;

public sealed class ReleaseRetentionTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly string folder = Directory.CreateTempSubdirectory("benchworker-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_busy_board_leaves_no_more_releases_than_allowed_once_their_readers_are_gone()
    {
        Releases(count: 2_000, every: TimeSpan.FromSeconds(2));

        Apply(new FolderOptions { Path = folder, MostReleases = 100 });

        // Those that were current within the last ten minutes, and the one that gave way ten minutes ago.
        Left().ShouldBe(Enumerable.Range(1_698, 302).Select(Name));
    }

    [Fact]
    public void A_calm_board_keeps_what_its_readers_may_be_in_and_the_number_allowed()
    {
        Releases(count: 20, every: TimeSpan.FromMinutes(30));

        Apply(new FolderOptions { Path = folder, MostReleases = 8 });

        Left().ShouldBe(Enumerable.Range(11, 9).Select(Name));
    }

    [Fact]
    public void A_release_that_was_current_until_now_stays_however_old_it_is()
    {
        Release(1, Now.AddHours(-5));
        Release(2, Now.AddMinutes(-1));

        Apply(new FolderOptions { Path = folder, KeepReleases = 0, MostReleases = 0 });

        Left().ShouldBe([Name(1), Name(2)]);
    }

    [Fact]
    public void Releases_that_snapshots_stand_for_are_not_counted_and_stay()
    {
        Releases(count: 20, every: TimeSpan.FromMinutes(30));

        Apply(new FolderOptions { Path = folder, KeepReleases = 2, MostReleases = 2 }, snapshots: [Path.Combine(folder, Name(3))]);

        Left().ShouldBe([Name(3), Name(17), Name(18), Name(19)]);
    }

    private void Apply(FolderOptions options, params string[] snapshots) =>
        ReleaseRetention.Apply(folder, Directory.GetDirectories(folder).Order(StringComparer.Ordinal).Last(), snapshots.ToHashSet(StringComparer.Ordinal), options, Now);

    /// <summary>Numbered from 0; the last is current since now.</summary>
    private void Releases(int count, TimeSpan every)
    {
        for (int i = 0; i < count; i++)
            Release(i, Now - ((count - 1 - i) * every));
    }

    private void Release(int number, DateTimeOffset at) => Directory.SetLastWriteTimeUtc(Directory.CreateDirectory(Path.Combine(folder, Name(number))).FullName, at.UtcDateTime);

    private IEnumerable<string> Left() => Directory.GetDirectories(folder).Select(Path.GetFileName).OfType<string>().Order(StringComparer.Ordinal);

    private static string Name(int number) => $"{number:D10}-0123456789ab";
}
