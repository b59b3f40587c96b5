using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using BenchWorker.Site;
using BenchWorker.Tests;
using Shouldly;
using Xunit;

namespace BenchWorker.IntegrationTests;

/// <summary>The server that deploy/nginx.conf describes, on a port of its own.</summary>
[Trait("Category", "Fault")]
public sealed class NginxTests : IAsyncLifetime
{
    private const string Program = "/usr/sbin/nginx";

    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("bench-nginx-");
    private readonly HttpClient http = new();
    private TiedProcess? server;

    private string Site => Path.Combine(folder.FullName, "site");

    public async ValueTask InitializeAsync()
    {
        if (!File.Exists(Program))
        {
            const string Notice = "No nginx here: Debian's package is nginx-light.";
            if (Environment.GetEnvironmentVariable("CI") is "true" or "1")
                Assert.Fail(Notice);
            Assert.Skip(Notice);
        }

        int port = FreePort();
        http.BaseAddress = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}"));
        string configuration = Path.Combine(folder.FullName, "nginx.conf");
        await File.WriteAllTextAsync(configuration, Configuration(await File.ReadAllTextAsync(Sample(), Ct), port), Ct);
        server = await TiedProcess.StartAsync(Path.Combine(folder.FullName, "nginx.out"), Program, "-c", configuration, "-p", folder.FullName, "-e", "stderr");
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        if (server is not null)
            await server.DisposeAsync();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Pages_are_asked_for_again_and_hashed_files_are_kept_for_ever()
    {
        LiveSite live = await PublishAsync(SampleReport.Of("one"));

        (await HeadersAsync("/")).ShouldBe("200 | text/html; charset=utf-8 | no-cache");
        (await HeadersAsync("/boards/one/")).ShouldBe("200 | text/html; charset=utf-8 | no-cache");
        (await HeadersAsync("/boards/one/scores.svg")).ShouldBe("200 | image/svg+xml; charset=utf-8 | no-cache");
        (await HeadersAsync("/boards/one/leaderboard.csv")).ShouldBe("200 | text/csv; charset=utf-8 | no-cache");
        (await HeadersAsync("/boards/one/feed.xml")).ShouldBe("200 | application/atom+xml; charset=utf-8 | no-cache");
        (await HeadersAsync("/nowhere.html")).ShouldBe("404 | text/html; charset=utf-8 | no-cache");
        foreach (ManifestFile file in live.Manifest!.Files.Where(static file => HashedPath.Matches(file.Path)))
            (await HeadersAsync("/" + file.Path)).ShouldEndWith(" | public, max-age=31536000, immutable", customMessage: file.Path);
    }

    [Fact]
    public async Task Every_file_of_the_site_is_served_as_it_was_published()
    {
        LiveSite live = await PublishAsync(SampleReport.Of("one"));

        foreach (ManifestFile file in live.Manifest!.Files.Where(static file => file.Path != SitePaths.NotFound))
            Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(await http.GetByteArrayAsync("/" + file.Path, Ct))).ShouldBe(file.Sha256, file.Path);
    }

    [Fact]
    public async Task Snapshots_are_listed_and_stay_under_their_dates()
    {
        await PublishAsync(SampleReport.Of("one"));
        string today = DateTime.UtcNow.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

        (await HeadersAsync("/snapshots/")).ShouldBe("200 | text/html; charset=utf-8 | no-cache");
        (await http.GetStringAsync("/snapshots/", Ct)).ShouldContain($"href=\"{today}/index.html\"");
        (await HeadersAsync($"/snapshots/{today}/index.html")).ShouldBe("200 | text/html; charset=utf-8 | public, max-age=86400");
    }

    [Fact]
    public async Task The_next_request_after_a_switch_sees_the_new_release()
    {
        await PublishAsync(SampleReport.Of("one"));
        await HeadersAsync("/boards/one/board.json");
        for (int hour = 1; hour <= 10; hour++)
        {
            await PublishAsync(SampleReport.Of("one", SampleReport.Noon.AddHours(hour), ("beta", [90 + (hour * 0.1), 91]), ("alpha", [81.5, 70.25])));

            (await http.GetStringAsync("/boards/one/board.json", Ct)).ShouldContain(string.Create(CultureInfo.InvariantCulture, $"2026-03-01T{12 + hour}:00:00"));
        }
    }

    /// <summary>The sample's server block as it is, but for its port and root. One process, so that killing it leaves none.</summary>
    private string Configuration(string sample, int port)
    {
        string block = sample.Replace("listen 80;", string.Create(CultureInfo.InvariantCulture, $"listen 127.0.0.1:{port};"), StringComparison.Ordinal)
            .Replace("listen [::]:80;", "", StringComparison.Ordinal)
            .Replace("root /site/current;", $"root {Site}/current;", StringComparison.Ordinal)
            .Replace("root /site;", $"root {Site};", StringComparison.Ordinal);
        return $$"""
            daemon off;
            master_process off;
            pid {{folder.FullName}}/nginx.pid;
            events { }
            http {
              access_log off;
              client_body_temp_path {{folder.FullName}}/body;
              proxy_temp_path {{folder.FullName}}/proxy;
              fastcgi_temp_path {{folder.FullName}}/fastcgi;
              uwsgi_temp_path {{folder.FullName}}/uwsgi;
              scgi_temp_path {{folder.FullName}}/scgi;
            {{block}}
            }
            """;
    }

    private async Task<LiveSite> PublishAsync(BoardReport report)
    {
        FolderPublisher publisher = new("site", new FolderOptions { Path = Site }, TimeProvider.System);
        LiveSite? live = await publisher.ReadAsync(Ct);
        SiteSnapshot site = SiteBuilder.Build([report], live, new BlankRasterizer(), new SiteOptions());
        await publisher.ApplyAsync(PublishPlan.Between(live, site), site, new Dictionary<string, long>(), Ct);
        return (await publisher.ReadAsync(Ct))!;
    }

    private async Task<string> HeadersAsync(string path)
    {
        using HttpResponseMessage answer = await AnswerAsync(path);
        return $"{(int)answer.StatusCode} | {answer.Content.Headers.ContentType} | {answer.Headers.CacheControl}";
    }

    /// <summary>Waits for the server to listen.</summary>
    private async Task<HttpResponseMessage> AnswerAsync(string path)
    {
        long began = Stopwatch.GetTimestamp();
        while (true)
        {
            try
            {
                return await http.GetAsync(path, Ct);
            }
            catch (HttpRequestException) when (Stopwatch.GetElapsedTime(began) < Patience && server?.HasExited == false)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(50), Ct);
            }
        }
    }

    private static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static string Sample()
    {
        DirectoryInfo? at = new(AppContext.BaseDirectory);
        while (at is not null && !File.Exists(Path.Combine(at.FullName, "BenchWorker.sln"))) at = at.Parent;
        return Path.Combine(at.ShouldNotBeNull().FullName, "deploy", "nginx.conf");
    }
}
