using BenchWorker.Site;
using BenchWorker.Tests;
using Microsoft.Extensions.Logging;
using Shouldly;
using Xunit;

namespace BenchWorker.IntegrationTests;

/// <summary>A store that answers conditional writes as if it had looked at their conditions.</summary>
[Trait("Category", "Fault")]
public sealed class ForgetfulStoreTests
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_is_noticed_warned_of_once_and_published_to_all_the_same()
    {
        await using ForgetfulStore store = await ForgetfulStore.StartAsync();
        Warnings warnings = new();
        using S3Publisher publisher = new("bucket", store.Options, TimeProvider.System, warnings);

        await PublishAsync(publisher, SampleReport.Of("one"));
        await PublishAsync(publisher, SampleReport.Of("one", SampleReport.Noon.AddHours(1), ("beta", [90, 91]), ("alpha", [81.5, 70.25])));

        warnings.Told.ShouldHaveSingleItem().ShouldBe("Target bucket: the store of bucket bucket does not honour conditional writes. Only one BenchWorker may publish there; the database's turn is the only guard.");
        LiveSite live = (await publisher.ReadAsync(Ct))!;
        live.Release.Sequence.ShouldBe(2);
        foreach (ManifestFile file in live.Manifest!.Files)
            SiteFile.Of(file.Path, store.Read(file.Path)).Sha256.ShouldBe(file.Sha256, file.Path);
        store.Keys.ShouldAllBe(static key => !key.Contains("probe", StringComparison.Ordinal));
    }

    [Fact]
    public async Task It_is_still_asked_whether_somebody_else_has_published_since()
    {
        await using ForgetfulStore store = await ForgetfulStore.StartAsync();
        using S3Publisher publisher = new("bucket", store.Options, TimeProvider.System, new Warnings());
        await PublishAsync(publisher, SampleReport.Of("one"));
        LiveSite? seen = await publisher.ReadAsync(Ct);
        SiteSnapshot late = SiteBuilder.Build([SampleReport.Of("three")], seen, new BlankRasterizer(), new SiteOptions());
        await PublishAsync(publisher, SampleReport.Of("two"));

        await Should.ThrowAsync<PublishConflictException>(() => publisher.ApplyAsync(PublishPlan.Between(seen, late), late, new Dictionary<string, long>(), Ct));

        (await publisher.ReadAsync(Ct))!.Manifest!.Boards.Select(static board => board.Slug).ShouldBe(["one", "two"]);
    }

    private static async Task PublishAsync(S3Publisher publisher, BoardReport report)
    {
        LiveSite? live = await publisher.ReadAsync(Ct);
        SiteSnapshot site = SiteBuilder.Build([report], live, new BlankRasterizer(), new SiteOptions());
        await publisher.ApplyAsync(PublishPlan.Between(live, site), site, new Dictionary<string, long>(), Ct);
    }

    private sealed class Warnings : ILogger<S3Publisher>
    {
        public List<string> Told { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => Told.Add(formatter(state, exception));
    }
}
