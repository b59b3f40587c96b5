using System.Diagnostics;
using System.Security.Cryptography;
using BenchWorker.Site;
using BenchWorker.Tests;
using Shouldly;
using Xunit;

namespace BenchWorker.IntegrationTests;

[Trait("Category", "Fault")]
public sealed class FolderFaultTests : IDisposable
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("bench-folder-");

    private string Place => Path.Combine(folder.FullName, "site");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task A_full_disk_leaves_the_old_site_whole_and_the_next_publication_heals()
    {
        Directory.CreateDirectory(Place);
        if (!OperatingSystem.IsLinux() || await RunAsync("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", Place) != 0)
            Assert.Skip("No small file system here: mounting one takes root.");
        try
        {
            await PublishAsync(SampleReport.Of("one"));
            string ballast = Path.Combine(Place, "ballast");
            Fill(ballast);

            IOException full = await Should.ThrowAsync<IOException>(() => PublishAsync(Changed));

            full.Message.ShouldContain("No space left on device");
            await ShouldHoldAsync(sequence: 1);
            Directory.GetDirectories(Path.Combine(Place, "releases")).Length.ShouldBe(1);
            File.Delete(ballast);
            await PublishAsync(Changed);
            await ShouldHoldAsync(sequence: 2);
        }
        finally
        {
            await RunAsync("umount", Place);
        }
    }

    [Fact]
    public async Task A_read_only_file_system_leaves_the_old_site_whole_and_the_next_publication_heals()
    {
        Directory.CreateDirectory(Place);
        if (!OperatingSystem.IsLinux() || await RunAsync("mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", Place) != 0)
            Assert.Skip("No small file system here: mounting one takes root.");
        try
        {
            await PublishAsync(SampleReport.Of("one"));
            (await RunAsync("mount", "-o", "remount,ro", Place)).ShouldBe(0);

            IOException refused = await Should.ThrowAsync<IOException>(() => PublishAsync(Changed));

            refused.Message.ShouldContain("Read-only file system");
            await ShouldHoldAsync(sequence: 1);
            (await RunAsync("mount", "-o", "remount,rw", Place)).ShouldBe(0);
            await PublishAsync(Changed);
            await ShouldHoldAsync(sequence: 2);
        }
        finally
        {
            await RunAsync("umount", Place);
        }
    }

    [Fact]
    public async Task A_file_where_the_folder_should_be_is_named_and_left_alone()
    {
        await File.WriteAllTextAsync(Place, "mine", Ct);

        IOException refused = await Should.ThrowAsync<IOException>(() => PublishAsync(SampleReport.Of("one")));

        refused.Message.ShouldContain(Place);
        (await File.ReadAllTextAsync(Place, Ct)).ShouldBe("mine");
        File.Delete(Place);
        await PublishAsync(SampleReport.Of("one"));
        await ShouldHoldAsync(sequence: 1);
    }

    [Fact]
    public async Task A_folder_that_is_removed_between_two_publications_is_made_anew()
    {
        await PublishAsync(SampleReport.Of("one"));
        Directory.Delete(Place, recursive: true);

        await PublishAsync(Changed);

        await ShouldHoldAsync(sequence: 1);
    }

    [Fact]
    public async Task A_folder_that_is_removed_during_a_publication_fails_it_and_the_next_one_heals()
    {
        await PublishAsync(SampleReport.Of("one"));
        FolderPublisher publisher = Publisher();
        LiveSite? live = await publisher.ReadAsync(Ct);
        SiteSnapshot site = Build(live, Changed);
        Directory.Delete(Place, recursive: true);

        PublishException gone = await Should.ThrowAsync<PublishException>(() => publisher.ApplyAsync(PublishPlan.Between(live, site), site, new Dictionary<string, long>(), Ct));

        gone.Message.ShouldContain("is missing although its release lists it");
        Directory.Exists(Path.Combine(Place, "current")).ShouldBeFalse();
        await PublishAsync(Changed);
        await ShouldHoldAsync(sequence: 1);
    }

    [Fact]
    public async Task A_folder_that_is_swapped_for_another_during_a_publication_leaves_both_whole_and_the_next_one_goes_on()
    {
        await PublishAsync(SampleReport.Of("two"));
        Directory.Move(Place, Place + ".other");
        await PublishAsync(SampleReport.Of("one"));
        FolderPublisher publisher = new("site", new FolderOptions { Path = Place }, new ActingClock(() =>
        {
            Directory.Move(Place, Place + ".away");
            Directory.Move(Place + ".other", Place);
        }));
        LiveSite? live = await publisher.ReadAsync(Ct);
        SiteSnapshot site = Build(live, Changed);

        await Should.ThrowAsync<PublishException>(() => publisher.ApplyAsync(PublishPlan.Between(live, site), site, new Dictionary<string, long>(), Ct));

        await ShouldHoldAsync(sequence: 1);
        (await Publisher().ReadAsync(Ct))!.Manifest!.Boards.ShouldHaveSingleItem().Slug.ShouldBe("two");
        Directory.GetDirectories(Path.Combine(Place, "releases"), "*.partial").ShouldBeEmpty();
        await PublishAsync(Changed);
        await ShouldHoldAsync(sequence: 2);
        Directory.Delete(Place, recursive: true);
        Directory.Move(Place + ".away", Place);
        await ShouldHoldAsync(sequence: 1);
    }

    /// <summary>Does something when it is first asked for the time.</summary>
    private sealed class ActingClock(Action act) : TimeProvider
    {
        private bool acted;

        public override DateTimeOffset GetUtcNow()
        {
            if (!acted)
                act();
            acted = true;
            return base.GetUtcNow();
        }
    }

    private static BoardReport Changed => SampleReport.Of("one", SampleReport.Noon.AddHours(1), ("beta", [90, 91]), ("alpha", [81.5, 70.25]));

    private static SiteSnapshot Build(LiveSite? live, BoardReport report) => SiteBuilder.Build([report], live, new BlankRasterizer(), new SiteOptions());

    private FolderPublisher Publisher() => new("site", new FolderOptions { Path = Place }, TimeProvider.System);

    private async Task PublishAsync(BoardReport report)
    {
        FolderPublisher publisher = Publisher();
        LiveSite? live = await publisher.ReadAsync(Ct);
        SiteSnapshot site = Build(live, report);
        await publisher.ApplyAsync(PublishPlan.Between(live, site), site, new Dictionary<string, long>(), Ct);
    }

    private async Task ShouldHoldAsync(long sequence)
    {
        LiveSite live = (await Publisher().ReadAsync(Ct))!;
        live.Release.Sequence.ShouldBe(sequence);
        foreach (ManifestFile file in live.Manifest!.Files)
            Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(Path.Combine(Place, "current", file.Path), Ct))).ShouldBe(file.Sha256, file.Path);
    }

    /// <summary>Writes until there is no room for another block.</summary>
    private static void Fill(string path)
    {
        try
        {
            using FileStream file = new(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0);
            byte[] block = new byte[4096];
            while (true)
                file.Write(block);
        }
        catch (IOException)
        {
            // Full.
        }
    }

    private static async Task<int> RunAsync(string program, params string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardError = true })!;
        await process.WaitForExitAsync(Ct);
        return process.ExitCode;
    }
}
