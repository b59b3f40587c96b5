using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace BenchWorker.IntegrationTests;

/// <summary>The demo's pages on a phone, in half a window and in a whole one: what is read first is seen whole.</summary>
public sealed class DemoInBrowserTests(PublishedSample browser) : IClassFixture<PublishedSample>, IDisposable
{
    /// <summary>What scrolls sideways though it need not: the page anywhere; on a phone all but tables, figures, code and the menu; elsewhere any table that is not folded away.</summary>
    private const string Sideways = """
        () => [...document.querySelectorAll('*')]
          .filter(one => one.clientWidth > 0 && one.scrollWidth > one.clientWidth + 1 && (one === document.documentElement || ['auto', 'scroll'].includes(getComputedStyle(one).overflowX)))
          .filter(one => innerWidth < 500 ? !one.matches('.scroll, .plot, pre, nav') : !one.matches('.data .scroll, pre'))
          .map(one => `${one.localName} ${one.getAttribute('aria-label') ?? one.className}: ${one.scrollWidth} in ${one.clientWidth} px`)
        """;

    /// <summary>Cells of few words that stand in three lines or more, though there is room beside them.</summary>
    private const string Squeezed = """
        () => [...document.querySelectorAll('td, th')].filter(cell => cell.offsetWidth > 0 && cell.textContent.trim().length <= 32).filter(cell => {
          const words = document.createRange();
          words.selectNodeContents(cell);
          return words.getBoundingClientRect().height > 2.5 * parseFloat(getComputedStyle(cell).lineHeight);
        }).map(cell => cell.textContent)
        """;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("bench-demo-pages-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task No_page_of_the_demo_scrolls_sideways_but_for_tables_and_figures_on_a_phone()
    {
        await using TestDatabase database = await TestDatabase.CreateAsync();
        (await ProgramRun.StartAsync(database.ConnectionString, folder, "demo", "--out", "site")).Status.ShouldBe(0);
        string root = Path.Combine(folder.FullName, "site", "current");
        string[] pages = [.. Directory.GetFiles(root, "*.html"), .. Directory.GetFiles(Path.Combine(root, "boards"), "*.html", SearchOption.AllDirectories), Directory.GetFiles(Path.Combine(root, "models"), "*.html")[0]];

        foreach (int width in new[] { 360, 800, 1400 })
        {
            IPage page = await browser.OpenAsync("about:blank", width);
            foreach (string path in pages)
            {
                await page.GotoAsync(new Uri(path).AbsoluteUri, new() { WaitUntil = WaitUntilState.NetworkIdle });
                (await page.EvaluateAsync<string[]>(Sideways)).ShouldBeEmpty($"{Path.GetRelativePath(root, path)} at {width} px");
                if (width > 1000)
                    (await page.EvaluateAsync<string[]>(Squeezed)).ShouldBeEmpty($"{Path.GetRelativePath(root, path)} at {width} px");
            }

            await page.Context.CloseAsync();
        }
    }
}
