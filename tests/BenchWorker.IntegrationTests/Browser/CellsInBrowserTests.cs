using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace BenchWorker.IntegrationTests;

/// <summary>What pages do beyond saying what they say: cells that explain themselves, findings that show their cells, search.</summary>
public sealed class CellsInBrowserTests(PublishedSample site) : IClassFixture<PublishedSample>
{
    [Fact]
    public async Task An_observation_shows_its_cells_in_the_figure_and_in_the_table()
    {
        IPage page = await site.OpenAsync(site.FileRoot + "boards/lengths/index.html");
        ILocator item = page.Locator("li[data-cells]").First;
        int cells = await page.EvaluateAsync<int>("document.querySelector('li[data-cells]').dataset.cells.split(' ').reduce((n, part) => { const [from, to = from] = part.split(',')[2].split('-').map(Number); return n + to - from + 1; }, 0)");

        await item.GetByRole(AriaRole.Button).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.Locator(".plot path.line").WaitForAsync();

        (await item.GetByRole(AriaRole.Button).GetAttributeAsync("aria-pressed")).ShouldBe("true");
        (await page.Locator("td.marked").CountAsync()).ShouldBe(cells);
        ((await page.Locator(".plot path.line").GetAttributeAsync("d"))!.Split('M').Length - 1).ShouldBe(cells);
        (await page.Locator(".told").TextContentAsync()).ShouldNotBeNullOrWhiteSpace();
        await page.Keyboard.PressAsync("Escape");
        (await page.Locator("td.marked").CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task Nothing_moves_when_another_observation_is_pointed_at()
    {
        IPage page = await site.OpenAsync(site.FileRoot + "boards/hostile/index.html", width: 400);
        ILocator items = page.Locator("[data-figure=figure-1][data-cells]");
        await items.First.GetByRole(AriaRole.Button).ClickAsync();
        await page.WaitForFunctionAsync("document.querySelector('.told').textContent !== ''");
        string told = (await page.Locator(".told").First.TextContentAsync())!;
        double height = await page.EvaluateAsync<double>("document.documentElement.scrollHeight");

        await items.Nth(1).HoverAsync();
        await page.EvaluateAsync("() => new Promise((rested) => requestAnimationFrame(() => requestAnimationFrame(rested)))");

        (await page.Locator(".told").First.TextContentAsync()).ShouldBe(told);
        (await page.EvaluateAsync<double>("document.documentElement.scrollHeight")).ShouldBe(height);
    }

    [Fact]
    public async Task A_cell_under_the_pointer_says_where_it_is_and_what_it_holds()
    {
        IPage page = await site.OpenAsync(site.HttpRoot + "boards/lengths/index.html");
        ILocator plot = page.Locator("#figure-1 .plot");
        await plot.ScrollIntoViewIfNeededAsync();
        LocatorBoundingBoxResult box = (await plot.BoundingBoxAsync())!;

        await page.RunAndWaitForResponseAsync(() => page.Mouse.MoveAsync(box.X + (box.Width / 2), box.Y + (box.Height / 2)), response => response.Url.Contains("figure-1-cells.", StringComparison.Ordinal));
        await page.Mouse.MoveAsync(box.X + (box.Width / 2) + 2, box.Y + (box.Height / 2) + 2);
        await page.Locator(".tip").WaitForAsync();

        (await page.Locator(".tip").TextContentAsync())!.ShouldMatch(@"^[\d.]+ model [a-i] · \d$");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Search_finds_boards_and_models_from_any_page(bool fromFolder)
    {
        IPage page = await site.OpenAsync((fromFolder ? site.FileRoot : site.HttpRoot) + "boards/small/index.html");

        await page.GetByLabel("Search boards and models").FillAsync("model-0042");
        await page.Locator(".search li a").First.WaitForAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Enter");
        // The page itself, and not its load event: a page that loads at once may have fired it before anyone waits for it.
        await page.Locator("h1", new() { HasText = "org/model-0042" }).WaitForAsync();

        (await page.Locator("h1").TextContentAsync()).ShouldBe("org/model-0042");
        page.Url.ShouldMatch("/models/[^/]+[.]html$");
    }

    [Fact]
    public async Task Rows_can_be_narrowed_to_those_that_may_be_first()
    {
        IPage page = await site.OpenAsync(site.FileRoot + "boards/large/index.html");

        await page.GetByLabel("Show").SelectOptionAsync("first");

        (await page.Locator("#leaderboard ~ section tbody tr:visible").CountAsync()).ShouldBe(2);
    }

    [Fact]
    public async Task A_printed_page_leaves_out_what_only_screens_can_do()
    {
        IPage page = await site.OpenAsync(site.FileRoot + "boards/lengths/index.html");

        await page.EmulateMediaAsync(new() { Media = Media.Print });

        (await page.Locator(".tools:visible, .search:visible, .show:visible, .copy:visible, .contents:visible").CountAsync()).ShouldBe(0);
        (await page.EvaluateAsync<string>("getComputedStyle(document.querySelector('.scroll')).overflowX")).ShouldBe("visible");
    }
}
