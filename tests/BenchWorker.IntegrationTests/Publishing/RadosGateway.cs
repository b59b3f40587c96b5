using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Amazon.S3;
using BenchWorker.IntegrationTests;
using Xunit;

[assembly: AssemblyFixture(typeof(RadosGateway))]

namespace BenchWorker.IntegrationTests;

/// <summary>A real S3-compatible store, one a run: Ceph's gateway on a store in memory, on free ports of the loopback.</summary>
public sealed class RadosGateway : IAsyncDisposable
{
    public const string AccessKey = "benchaccess";
    public const string SecretKey = "benchsecret-that-no-message-shows";

    private static readonly string[] Programs = ["ceph-mon", "ceph-osd", "radosgw", "radosgw-admin", "ceph-authtool", "monmaptool", "osdmaptool"];
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);
    private static readonly SemaphoreSlim Gate = new(1);
    private static RadosGateway? shared;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("bench-s3-");
    private readonly List<TiedProcess> servers = [];
    private int buckets;

    public Uri Endpoint { get; private set; } = new("http://127.0.0.1");

    /// <summary>The store; skips the test where Ceph is not installed and nobody insists on it.</summary>
    public static async Task<RadosGateway> GetAsync()
    {
        if (Programs.FirstOrDefault(static program => !Installed(program)) is { } missing)
        {
            string notice = $"No S3 store here: {missing} is not installed; Debian's packages are radosgw, ceph-mon and ceph-osd.";
            if (Insisted())
                Assert.Fail(notice);
            Assert.Skip(notice);
        }

        await Gate.WaitAsync();
        try
        {
            if (shared is null)
            {
                RadosGateway started = new();
                await started.StartAsync();
                shared = started;
            }

            return shared;
        }
        finally
        {
            Gate.Release();
        }
    }

    /// <summary>A new, empty bucket.</summary>
    public async Task<S3Options> BucketAsync()
    {
        string bucket = string.Create(CultureInfo.InvariantCulture, $"site-{Interlocked.Increment(ref buckets)}-{Guid.NewGuid():N}");
        S3Options options = Options(bucket);
        using AmazonS3Client client = Client(options);
        await client.PutBucketAsync(bucket);
        return options;
    }

    public S3Options Options(string bucket, Uri? endpoint = null, S3Credentials? credentials = null, int tries = 3, TimeSpan? timeout = null) => new()
    {
        Bucket = bucket,
        Prefix = "bench/",
        Endpoint = endpoint ?? Endpoint,
        Credentials = credentials ?? new S3Credentials(AccessKey, SecretKey, SessionToken: null),
        ForcePathStyle = true,
        Tries = tries,
        Timeout = timeout ?? TimeSpan.FromSeconds(20),
    };

    /// <summary>To look into a bucket without the publisher.</summary>
    public static AmazonS3Client Client(S3Options options) => new(AccessKey, SecretKey, new AmazonS3Config
    {
        ServiceURL = options.Endpoint!.AbsoluteUri,
        ForcePathStyle = true,
        RequestChecksumCalculation = Amazon.Runtime.RequestChecksumCalculation.WHEN_REQUIRED,
        ResponseChecksumValidation = Amazon.Runtime.ResponseChecksumValidation.WHEN_REQUIRED,
    });

    public async ValueTask DisposeAsync()
    {
        // The runner makes one to dispose; the one that tests use disposes with it.
        if (shared is { } store && !ReferenceEquals(store, this))
        {
            shared = null;
            await store.DisposeAsync();
        }

        foreach (TiedProcess server in Enumerable.Reverse(servers))
            await server.DisposeAsync();
        folder.Delete(recursive: true);
    }

    private static bool Insisted() =>
        Environment.GetEnvironmentVariable("CI") is "true" or "1" || Environment.GetEnvironmentVariable("BENCHWORKER_REQUIRE_S3") is { Length: > 0 };

    private static bool Installed(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Append("/usr/bin").Any(place => File.Exists(Path.Combine(place, program)));

    private async Task StartAsync()
    {
        int monitor = FreePort(), gateway = FreePort();
        Endpoint = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{gateway}"));
        CephFolder ceph = new(folder.FullName, monitor, gateway);
        foreach (string[] step in ceph.Preparation())
            await RunAsync(step);
        await File.WriteAllTextAsync(ceph.Configuration, ceph.ConfigurationText);
        await RunAsync(ceph.MakeMonitor);
        servers.Add(await TiedProcess.StartAsync(ceph.Log("mon"), ceph.Monitor));
        await RunAsync(ceph.MakeStorage);
        servers.Add(await TiedProcess.StartAsync(ceph.Log("osd"), ceph.Storage));
        servers.Add(await TiedProcess.StartAsync(ceph.Log("rgw"), ceph.Gateway));
        await AnsweringAsync();
        await RunAsync(ceph.User(AccessKey, SecretKey));
    }

    private async Task AnsweringAsync()
    {
        using HttpClient http = new();
        long began = Stopwatch.GetTimestamp();
        while (true)
        {
            try
            {
                using HttpResponseMessage answer = await http.GetAsync(Endpoint);
                if (answer.StatusCode == HttpStatusCode.OK)
                    return;
            }
            catch (HttpRequestException) when (Stopwatch.GetElapsedTime(began) < Patience && !servers.Any(static server => server.HasExited))
            {
                await Task.Delay(TimeSpan.FromMilliseconds(100));
            }
        }
    }

    private static async Task RunAsync(string[] command)
    {
        using Process process = Process.Start(new ProcessStartInfo(command[0], command.Skip(1)) { UseShellExecute = false, RedirectStandardError = true, RedirectStandardOutput = true })!;
        Task<string> output = process.StandardOutput.ReadToEndAsync(), errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{string.Join(' ', command)} ended with {process.ExitCode}: {await output}{await errors}");
    }

    private static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
