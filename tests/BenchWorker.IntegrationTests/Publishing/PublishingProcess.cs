using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using BenchWorker.Site;
using BenchWorker.Tests;
using Microsoft.Extensions.Logging.Abstractions;

namespace BenchWorker.IntegrationTests;

/// <summary>A process that publishes state after state of one board until it is killed.</summary>
internal static class PublishingProcess
{
    public const string Verb = "publish-states";

    /// <summary>What is published at a state: everything on the board says which it is.</summary>
    public static BoardReport State(int number) => SampleReport.Of(
        "one", SampleReport.Noon.AddMinutes(number), ("alpha", [Score(number), 70.25]), ("beta", [50, 51]), ("gamma", [40, double.NaN]));

    public static double Score(int number) => 100 + number;

    public static async Task PublishAsync(ISitePublisher publisher, int number, CancellationToken ct)
    {
        LiveSite? live = await publisher.ReadAsync(ct);
        SiteSnapshot site = SiteBuilder.Build([State(number)], live, new BlankRasterizer(), new SiteOptions());
        await publisher.ApplyAsync(PublishPlan.Between(live, site), site, new Dictionary<string, long>(), ct);
    }

    public static Process Start(int first, params string[] place)
    {
        ProcessStartInfo start = new("dotnet", [Assembly.GetExecutingAssembly().Location, Verb, first.ToString(CultureInfo.InvariantCulture), .. place])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        return Process.Start(start)!;
    }

    public static async Task<int> RunAsync(string[] arguments)
    {
        int number = int.Parse(arguments[0], CultureInfo.InvariantCulture);
        ISitePublisher publisher = arguments[1..] switch
        {
            [string folder] => new FolderPublisher("site", new FolderOptions { Path = folder }, TimeProvider.System),
            [string endpoint, string bucket] => new S3Publisher("s3", new S3Options
            {
                Bucket = bucket,
                Prefix = "bench/",
                Endpoint = new Uri(endpoint),
                ForcePathStyle = true,
                IfMatch = IfMatchForm.Unquoted,
                Credentials = new S3Credentials(RadosGateway.AccessKey, RadosGateway.SecretKey, SessionToken: null),
            }, TimeProvider.System, NullLogger<S3Publisher>.Instance),
            _ => throw new ArgumentException("A folder, or an endpoint and a bucket.", nameof(arguments)),
        };
        while (true)
        {
            await PublishAsync(publisher, number++, CancellationToken.None);
            Console.WriteLine(number);
        }
    }
}
