using Amazon.S3;
using Amazon.S3.Model;
using BenchWorker.Site;
using BenchWorker.Tests;
using Microsoft.Extensions.Logging.Abstractions;
using Shouldly;
using Xunit;

namespace BenchWorker.IntegrationTests;

public sealed class S3PublisherTests : IAsyncLifetime
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    private S3Options options = new() { Bucket = "" };
    private AmazonS3Client client = new("", "", Amazon.RegionEndpoint.USEast1);

    public async ValueTask InitializeAsync()
    {
        options = await (await RadosGateway.GetAsync()).BucketAsync();
        client.Dispose();
        client = RadosGateway.Client(options);
    }

    public ValueTask DisposeAsync()
    {
        client.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task The_first_publication_can_be_read_back_whole()
    {
        PublishOutcome outcome = await PublishAsync(SampleReport.Of("one"));

        using S3Publisher publisher = Publisher();
        LiveSite live = (await publisher.ReadAsync(Ct))!;
        outcome.Sequence.ShouldBe(1);
        live.Release.Sequence.ShouldBe(1);
        live.Release.Writing.ShouldBeNull();
        (await KeysAsync()).Keys.ShouldBe(live.Manifest!.Files.Select(static file => file.Path).Append("manifest.json").Append("release.json").Append($"manifest.{live.Release.Hash[..16]}.json"), ignoreOrder: true);
    }

    [Fact]
    public async Task Objects_say_what_they_are_and_how_long_they_may_be_kept()
    {
        await PublishAsync(SampleReport.Of("one"));

        (await HeadersAsync("index.html")).ShouldBe("text/html; charset=utf-8 | no-cache");
        (await HeadersAsync("boards/one/scores.svg")).ShouldBe("image/svg+xml | no-cache");
        (await HeadersAsync("boards/one/leaderboard.csv")).ShouldBe("text/csv; charset=utf-8 | no-cache");
        (await HeadersAsync("boards/one/feed.xml")).ShouldBe("application/atom+xml; charset=utf-8 | no-cache");
        (await HeadersAsync("release.json")).ShouldBe("application/json | no-cache");
        string hashed = (await KeysAsync()).Keys.First(static key => key.StartsWith("boards/one/files/", StringComparison.Ordinal) && key.EndsWith(".svg", StringComparison.Ordinal));
        (await HeadersAsync(hashed)).ShouldBe("image/svg+xml | public, max-age=31536000, immutable");
    }

    [Fact]
    public async Task A_publication_without_change_writes_no_object()
    {
        await PublishAsync(SampleReport.Of("one"));
        IReadOnlyDictionary<string, S3Object> before = await KeysAsync();

        PublishOutcome outcome = await PublishAsync(SampleReport.Of("one"));

        outcome.Changed.ShouldBeFalse();
        IReadOnlyDictionary<string, S3Object> after = await KeysAsync();
        after.Values.Select(static o => (o.Key, o.LastModified)).ShouldBe(before.Values.Select(static o => (o.Key, o.LastModified)), ignoreOrder: true);
    }

    [Fact]
    public async Task Only_what_changed_is_written()
    {
        await PublishAsync(SampleReport.Of("one"), SampleReport.Of("two"));
        DateTime? before = (await KeysAsync())["boards/two/index.html"].LastModified;

        PublishOutcome outcome = await PublishAsync(Changed("one"));

        outcome.FilesWritten.ShouldBeLessThan(outcome.FilesKept);
        (await KeysAsync())["boards/two/index.html"].LastModified.ShouldBe(before);
        (await TextAsync("boards/one/board.json")).ShouldContain("2026-03-01T13:00:00");
    }

    [Fact]
    public async Task A_plan_made_against_an_older_release_is_refused()
    {
        await PublishAsync(SampleReport.Of("one"));
        using S3Publisher publisher = Publisher();
        LiveSite? seen = await publisher.ReadAsync(Ct);
        SiteSnapshot late = Build(seen, Changed("one"));
        await PublishAsync(SampleReport.Of("two"));

        await Should.ThrowAsync<PublishConflictException>(() => publisher.ApplyAsync(PublishPlan.Between(seen, late), late, new Dictionary<string, long>(), Ct));

        (await publisher.ReadAsync(Ct))!.Release.Sequence.ShouldBe(2);
    }

    [Fact]
    [Trait("Category", "Fault")]
    public async Task Of_eight_publishers_at_once_each_loses_or_builds_on_the_one_before()
    {
        string[] boards = [.. Enumerable.Range(0, 8).Select(static i => $"board-{i}")];

        await Task.WhenAll(boards.Select(board => Task.Run(() => UntilPublishedAsync(SampleReport.Of(board)), Ct)));

        using S3Publisher publisher = Publisher();
        LiveSite live = (await publisher.ReadAsync(Ct))!;
        live.Release.Sequence.ShouldBe(8);
        live.Manifest!.Boards.Select(static board => board.Slug).ShouldBe(boards);
        await ShouldHoldAsync(live);
    }

    [Fact]
    public async Task An_older_claim_cannot_publish_over_a_newer_one()
    {
        await PublishAsync(new Dictionary<string, long> { ["one"] = 7 }, SampleReport.Of("one"));

        await Should.ThrowAsync<StaleGenerationException>(() => PublishAsync(new Dictionary<string, long> { ["one"] = 6 }, Changed("one")));

        (await TextAsync("boards/one/board.json")).ShouldContain("2026-03-01T12:00:00");
    }

    [Fact]
    public async Task The_bucket_of_another_site_is_left_alone()
    {
        await client.PutObjectAsync(new PutObjectRequest { BucketName = options.Bucket, Key = options.Prefix + "index.html", ContentBody = "mine", UseChunkEncoding = false }, Ct);

        PublishException refused = await Should.ThrowAsync<PublishException>(() => PublishAsync(SampleReport.Of("one")));

        refused.Message.ShouldBe($"Target s3: {options.Bucket}/bench/index.html is there, but no release.json that BenchWorker wrote. Choose another prefix, or empty this one.");
        (await KeysAsync()).Keys.ShouldBe(["index.html"]);
    }

    [Fact]
    public async Task What_no_page_needs_is_removed_after_the_grace_period_and_not_before()
    {
        FakeTime time = new(DateTimeOffset.UtcNow);
        await PublishAsync(time, SampleReport.Of("one"), SampleReport.Of("two"));
        string[] first = [.. (await KeysAsync()).Keys];
        await PublishAsync(time, Changed("one"));
        string[] second = [.. (await KeysAsync()).Keys];
        time.Now += TimeSpan.FromHours(25);

        await PublishAsync(time, Changed("two"));

        first.ShouldBeSubsetOf(second);
        string[] third = [.. (await KeysAsync()).Keys];
        first.Where(static path => path.StartsWith("boards/one/files/", StringComparison.Ordinal) && path.EndsWith(".svg", StringComparison.Ordinal)).Intersect(third).ShouldBeEmpty();
        using S3Publisher publisher = Publisher();
        await ShouldHoldAsync((await publisher.ReadAsync(Ct))!);
    }

    private static BoardReport Changed(string slug) =>
        SampleReport.Of(slug, SampleReport.Noon.AddHours(1), ("beta", [90, 91]), ("alpha", [81.5, 70.25]), ("gamma", [55, 56]));

    private static SiteSnapshot Build(LiveSite? live, params BoardReport[] reports) => SiteBuilder.Build(reports, live, new BlankRasterizer(), new SiteOptions());

    private S3Publisher Publisher(TimeProvider? time = null) => new("s3", options, time ?? TimeProvider.System, NullLogger<S3Publisher>.Instance);

    private Task<PublishOutcome> PublishAsync(params BoardReport[] reports) => PublishAsync(new Dictionary<string, long>(), reports);

    private Task<PublishOutcome> PublishAsync(TimeProvider time, params BoardReport[] reports) => PublishAsync(time, new Dictionary<string, long>(), reports);

    private Task<PublishOutcome> PublishAsync(IReadOnlyDictionary<string, long> generations, params BoardReport[] reports) => PublishAsync(TimeProvider.System, generations, reports);

    private async Task<PublishOutcome> PublishAsync(TimeProvider time, IReadOnlyDictionary<string, long> generations, params BoardReport[] reports)
    {
        using S3Publisher publisher = Publisher(time);
        LiveSite? live = await publisher.ReadAsync(Ct);
        SiteSnapshot site = Build(live, reports);
        return await publisher.ApplyAsync(PublishPlan.Between(live, site), site, generations, Ct);
    }

    private async Task UntilPublishedAsync(BoardReport report)
    {
        while (true)
        {
            try
            {
                await PublishAsync(report);
                return;
            }
            catch (PublishConflictException)
            {
                // Another one was faster; the next plan builds on it.
            }
        }
    }

    /// <summary>Every file of the manifest is in the store with the content that the manifest says.</summary>
    private async Task ShouldHoldAsync(LiveSite live)
    {
        foreach (ManifestFile file in live.Manifest!.Files)
        {
            using GetObjectResponse found = await client.GetObjectAsync(options.Bucket, options.Prefix + file.Path, Ct);
            Convert.ToHexStringLower(await System.Security.Cryptography.SHA256.HashDataAsync(found.ResponseStream, Ct)).ShouldBe(file.Sha256, file.Path);
        }
    }

    private async Task<IReadOnlyDictionary<string, S3Object>> KeysAsync()
    {
        ListObjectsV2Response page = await client.ListObjectsV2Async(new ListObjectsV2Request { BucketName = options.Bucket, Prefix = options.Prefix }, Ct);
        return (page.S3Objects ?? []).ToDictionary(o => o.Key[options.Prefix.Length..], StringComparer.Ordinal);
    }

    private async Task<string> TextAsync(string path)
    {
        using GetObjectResponse found = await client.GetObjectAsync(options.Bucket, options.Prefix + path, Ct);
        using StreamReader reader = new(found.ResponseStream);
        return await reader.ReadToEndAsync(Ct);
    }

    private async Task<string> HeadersAsync(string path)
    {
        using GetObjectResponse found = await client.GetObjectAsync(options.Bucket, options.Prefix + path, Ct);
        return $"{found.Headers.ContentType} | {found.Headers.CacheControl}";
    }
}
