using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace BenchWorker.IntegrationTests;

/// <summary>From the index to a model and back without a pointer. Wherever the focus stops it is seen: an outline, inside the window, under nothing.</summary>
public sealed class KeyboardJourneyTests(PublishedSample site) : IClassFixture<PublishedSample>
{
    private const int MostStops = 250;

    /// <summary>What is wrong with the focus; nothing where it is seen.</summary>
    private const string Unseen = """
        () => {
          const one = document.activeElement;
          if (!one || one === document.body) return 'nothing has the focus';
          // Of a link that wraps, the first line: the middle of the whole may lie beside both.
          const box = one.getClientRects()[0] ?? one.getBoundingClientRect(), style = getComputedStyle(one), name = one.outerHTML.slice(0, 120);
          const [left, right] = [Math.max(0, box.left), Math.min(innerWidth, box.right)], [top, bottom] = [Math.max(0, box.top), Math.min(innerHeight, box.bottom)];
          if (left >= right || top >= bottom) return `outside the window: ${name}`;
          if (!one.matches(':focus-visible') || style.outlineStyle === 'none' || parseFloat(style.outlineWidth) < 2) return `no outline: ${name}`;
          const over = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
          return one.contains(over) || over?.closest('label')?.contains(one) ? '' : `under ${over?.outerHTML.slice(0, 80)}: ${name}`;
        }
        """;

    [Fact]
    public async Task Everything_on_the_way_from_the_index_to_a_model_and_back_is_done_by_keyboard()
    {
        IPage page = await site.OpenAsync("about:blank", 1000);
        await page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        // A page that glides has not arrived when one looks at it.
        await page.EmulateMediaAsync(new() { ReducedMotion = ReducedMotion.Reduce });
        await page.GotoAsync(site.HttpRoot + "index.html");

        await StopsAtAsync(page, page.Locator(".skip"));
        await page.Keyboard.PressAsync("Enter");
        await StopsAtAsync(page, page.Locator("main a").First, most: 1);

        await StopsAtAsync(page, page.GetByLabel("Search boards and models"), "Shift+Tab", most: 1);
        await page.Keyboard.TypeAsync("every kind");
        await page.Locator(".search li a").First.WaitForAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await SeenAsync(page);
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("h1", new() { HasText = "Every kind of figure" }).WaitForAsync();

        ILocator names = page.Locator("#leaderboard ~ section thead th", new() { HasText = "Model" });
        await StopsAtAsync(page, names.Locator("button"));
        await page.Keyboard.PressAsync("Enter");
        (await names.GetAttributeAsync("aria-sort")).ShouldBe("ascending");
        await SeenAsync(page);

        await StopsAtAsync(page, page.GetByLabel("Find a model"), "Shift+Tab");
        await page.Keyboard.TypeAsync("model b");
        (await page.Locator("#leaderboard ~ section tbody tr:visible").CountAsync()).ShouldBe(1);
        await page.Keyboard.PressAsync("Control+A");
        await page.Keyboard.PressAsync("Delete");
        (await page.Locator("#leaderboard ~ section tbody tr:visible").CountAsync()).ShouldBe(8);
        await SeenAsync(page);

        await StopsAtAsync(page, page.Locator("#figure-1 .plot"));
        await page.Keyboard.PressAsync("ArrowRight");
        await page.Locator("#figure-1 svg.here").WaitForAsync();
        string first = await TipAsync(page);
        await page.Keyboard.PressAsync("ArrowRight");
        await page.WaitForFunctionAsync("before => document.querySelector('.tip').textContent !== before", first);
        first.ShouldMatch(@"^[\d.]+ easy · model a · t1$");
        (await TipAsync(page)).ShouldMatch(@"^[\d.]+ easy · model a · t2$");
        (await page.Locator("#figure-1 output.unseen").TextContentAsync()).ShouldBe(await TipAsync(page));
        await page.Keyboard.PressAsync("Escape");
        (await page.Locator(".tip").IsHiddenAsync()).ShouldBeTrue();
        (await page.Locator("svg.here").CountAsync()).ShouldBe(0);
        await SeenAsync(page);

        ILocator show = page.Locator("li[data-figure='figure-1'] .show").Last;
        await StopsAtAsync(page, show);
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("#figure-1 svg.marks").WaitForAsync();
        (await show.GetAttributeAsync("aria-pressed")).ShouldBe("true");

        await StopsAtAsync(page, page.Locator("#figure-2-data summary"));
        await page.Keyboard.PressAsync("Enter");
        await StopsAtAsync(page, page.Locator("#figure-2-data").GetByLabel("Columns"), most: 1);
        await page.Keyboard.PressAsync("ArrowDown");
        (await page.Locator("#figure-2-data thead th:visible").CountAsync()).ShouldBe(4);
        await SeenAsync(page);

        await StopsAtAsync(page, page.Locator(".snippet .copy").First);
        await page.Keyboard.PressAsync("Enter");
        await page.Locator(".copy", new() { HasText = "Copied" }).WaitForAsync();
        (await page.EvaluateAsync<string>("navigator.clipboard.readText()")).ShouldStartWith("<picture>");
        await SeenAsync(page);

        await StopsAtAsync(page, page.Locator("#leaderboard ~ section tbody a").Last, "Shift+Tab");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("h1", new() { HasText = "model h" }).WaitForAsync();
        await StopsAtAsync(page, page.Locator("main table a").First);
        await page.GoBackAsync();
        await page.Locator("h1", new() { HasText = "Every kind of figure" }).WaitForAsync();
        await page.Keyboard.PressAsync("Tab");
        await SeenAsync(page);
    }

    /// <summary>Goes on until the focus is where it shall be; it must be seen at every stop.</summary>
    private static async Task StopsAtAsync(IPage page, ILocator goal, string key = "Tab", int most = MostStops)
    {
        for (int stop = 0; stop < most; stop++)
        {
            await page.Keyboard.PressAsync(key);
            await SeenAsync(page);
            if (await goal.EvaluateAsync<bool>("one => one === document.activeElement"))
                return;
        }

        Assert.Fail($"{goal} was not reached by {most} of {key}; the focus is at {await page.EvaluateAsync<string>("document.activeElement.outerHTML.slice(0, 200)")}.");
    }

    private static async Task SeenAsync(IPage page) => (await page.EvaluateAsync<string>(Unseen)).ShouldBe("");

    private static async Task<string> TipAsync(IPage page) => await page.EvaluateAsync<string>("document.querySelector('.tip').textContent");
}
