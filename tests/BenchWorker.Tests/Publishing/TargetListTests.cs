using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Shouldly;
using Xunit;

namespace BenchWorker.Tests;

public sealed class TargetListTests
{
    [Fact]
    public void Without_targets_the_folder_of_the_site_is_the_only_one()
    {
        TargetList targets = Read();

        targets.Names.ShouldBe(["site"]);
        targets.Targets["site"].ToFolder().Path.ShouldBe("site");
    }

    [Fact]
    public void Named_targets_replace_the_default_one()
    {
        TargetList targets = Read(("BenchWorker:Targets:cdn:Bucket", "pages"), ("BenchWorker:Targets:cdn:Prefix", "/bench"), ("BenchWorker:Targets:disk:Folder", "/srv/site"));

        targets.Names.ShouldBe(["cdn", "disk"]);
        targets.Targets["cdn"].IsS3.ShouldBeTrue();
        targets.Targets["cdn"].ToS3().Prefix.ShouldBe("bench/");
    }

    [Fact]
    public void Each_target_says_where_people_find_it() =>
        Read(("BenchWorker:Targets:cdn:Bucket", "pages"), ("BenchWorker:Targets:cdn:Prefix", "/bench"), ("BenchWorker:Targets:disk:Folder", "/srv/site"))
            .Places.ShouldBe(["cdn: s3://pages/bench/", "disk: /srv/site/current/index.html"]);

    [Fact]
    public void A_site_folder_that_was_set_stays_beside_named_targets() =>
        Read(("BenchWorker:Targets:cdn:Bucket", "pages"), ("BenchWorker:Site:Folder", "/srv/site")).Names.ShouldBe(["cdn", "site"]);

    [Fact]
    public void A_store_with_an_endpoint_gets_the_bucket_in_the_path() =>
        Read(("BenchWorker:Targets:cdn:Bucket", "pages"), ("BenchWorker:Targets:cdn:Endpoint", "http://127.0.0.1:9000")).Targets["cdn"].ToS3().ForcePathStyle.ShouldBeTrue();

    [Theory]
    [InlineData("BenchWorker:Targets:cdn:Region", "eu-west-1", "BenchWorker:Targets:cdn needs either Folder, or Bucket.")]
    [InlineData("BenchWorker:Targets:cdn:Kind", "S3", "BenchWorker:Targets:cdn:Bucket is missing; an S3 target needs one.")]
    [InlineData("BenchWorker:Targets:Big_Name:Folder", "x", "BenchWorker:Targets:Big_Name: a target's name is made of a-z, 0-9 and hyphens, at most 63, as in BenchWorker:Targets:archive.")]
    [InlineData("BenchWorker:Targets:site:Folder", "site", null)]
    public void Settings_that_cannot_be_are_told_in_words(string key, string value, string? problem)
    {
        if (problem is null)
            Read((key, value)).Names.ShouldBe(["site"]);
        else
            Should.Throw<OptionsValidationException>(() => Read((key, value))).Failures.ShouldContain(problem);
    }

    [Fact]
    public void A_misspelled_setting_is_an_error() =>
        Should.Throw<OptionsValidationException>(() => Read(("BenchWorker:Targets:cdn:Buckett", "pages"))).Failures.First().ShouldContain("Buckett");

    [Fact]
    public void One_place_under_two_names_is_an_error() =>
        Should.Throw<OptionsValidationException>(() => Read(("BenchWorker:Targets:a:Folder", "/srv/x"), ("BenchWorker:Targets:b:Folder", "/srv/../srv/x")))
            .Failures.ShouldBe(["Targets a and b are the same place; give each its own folder, bucket or prefix."]);

    [Fact]
    public void Half_of_a_credential_is_an_error() =>
        Should.Throw<OptionsValidationException>(() => Read(("BenchWorker:Targets:cdn:Bucket", "b"), ("BenchWorker:Targets:cdn:AccessKey", "k")))
            .Failures.ShouldBe(["BenchWorker:Targets:cdn: AccessKey and SecretKey come together; with neither, AWS's default chain finds credentials."]);

    private static TargetList Read(params (string Key, string Value)[] settings) => TargetList.Read(
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(static setting => KeyValuePair.Create<string, string?>(setting.Key, setting.Value))).Build(), new SiteTarget());
}
