using BenchWorker.Site;
using Shouldly;
using Xunit;

namespace BenchWorker.Tests;

public sealed class FolderPublisherTests : IDisposable
{
    private static readonly SiteOptions Options = new() { Title = "Benchmarks" };

    private readonly string folder = Directory.CreateTempSubdirectory("benchworker-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task The_first_publication_can_be_opened_under_current()
    {
        PublishOutcome outcome = await PublishAsync(SampleReport.Of("one"));

        outcome.Sequence.ShouldBe(1);
        File.Exists(Path.Combine(folder, "current", "index.html")).ShouldBeTrue();
        File.Exists(Path.Combine(folder, "current", "boards", "one", "index.html")).ShouldBeTrue();
    }

    [Fact]
    public async Task A_publication_without_change_touches_nothing()
    {
        await PublishAsync(SampleReport.Of("one"));
        (string, DateTime)[] before = Times();

        PublishOutcome outcome = await PublishAsync(SampleReport.Of("one"));

        outcome.Changed.ShouldBeFalse();
        Times().ShouldBe(before);
    }

    [Fact]
    public async Task Only_what_changed_is_written_and_the_rest_is_the_same_file()
    {
        await PublishAsync(SampleReport.Of("one"), SampleReport.Of("two"));
        string[] old = Directory.GetDirectories(Path.Combine(folder, "releases"));

        PublishOutcome outcome = await PublishAsync(Changed("one"));

        outcome.FilesWritten.ShouldBeLessThan(outcome.FilesKept);
        File.GetLastWriteTimeUtc(Path.Combine(folder, "current", "boards", "two", "index.html"))
            .ShouldBe(File.GetLastWriteTimeUtc(Path.Combine(old.Single(), "boards", "two", "index.html")));
    }

    [Fact]
    public async Task A_plan_made_against_an_older_release_is_refused()
    {
        FolderPublisher publisher = Publisher();
        await PublishAsync(SampleReport.Of("one"));
        LiveSite? seen = await publisher.ReadAsync(CancellationToken.None);
        SiteSnapshot late = SiteBuilder.Build([Changed("one")], seen, new BlankRasterizer(), Options);
        await PublishAsync(SampleReport.Of("two"));

        await Should.ThrowAsync<PublishConflictException>(() => publisher.ApplyAsync(PublishPlan.Between(seen, late), late, new Dictionary<string, long>(), CancellationToken.None));

        (await publisher.ReadAsync(CancellationToken.None))!.Release.Sequence.ShouldBe(2);
        Directory.GetDirectories(Path.Combine(folder, "releases"), "*.partial").ShouldBeEmpty();
    }

    [Fact]
    public async Task An_older_claim_cannot_publish_over_a_newer_one()
    {
        await PublishAsync(new Dictionary<string, long> { ["one"] = 7 }, SampleReport.Of("one"));

        await Should.ThrowAsync<StaleGenerationException>(() => PublishAsync(new Dictionary<string, long> { ["one"] = 6 }, Changed("one")));

        (await Publisher().ReadAsync(CancellationToken.None))!.Release.Sequence.ShouldBe(1);
    }

    [Fact]
    public async Task A_folder_of_somebody_else_is_left_alone()
    {
        Directory.CreateDirectory(Path.Combine(folder, "current"));

        await Should.ThrowAsync<PublishException>(() => PublishAsync(SampleReport.Of("one")));
    }

    [Fact]
    public async Task Files_that_an_older_page_names_stay_readable_after_the_switch()
    {
        await PublishAsync(SampleReport.Of("one"));
        string[] hashed = [.. Files().Where(HashedPath.Matches)];

        await PublishAsync(Changed("one"));

        hashed.ShouldBeSubsetOf(Files());
    }

    private static BoardReport Changed(string slug) =>
        SampleReport.Of(slug, SampleReport.Noon.AddHours(1), ("beta", [90, 91]), ("alpha", [81.5, 70.25]), ("gamma", [55, 56]));

    private FolderPublisher Publisher() => new("site", new FolderOptions { Path = folder }, TimeProvider.System);

    private Task<PublishOutcome> PublishAsync(params BoardReport[] reports) => PublishAsync(new Dictionary<string, long>(), reports);

    private async Task<PublishOutcome> PublishAsync(IReadOnlyDictionary<string, long> generations, params BoardReport[] reports)
    {
        FolderPublisher publisher = Publisher();
        LiveSite? published = await publisher.ReadAsync(CancellationToken.None);
        SiteSnapshot site = SiteBuilder.Build(reports, published, new BlankRasterizer(), Options);
        return await publisher.ApplyAsync(PublishPlan.Between(published, site), site, generations, CancellationToken.None);
    }

    private string[] Files()
    {
        string current = Path.Combine(folder, "current");
        return [.. Directory.GetFiles(current, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(current, file).Replace('\\', '/')).Order(StringComparer.Ordinal)];
    }

    private (string, DateTime)[] Times() =>
        [.. Directory.GetFileSystemEntries(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(static path => (path, File.GetLastWriteTimeUtc(path)))];
}
