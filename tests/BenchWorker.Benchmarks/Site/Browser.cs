using Microsoft.Playwright;

namespace BenchWorker.Benchmarks;

/// <summary>Debian's chromium, where there is one.</summary>
internal sealed class Browser : IAsyncDisposable
{
    private const string Program = "/usr/bin/chromium";

    private static readonly string[] Arguments = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    private readonly IPlaywright? playwright;
    private readonly IBrowser? browser;

    private Browser(IPlaywright? playwright, IBrowser? browser) => (this.playwright, this.browser) = (playwright, browser);

    public static async Task<Browser> StartAsync()
    {
        if (!File.Exists(Program))
            return new Browser(null, null);
        IPlaywright driver = await Playwright.CreateAsync();
        return new Browser(driver, await driver.Chromium.LaunchAsync(new() { ExecutablePath = Program, Args = Arguments }));
    }

    /// <summary>Best of some loads: from the parsed document to scripts done, one sort by name and one filter with layout. NaN without a browser.</summary>
    public async Task<(double Ready, double Sort, double Filter)> TimeAsync(string address, int rounds)
    {
        (double ready, double sort, double filter) = (double.NaN, double.NaN, double.NaN);
        for (int i = 0; i < rounds && browser is not null; i++)
        {
            IPage page = await browser.NewPageAsync();
            await page.GotoAsync(address);
            double[] times = await page.EvaluateAsync<double[]>("""
                () => {
                  const navigation = performance.getEntriesByType('navigation')[0];
                  const timed = (work) => { const start = performance.now(); work(); document.body.offsetHeight; return performance.now() - start; };
                  const button = document.querySelectorAll('thead button')[1] ?? document.querySelector('thead button');
                  const input = document.querySelector('.tools input');
                  return [
                    navigation.domContentLoadedEventEnd - navigation.domInteractive,
                    timed(() => button.click()),
                    timed(() => { input.value = '17'; input.dispatchEvent(new Event('input')); }),
                  ];
                }
                """);
            (ready, sort, filter) = (Least(ready, times[0]), Least(sort, times[1]), Least(filter, times[2]));
            await page.CloseAsync();
        }

        return (ready, sort, filter);
    }

    /// <summary>The upper part of a page as readers see it, once in each colour scheme: NAME.png and NAME-dark.png.</summary>
    public async Task ShootAsync(string address, string target)
    {
        if (browser is null)
            throw new FileNotFoundException($"Screenshots need {Program}; Debian's package is chromium.");
        foreach (ColorScheme scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            IPage page = await browser.NewPageAsync(new() { ViewportSize = new() { Width = 1100, Height = 1000 }, ColorScheme = scheme });
            await page.GotoAsync(address, new() { WaitUntil = WaitUntilState.NetworkIdle });
            await page.ScreenshotAsync(new() { Path = $"{target}{(scheme == ColorScheme.Dark ? "-dark" : "")}.png" });
            await page.CloseAsync();
        }
    }

    private static double Least(double one, double other) => double.IsNaN(one) ? other : Math.Min(one, other);

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
            await browser.DisposeAsync();
        playwright?.Dispose();
    }
}
