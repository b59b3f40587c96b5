using System.Globalization;
using System.IO.Compression;
using BenchWorker.Site;
using Shouldly;
using Xunit;

namespace BenchWorker.Tests;

public sealed class SiteBuilderTests
{
    private static readonly SiteOptions Options = new() { Title = "Benchmarks", BaseUrl = new Uri("https://example.org/bench/") };

    [Fact]
    public void The_same_reports_give_the_same_bytes_under_every_culture()
    {
        SiteSnapshot first = Build(null, SampleReport.Of("one"), SampleReport.Of("two"));
        CultureInfo before = CultureInfo.CurrentCulture;
        SiteSnapshot second;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("tr-TR");
            second = Build(null, SampleReport.Of("one"), SampleReport.Of("two"));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }

        second.Hash.ShouldBe(first.Hash);
        second.Manifest.Files.ShouldBe(first.Manifest.Files);
    }

    [Fact]
    public void A_site_of_sound_reports_passes_its_own_check()
    {
        SiteSnapshot site = Build(null, SampleReport.Of("one"), SampleReport.Of("two"));

        SiteCheck.Problems(site).ShouldBeEmpty();
    }

    [Fact]
    public void An_unchanged_board_is_neither_drawn_nor_planned()
    {
        SiteSnapshot first = Build(null, SampleReport.Of("one"), SampleReport.Of("two"));
        BlankRasterizer rasterizer = new();

        SiteSnapshot second = SiteBuilder.Build([SampleReport.Of("one")], Published(first), rasterizer, Options);

        rasterizer.Calls.ShouldBe(0);
        second.Boards.ShouldHaveSingleItem().Outcome.ShouldBe(BoardOutcome.Unchanged);
        PublishPlan.Between(Published(first), second).IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public void Refreshing_one_board_leaves_every_file_of_the_others()
    {
        SiteSnapshot first = Build(null, SampleReport.Of("one"), SampleReport.Of("two"));
        BoardReport changed = SampleReport.Of("one", SampleReport.Noon.AddHours(1), ("beta", [90, 91]), ("alpha", [81.5, 70.25]));

        PublishPlan plan = PublishPlan.Between(Published(first), Build(Published(first), changed));

        plan.Files.ShouldNotContain(file => file.File.Path.StartsWith("boards/two/", StringComparison.Ordinal));
        plan.Kept.ShouldContain(file => file.Path == "boards/two/index.html");
        plan.Files.ShouldContain(file => file.File.Path == "boards/one/index.html");
        plan.Boards.ShouldHaveSingleItem().Reason.ShouldContain("beta rose from 2 to 1");
    }

    [Fact]
    public void A_change_is_told_once_and_stays_when_nothing_more_changes()
    {
        SiteSnapshot first = Build(null, SampleReport.Of("one"));
        BoardReport changed = SampleReport.Of("one", SampleReport.Noon.AddHours(1), ("beta", [90, 91]), ("alpha", [81.5, 70.25]));

        SiteSnapshot second = Build(Published(first), changed);
        SiteSnapshot third = Build(Published(second), changed);

        second.Manifest.Find("one")!.Changes.Count.ShouldBe(2);
        third.Hash.ShouldBe(second.Hash);
    }

    [Fact]
    public void A_board_that_would_lose_all_its_values_is_refused_and_stays_published()
    {
        SiteSnapshot first = Build(null, SampleReport.Of("one"));
        BoardReport empty = SampleReport.Of("one", null);

        SiteSnapshot second = Build(Published(first), empty);

        second.Boards.ShouldHaveSingleItem().Outcome.ShouldBe(BoardOutcome.Refused);
        second.Hash.ShouldBe(first.Hash);
    }

    [Fact]
    public void A_board_that_is_no_longer_declared_leaves_the_site_with_all_its_files()
    {
        SiteSnapshot first = Build(null, SampleReport.Of("one"), SampleReport.Of("two"));

        SiteSnapshot second = SiteBuilder.Build([], Published(first), new BlankRasterizer(), Options with { Boards = ["two"] });

        second.Manifest.Files.ShouldNotContain(file => file.Path.StartsWith("boards/one/", StringComparison.Ordinal));
        second.Boards.ShouldHaveSingleItem().Outcome.ShouldBe(BoardOutcome.Removed);
        SiteCheck.Problems(second).ShouldBeEmpty();
    }

    [Fact]
    public void A_page_of_500_models_travels_in_less_than_100_kilobytes()
    {
        SiteFile page = Build(null, SampleReport.Large("large", 500, 100)).Files["boards/large/index.html"];

        using MemoryStream packed = new();
        using (GZipStream gzip = new(packed, CompressionLevel.Optimal, leaveOpen: true))
            gzip.Write(page.Content.Span);

        packed.Length.ShouldBeLessThan(100_000);
    }

    [Fact]
    public void A_manifest_reads_back_as_it_was_written()
    {
        SiteManifest manifest = Build(null, SampleReport.Of("one")).Manifest;

        SiteManifest? read = SiteManifest.Parse(manifest.ToJson());

        read.ShouldNotBeNull().Hash().ShouldBe(manifest.Hash());
    }

    private static SiteSnapshot Build(LiveSite? published, params BoardReport[] reports) =>
        SiteBuilder.Build(reports, published, new BlankRasterizer(), Options);

    private static LiveSite Published(SiteSnapshot site) => new(
        new Release { Sequence = 1, Hash = site.Hash, PublishedAt = SampleReport.Noon }, SiteManifest.Parse(site.Manifest.ToJson()), "");
}
