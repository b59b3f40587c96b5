using BenchWorker.Site;
using BenchWorker.Tests;
using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace BenchWorker.IntegrationTests;

/// <summary>Pages on which every text from the database tries to break out, in a browser that would let it.</summary>
public sealed class HostileInBrowserTests(PublishedSample site) : IClassFixture<PublishedSample>
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task No_script_runs_no_request_leaves_and_nothing_is_complained_of(bool fromFolder)
    {
        string root = fromFolder ? site.FileRoot : site.HttpRoot;
        string[] pages = ["boards/hostile/index.html", "index.html", "models.html", "changes.html", "next.html", "status.html", .. HostileText.Names.Where(static name => name.Contains('<', StringComparison.Ordinal)).Select(SitePaths.ModelPage)];
        foreach (string path in pages.Distinct(StringComparer.Ordinal))
        {
            List<string> complaints = [];
            IPage page = await site.OpenAsync("about:blank");
            page.Console += (_, message) => complaints.Add(message.Text);
            page.PageError += (_, error) => complaints.Add(error);
            page.RequestFailed += (_, request) => complaints.Add(request.Url);
            page.Request += (_, request) => complaints.AddRange(request.Url.StartsWith(root, StringComparison.Ordinal) ? [] : [request.Url]);
            page.Dialog += (_, dialog) => Dismiss(dialog, complaints);

            await page.GotoAsync(root + path, new() { WaitUntil = WaitUntilState.NetworkIdle });
            await UseAsync(page);

            complaints.ShouldBeEmpty(path);
            (await page.Locator("script:not([src]), iframe, object, embed, [onerror], [onload], [onclick], [onmouseover], main svg [href]").CountAsync()).ShouldBe(0, path);
            await page.Context.CloseAsync();
        }
    }

    [Fact]
    public async Task Hostile_figures_opened_alone_run_nothing()
    {
        foreach (string figure in new[] { "figure-1.svg", "badge.svg" })
        {
            List<string> complaints = [];
            IPage page = await site.OpenAsync("about:blank");
            page.Console += (_, message) => complaints.Add(message.Text);
            page.Dialog += (_, dialog) => Dismiss(dialog, complaints);

            await page.GotoAsync(site.FileRoot + "boards/hostile/" + figure);

            complaints.ShouldBeEmpty(figure);
            (await page.EvaluateAsync<int>("document.querySelectorAll('script, foreignObject, [onload], [onerror], a').length")).ShouldBe(0);
            await page.Context.CloseAsync();
        }
    }

    private static void Dismiss(IDialog dialog, List<string> complaints)
    {
        complaints.Add("dialog: " + dialog.Message);
        _ = dialog.DismissAsync();
    }

    /// <summary>Searches, sorts, filters, points at a figure and shows a finding's cells: whatever writes text into the page.</summary>
    private static async Task UseAsync(IPage page)
    {
        await page.GetByLabel("Search boards and models").FillAsync("script");
        await page.Locator(".search li").First.WaitForAsync();
        foreach (ILocator button in (await page.Locator("thead button").AllAsync()).Take(4))
            await button.ClickAsync();
        foreach (ILocator show in (await page.Locator("button.show").AllAsync()).Take(3))
            await show.ClickAsync();
        if (await page.Locator(".plot").CountAsync() > 0)
            await page.Locator(".plot").First.HoverAsync();
    }
}
