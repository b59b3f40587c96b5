using System.Diagnostics;
using System.Globalization;
using System.Net;
using Amazon.S3;
using BenchWorker.Site;
using BenchWorker.Tests;
using Microsoft.Extensions.Logging.Abstractions;
using Shouldly;
using Xunit;

namespace BenchWorker.IntegrationTests;

/// <summary>BENCHWORKER_FAULT_ROUNDS=200 makes the full length.</summary>
[Trait("Category", "Fault")]
public sealed class KilledPublisherTests
{
    private const int Seed = 20260301;

    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Readers_of_a_folder_see_whole_pages_however_often_its_publisher_is_killed()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("bench-killed-");
        FolderPublisher publisher = new("site", new FolderOptions { Path = folder.FullName, KeepReleases = 3, KeepFor = TimeSpan.Zero }, TimeProvider.System);
        await PublishingProcess.PublishAsync(publisher, 0, Ct);
        await using (VisitingReader reader = new(path => FileAsync(Path.Combine(folder.FullName, "current", path))))
        {
            reader.Begin();

            await KillAsync(FaultRounds.Of(20), folder.FullName);

            await reader.VisitAsync();
            reader.Faults.ShouldBeEmpty();
            reader.Visits.ShouldBeGreaterThan(1);
        }

        await PublishingProcess.PublishAsync(publisher, 1_000_000, Ct);
        LiveSite live = (await publisher.ReadAsync(Ct))!;
        live.Manifest!.Boards[0].DataAsOf.ShouldBe(SampleReport.Noon.AddMinutes(1_000_000));
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Readers_of_a_bucket_see_whole_pages_however_often_its_publisher_is_killed()
    {
        S3Options options = await (await RadosGateway.GetAsync()).BucketAsync();
        using S3Publisher publisher = new("s3", options, TimeProvider.System, NullLogger<S3Publisher>.Instance);
        await PublishingProcess.PublishAsync(publisher, 0, Ct);
        using AmazonS3Client client = RadosGateway.Client(options);
        await using (VisitingReader reader = new(path => ObjectAsync(client, options, path)))
        {
            reader.Begin();

            await KillAsync(FaultRounds.Of(20), options.Endpoint!.AbsoluteUri, options.Bucket);

            await reader.VisitAsync();
            reader.Faults.ShouldBeEmpty();
            reader.Visits.ShouldBeGreaterThan(1);
        }

        await PublishingProcess.PublishAsync(publisher, 1_000_000, Ct);
        LiveSite live = (await publisher.ReadAsync(Ct))!;
        foreach (ManifestFile file in live.Manifest!.Files)
            SiteFile.Of(file.Path, (await ObjectAsync(client, options, file.Path))!).Sha256.ShouldBe(file.Sha256, file.Path);
    }

    /// <summary>Each round kills at another moment after the first publication, within about two of its length.</summary>
    private static async Task KillAsync(int rounds, params string[] place)
    {
        Random moments = new(Seed);
        int next = 1;
        for (int round = 0; round < rounds; round++)
        {
            using Process publisher = PublishingProcess.Start(next, place);
            long began = Stopwatch.GetTimestamp();
            string? told = await publisher.StandardOutput.ReadLineAsync(Ct);
            if (told is null)
                throw new InvalidOperationException(await publisher.StandardError.ReadToEndAsync(Ct));
            TimeSpan one = Stopwatch.GetElapsedTime(began) / 2;
            await Task.Delay(TimeSpan.FromMilliseconds(moments.NextDouble() * Math.Min(one.TotalMilliseconds, 300)), Ct);
            publisher.Kill();
            await publisher.WaitForExitAsync(Ct);
            string rest = await publisher.StandardOutput.ReadToEndAsync(Ct);
            next = (told + "\n" + rest).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static line => int.Parse(line, CultureInfo.InvariantCulture)).Max() + 1;
        }
    }

    private static async Task<byte[]?> FileAsync(string path)
    {
        try
        {
            return await File.ReadAllBytesAsync(path, Ct);
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    private static async Task<byte[]?> ObjectAsync(AmazonS3Client client, S3Options options, string path)
    {
        try
        {
            using Amazon.S3.Model.GetObjectResponse found = await client.GetObjectAsync(options.Bucket, options.Prefix + path, Ct);
            using MemoryStream content = new();
            await found.ResponseStream.CopyToAsync(content, Ct);
            return content.ToArray();
        }
        catch (AmazonS3Exception missing) when (missing.StatusCode == HttpStatusCode.NotFound)
        {
            return null;
        }
    }
}
