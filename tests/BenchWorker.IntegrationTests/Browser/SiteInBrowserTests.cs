using System.Globalization;
using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace BenchWorker.IntegrationTests;

public sealed class SiteInBrowserTests(PublishedSample site) : IClassFixture<PublishedSample>
{
    /// <summary>What sticks out of the page, for the message: elements, and lines of text that nothing could break.</summary>
    private const string Wide =
        """
        [...document.querySelectorAll('body *')].filter(one => {
            const lines = document.createRange();
            lines.selectNodeContents(one);
            return Math.max(one.getBoundingClientRect().right, lines.getBoundingClientRect().right) > innerWidth + 1 && !one.closest('.scroll, .plot, pre, nav');
        }).map(one => one.outerHTML.slice(0, 200)).slice(-3).join(' ')
        """;

    [Theory]
    [InlineData(true, 360, ColorScheme.Dark)]
    [InlineData(true, 1400, ColorScheme.Light)]
    [InlineData(false, 360, ColorScheme.Light)]
    [InlineData(false, 1400, ColorScheme.Dark)]
    public async Task Every_page_opens_whole_from_a_folder_and_over_http(bool fromFolder, int width, ColorScheme scheme)
    {
        foreach (string path in PublishedSample.Pages)
        {
            List<string> complaints = [];
            IPage page = await site.OpenAsync("about:blank", width, scheme);
            page.Console += (_, message) => complaints.Add(message.Text);
            page.RequestFailed += (_, request) => complaints.Add(request.Url);
            page.Response += (_, response) => complaints.AddRange(response.Status >= 400 ? [response.Url] : Array.Empty<string>());

            await page.GotoAsync((fromFolder ? site.FileRoot : site.HttpRoot) + path, new() { WaitUntil = WaitUntilState.NetworkIdle });

            complaints.ShouldBeEmpty(path);
            (await page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(width, $"{path} scrolls sideways: {await page.EvaluateAsync<string>(Wide)}");
            (await page.TextContentAsync("#published")).ShouldStartWith("Published 20");
            await page.Context.CloseAsync();
        }
    }

    [Fact]
    public async Task The_list_of_snapshots_has_its_style_and_leads_into_them()
    {
        List<string> complaints = [];
        IPage page = await site.OpenAsync("about:blank", 360, ColorScheme.Dark);
        page.Console += (_, message) => complaints.Add(message.Text);

        await page.GotoAsync(site.FileRoot + PublishedSample.Snapshots);
        string foot = await page.InnerTextAsync("footer");
        string ground = await page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor");
        int wide = await page.EvaluateAsync<int>("document.documentElement.scrollWidth");
        await page.Locator("main li a").First.ClickAsync();

        ground.ShouldBe("rgb(13, 17, 23)");
        wide.ShouldBeLessThanOrEqualTo(360);
        foot.ShouldMatch(@"The newest of them:\s+Data as of 20[\d-]+ [\d:]+ UTC\s+Published 20[\d-]+ [\d:]+ UTC; the newest result 5 min after it was stored");
        page.Url.ShouldMatch("/snapshots/20[0-9-]{8}/index.html$");
        (await page.TextContentAsync("#published")).ShouldStartWith("Published 20");
        complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task Figures_follow_the_readers_colour_scheme()
    {
        IPage light = await site.OpenAsync(site.FileRoot + "boards/small/index.html");
        IPage dark = await site.OpenAsync(site.FileRoot + "boards/small/index.html", scheme: ColorScheme.Dark);
        const string Shown = "document.querySelector('figure img').currentSrc";

        (await light.EvaluateAsync<string>(Shown)).ShouldNotContain("-dark.");
        (await dark.EvaluateAsync<string>(Shown)).ShouldContain("-dark.");
        (await dark.EvaluateAsync<int>("document.querySelector('figure img').naturalWidth")).ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Without_scripts_every_row_is_there_and_nothing_pretends_to_sort()
    {
        IPage page = await site.OpenAsync(site.FileRoot + "boards/large/index.html", scripts: false);

        (await page.Locator("#leaderboard ~ section tbody tr").CountAsync()).ShouldBe(500);
        (await page.Locator("button, input, select").CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task A_header_sorts_by_keyboard_and_says_so()
    {
        IPage page = await site.OpenAsync(site.FileRoot + "boards/small/index.html");
        ILocator header = page.Locator("#leaderboard ~ section th", new() { HasText = "Model" });

        await header.Locator("button").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        string[] ascending = await NamesAsync(page);
        await page.Keyboard.PressAsync("Enter");
        string[] descending = await NamesAsync(page);

        ascending.ShouldBe(["<b>delta</b>", "alpha", "beta", "gamma"]);
        descending.ShouldBe(["gamma", "beta", "alpha", "<b>delta</b>"]);
        (await header.GetAttributeAsync("aria-sort")).ShouldBe("descending");
    }

    [Fact]
    public async Task Rows_without_a_value_stay_last_in_both_directions()
    {
        IPage page = await site.OpenAsync(site.FileRoot + "boards/small/index.html");
        ILocator rank = page.Locator("#leaderboard ~ section th.rank button");

        await rank.ClickAsync();
        string[] descending = await NamesAsync(page);

        descending[^1].ShouldStartWith("gamma");
        descending[0].ShouldBe("<b>delta</b>");
    }

    [Fact]
    public async Task A_filter_hides_rows_and_keeps_their_ranks()
    {
        IPage page = await site.OpenAsync(site.HttpRoot + "boards/large/index.html");

        await page.GetByLabel("Find a model").FillAsync("model-0042");

        (await page.Locator("#leaderboard ~ section tbody tr:visible").CountAsync()).ShouldBe(1);
        (await page.Locator("#leaderboard ~ section tbody tr:visible td.rank").TextContentAsync()).ShouldBe("43");
        (await page.TextContentAsync(".tools output")).ShouldBe("1 of 500");
    }

    [Fact]
    public async Task A_board_of_500_models_is_ready_soon_after_it_is_loaded()
    {
        IPage page = await site.OpenAsync(site.FileRoot + "boards/large/index.html");

        double scripting = await page.EvaluateAsync<double>("performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd - performance.getEntriesByType('navigation')[0].domInteractive");
        double sorting = await page.EvaluateAsync<double>(
            "() => { const button = document.querySelectorAll('thead button')[1]; const start = performance.now(); button.click(); document.body.offsetHeight; return performance.now() - start; }");

        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(CultureInfo.InvariantCulture, $"scripts {scripting:0} ms, one sort {sorting:0} ms"));
        scripting.ShouldBeLessThan(1000);
        sorting.ShouldBeLessThan(1000);
    }

    [Fact]
    public async Task The_first_tab_stop_leads_past_the_menu()
    {
        IPage page = await site.OpenAsync(site.FileRoot + "boards/small/index.html");

        await page.Keyboard.PressAsync("Tab");
        string? focused = await page.EvaluateAsync<string>("document.activeElement.textContent");
        await page.Keyboard.PressAsync("Enter");

        focused.ShouldBe("Skip to content");
        page.Url.ShouldEndWith("#content");
    }

    private static async Task<string[]> NamesAsync(IPage page) =>
        [.. (await page.Locator("#leaderboard ~ section tbody tr th").AllTextContentsAsync()).Select(static name => name.Split(" not ranked")[0])];
}
