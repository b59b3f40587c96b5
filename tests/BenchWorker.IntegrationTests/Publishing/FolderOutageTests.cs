using System.Diagnostics;
using BenchWorker.Site;
using BenchWorker.Tests;
using Shouldly;
using Xunit;

namespace BenchWorker.IntegrationTests;

/// <summary>A folder on a small file system of its own, which needs the right to mount one.</summary>
public sealed class FolderOutageTests : IDisposable
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    private readonly string place = Directory.CreateTempSubdirectory("bench-full-").FullName;
    private readonly List<string> mounts = [];

    private string Site => Path.Combine(place, "site");

    public void Dispose()
    {
        foreach (string mount in mounts)
            Run("umount", "-l", mount);
        Directory.Delete(place, recursive: true);
    }

    [Fact]
    public async Task A_full_disk_leaves_the_old_site_and_the_next_try_succeeds()
    {
        Mount(Site, "1m");
        await PublishAsync(0);
        string filler = Path.Combine(Site, "filler");
        Fill(filler);

        IOException full = await Should.ThrowAsync<IOException>(() => PublishAsync(1));
        int during = State();
        File.Delete(filler);
        await PublishAsync(1);

        full.Message.ShouldContain("No space left on device");
        during.ShouldBe(0);
        State().ShouldBe(1);
        Directory.GetDirectories(Path.Combine(Site, "releases"), "*.partial").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_read_only_folder_leaves_the_old_site()
    {
        Mount(Site, "1m");
        await PublishAsync(0);
        Run("mount", "-o", "remount,ro", Site).ShouldBeTrue();

        IOException refused = await Should.ThrowAsync<IOException>(() => PublishAsync(1));

        refused.Message.ShouldContain("Read-only file system");
        State().ShouldBe(0);
    }

    [Fact]
    public async Task Releases_on_a_file_system_of_their_own_are_switched_all_the_same()
    {
        Mount(Path.Combine(Site, "releases"), "1m");

        await PublishAsync(0);
        await PublishAsync(1);

        State().ShouldBe(1);
    }

    [Fact]
    public async Task A_folder_that_is_swapped_away_is_noticed_and_stays_whole_where_it_is()
    {
        FolderPublisher publisher = Publisher();
        await PublishAsync(0);
        LiveSite? live = await publisher.ReadAsync(Ct);
        SiteSnapshot site = SiteBuilder.Build([PublishingProcess.State(1)], live, new BlankRasterizer(), new SiteOptions());
        string away = Path.Combine(place, "away");
        Directory.Move(Site, away);

        PublishException noticed = await Should.ThrowAsync<PublishException>(() => publisher.ApplyAsync(PublishPlan.Between(live, site), site, new Dictionary<string, long>(), Ct));

        noticed.Message.ShouldContain("is missing although its release lists it");
        new FileInfo(Path.Combine(away, "current", "index.html")).Exists.ShouldBeTrue();
        Directory.Exists(Path.Combine(Site, "current")).ShouldBeFalse();
    }

    [Fact]
    public async Task A_folder_without_the_right_to_write_is_an_error_that_names_it()
    {
        await PublishAsync(0);
        string releases = Path.Combine(Site, "releases");
        // The superuser may write anywhere but in what is immutable.
        bool closed = Environment.IsPrivilegedProcess ? Run("chattr", "+i", releases) : Run("chmod", "u-w", releases);
        if (!closed)
            Assert.Skip("This file system does not let a folder be closed.");
        try
        {
            Exception refused = await Should.ThrowAsync<Exception>(() => PublishAsync(1));

            refused.ShouldBeOfType<UnauthorizedAccessException>();
            refused.Message.ShouldContain(releases);
            State().ShouldBe(0);
        }
        finally
        {
            _ = Environment.IsPrivilegedProcess ? Run("chattr", "-i", releases) : Run("chmod", "u+w", releases);
        }
    }

    private static void Fill(string path)
    {
        byte[] block = new byte[4096];
        using FileStream file = File.Create(path, bufferSize: 1);
        try
        {
            while (true)
                file.Write(block);
        }
        catch (IOException)
        {
            // Full, as wanted.
        }
    }

    private FolderPublisher Publisher() => new("site", new FolderOptions { Path = Site }, TimeProvider.System);

    private Task PublishAsync(int state) => PublishingProcess.PublishAsync(Publisher(), state, Ct);

    private int State()
    {
        string page = File.ReadAllText(Path.Combine(Site, "current", "boards", "one", "board.json"));
        return page.Contains(SampleReport.Noon.AddMinutes(1).ToString("yyyy-MM-ddTHH:mm:ss", System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal) ? 1 : 0;
    }

    private void Mount(string folder, string size)
    {
        Directory.CreateDirectory(folder);
        if (!Environment.IsPrivilegedProcess || !Run("mount", "-t", "tmpfs", "-o", $"size={size}", "none", folder))
            Assert.Skip("This account may not mount a small file system.");
        mounts.Add(folder);
    }

    private static bool Run(string program, params string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardError = true })!;
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
