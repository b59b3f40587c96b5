using BenchWorker.Analysis;
using BenchWorker.Figures;
using BenchWorker.Site;
using BenchWorker.Tests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;
using Xunit;

namespace BenchWorker.IntegrationTests;

/// <summary>A small site in a folder and over HTTP, and a real browser to open it with.</summary>
public sealed class PublishedSample : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("benchworker-site-").FullName;
    private WebApplication? server;
    private IPlaywright? playwright;
    private IBrowser? browser;

    public static string[] Pages { get; } =
        ["index.html", "models.html", "changes.html", "next.html", "methods.html", "status.html", "boards/small/index.html", "boards/large/index.html", "boards/lengths/index.html", FigureKindsBoard.Page, "boards/hostile/index.html", SitePaths.ModelPage("<svg onload=alert(1)>"), "404.html", SitePaths.ModelPage("org/model-0003")];

    /// <summary>The one page that lies beside the release.</summary>
    public const string Snapshots = "../" + SitePaths.Snapshots;

    /// <summary>One of each kind; the large board has nothing that the small one has not.</summary>
    public static IEnumerable<string> SmallPages => [.. Pages.Where(static page => !page.StartsWith("boards/large", StringComparison.Ordinal)), Snapshots];

    public string FileRoot => new Uri(Path.Combine(folder, "current") + "/").AbsoluteUri;

    public string HttpRoot { get; private set; } = "";

    public string Folder => Path.Combine(folder, "current");

    public async ValueTask InitializeAsync()
    {
        await PublishAsync();
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        server = builder.Build();
        server.UseStaticFiles(new StaticFileOptions { FileProvider = new PhysicalFileProvider(new DirectoryInfo(Folder).ResolveLinkTarget(returnFinalTarget: true)!.FullName) });
        await server.StartAsync();
        HttpRoot = server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First() + "/";
    }

    /// <summary>A page as one reader has it; skips the test where the machine has no chromium.</summary>
    public async Task<IPage> OpenAsync(string address, int width = 1400, ColorScheme scheme = ColorScheme.Light, bool scripts = true)
    {
        browser ??= await LaunchAsync();
        IBrowserContext reader = await browser.NewContextAsync(new() { ViewportSize = new() { Width = width, Height = 900 }, ColorScheme = scheme, JavaScriptEnabled = scripts });
        IPage page = await reader.NewPageAsync();
        await page.GotoAsync(address);
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
            await browser.DisposeAsync();
        playwright?.Dispose();
        if (server is not null)
            await server.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private static string? Chromium() =>
        new[] { "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome" }.FirstOrDefault(File.Exists);

    private async Task<IBrowser> LaunchAsync()
    {
        if (Chromium() is not { } path)
        {
            Assert.Skip("No chromium here; Debian's package is chromium.");
            throw new InvalidOperationException("unreachable");
        }

        playwright ??= await Playwright.CreateAsync();
        return await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = path,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    /// <summary>Composed from results, so that its figure has cells and its summary findings.</summary>
    private static BoardReport Lengths() => BoardComposer.Compose(
        new Board
        {
            Slug = "lengths",
            Title = "Accuracy by length",
            Source = new BoardSource.Benchmark("lengths"),
            Figures = [new FigureDeclaration { Rows = new AxisDeclaration("model"), Columns = new AxisDeclaration("length", Ordered: true) }],
        },
        new ResultSnapshot([.. from model in Enumerable.Range(0, 9) from length in Enumerable.Range(1, 8) where model + length < 15 select Row(model, length)], SampleReport.Noon),
        FontSet.Default);

    private static Result Row(int model, int length) => new()
    {
        Benchmark = "lengths",
        Task = "t",
        Model = $"model {(char)('a' + model)}",
        Metric = "accuracy",
        Direction = Direction.HigherIsBetter,
        Value = 99 - (model * 2.5) - (length * length * 0.5) + (((model * 5) + (length * 3)) % 4),
        Dimensions = new Dictionary<string, string> { ["length"] = length.ToString(System.Globalization.CultureInfo.InvariantCulture) },
    };

    private async Task PublishAsync()
    {
        BoardReport small = SampleReport.Of("small", SampleReport.Noon, ("alpha", [81.5, 70.25, 64]), ("beta", [80, 71, 63]), ("gamma", [55, double.NaN, double.NaN]), ("<b>delta</b>", [50, 51, 52]));
        small = small with { Warnings = ["Two revisions of a task are mixed."], Summary = small.Summary with { AltText = "Scores of four models on three tasks; alpha has the highest mean." } };
        BoardReport large = SampleReport.Large("large", 500, 100);
        FolderPublisher publisher = new("site", new FolderOptions { Path = folder }, TimeProvider.System);
        SiteSnapshot site = SiteBuilder.Build([small, large, Lengths(), FigureKindsBoard.Compose(), FigureKindsBoard.ManyCells(), HostileBoard.Compose()], null, new ManagedRasterizer(), new SiteOptions { Title = "Benchmarks", Description = "Boards of a test.", Now = SampleReport.Noon.AddMinutes(5) });
        await publisher.ApplyAsync(PublishPlan.Between(null, site), site, new Dictionary<string, long>(), CancellationToken.None);
    }
}
