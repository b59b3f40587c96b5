using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace BenchWorker.IntegrationTests;

/// <summary>Whatever the kind of a figure: what is said of it shows its cells, and its cells say what they are.</summary>
public sealed class FigureKindsInBrowserTests(PublishedSample site) : IClassFixture<PublishedSample>
{
    /// <summary>By table: the texts of the marked cells with the names of their panel, row and column.</summary>
    private const string MarkedInTable = """
        id => [...document.querySelectorAll(`table[data-figure="${id}"] td.marked`)].map(cell => {
          const table = cell.closest('table'), facet = table.caption?.textContent.replace(/^\S+ /, '');
          return [facet, cell.parentElement.cells[0].textContent, table.tHead.rows[0].cells[cell.cellIndex].textContent].filter(Boolean).join(' · ');
        })
        """;

    /// <summary>In px of the window: the middles of the cells marked in the figure.</summary>
    private const string MarkedInFigure = """
        id => {
          const plot = document.querySelector(`#${id} .plot`), box = plot.querySelector('img').getBoundingClientRect();
          const scale = box.width / plot.querySelector('svg.marks').viewBox.baseVal.width;
          return [...plot.querySelector('path.line').getAttribute('d').matchAll(/M([\d.]+) ([\d.]+)h([\d.]+)v([\d.]+)/g)]
            .flatMap(([, x, y, w, h]) => [box.left + (Number(x) + w / 2) * scale, box.top + (Number(y) + h / 2) * scale]);
        }
        """;

    /// <summary>Read from the figure's script in another frame of the same page: middle of the first bin with a pair and width of the drawing, in px of the drawing.</summary>
    private const string FirstBin = """
        id => new Promise(resolve => {
          const frame = document.body.appendChild(document.createElement('iframe'));
          frame.contentWindow.benchworker = { cells: (_, found) => {
            const { rows, columns, texts } = found.panels[0], first = texts.findIndex(Boolean), across = columns.starts.length;
            resolve([columns.starts[first % across] + columns.size / 2, rows.starts[Math.floor(first / across)] + rows.size / 2, found.width]);
          } };
          const script = frame.contentDocument.createElement('script');
          script.src = new URL(document.getElementById(id).dataset.script, location.href).href;
          frame.contentDocument.body.append(script);
        })
        """;

    [Theory]
    [InlineData("figure-1")]
    [InlineData("figure-2")]
    [InlineData("figure-3")]
    [InlineData("figure-4")]
    public async Task An_observation_marks_the_same_cells_in_figure_and_table_and_these_say_what_they_are(string figure)
    {
        IPage page = await site.OpenAsync(site.FileRoot + FigureKindsBoard.Page);
        await page.EvaluateAsync("document.querySelectorAll('details').forEach(each => { each.open = true; })");
        ILocator item = page.Locator($"li[data-figure='{figure}'][data-cells]").First;

        await item.GetByRole(AriaRole.Button).ClickAsync();
        await page.Locator($"#{figure} path.line").WaitForAsync();
        await page.Locator($"#{figure} .plot").ScrollIntoViewIfNeededAsync();
        string[] expected = await page.EvaluateAsync<string[]>(MarkedInTable, figure);
        double[] middles = await page.EvaluateAsync<double[]>(MarkedInFigure, figure);

        expected.ShouldNotBeEmpty();
        middles.Length.ShouldBe(2 * expected.Length);
        List<string> said = [];
        for (int cell = 0; cell < expected.Length; cell++)
            said.Add(await TipAtAsync(page, (float)middles[2 * cell], (float)middles[(2 * cell) + 1]));
        said.ShouldBe(expected, ignoreOrder: true);
    }

    [Fact]
    public async Task A_bin_of_a_density_says_how_many_pairs_it_counts_and_from_where_to_where()
    {
        IPage page = await site.OpenAsync(site.FileRoot + FigureKindsBoard.Page);
        ILocator plot = page.Locator("#figure-5 .plot");
        await plot.ScrollIntoViewIfNeededAsync();
        LocatorBoundingBoxResult box = (await plot.Locator("img").BoundingBoxAsync())!;
        await plot.HoverAsync();

        double[] middle = await page.EvaluateAsync<double[]>(FirstBin, "figure-5");
        double scale = box.Width / middle[2];
        string said = await TipAtAsync(page, (float)(box.X + (middle[0] * scale)), (float)(box.Y + (middle[1] * scale)));

        said.ShouldMatch(@"^y: model \w [\d.]+ to [\d.]+ · x: model \w [\d.]+ to [\d.]+$");
        (await page.Locator(".tip b").TextContentAsync())!.ShouldMatch(@"^\d+ tasks$");
    }

    [Fact]
    public async Task A_cell_of_a_figure_that_is_one_image_says_what_it_is()
    {
        IPage page = await site.OpenAsync(site.FileRoot + FigureKindsBoard.ManyCellsPage);
        ILocator image = page.Locator("#figure-1 .plot img");
        await image.ScrollIntoViewIfNeededAsync();
        string drawing = await File.ReadAllTextAsync(Path.Combine(site.Folder, "boards", "many-cells", "figure-1.svg"), TestContext.Current.CancellationToken);
        drawing.ShouldContain("<image");

        LocatorBoundingBoxResult box = (await image.BoundingBoxAsync())!;
        string said = await TipAtAsync(page, box.X + (box.Width / 2), box.Y + Math.Min(300, box.Height / 2));

        said.ShouldMatch(@"^model \w+ · t\d+$");
    }

    [Fact]
    public async Task A_place_of_a_rank_history_says_whose_it_is_and_when_it_was()
    {
        IPage page = await site.OpenAsync(site.FileRoot + FigureKindsBoard.Page);
        ILocator plot = page.Locator("#figure-6 .plot");
        await plot.FocusAsync();

        await plot.PressAsync("ArrowRight");
        await page.Locator("#figure-6 svg.here").WaitForAsync();
        string first = await page.Locator(".tip").InnerTextAsync();
        await plot.PressAsync("ArrowRight");
        await page.WaitForFunctionAsync("before => document.querySelector('.tip').innerText !== before", first);
        double[] middle = await page.EvaluateAsync<double[]>(MarkedInFigure.Replace(".marks", ".here", StringComparison.Ordinal), "figure-6");
        string pointed = await TipAtAsync(page, (float)middle[0], (float)middle[1]);

        first.ShouldMatch(@"^place 1 model \w · t1$");
        pointed.ShouldMatch(@"^model \w · t2$");
    }

    [Fact]
    public async Task A_table_is_narrowed_to_one_group_of_its_columns_and_widened_again()
    {
        IPage page = await site.OpenAsync(site.FileRoot + FigureKindsBoard.Page);
        await page.Locator("#figure-2-data summary").ClickAsync();
        ILocator table = page.Locator("#figure-2-data");

        await table.GetByLabel("Columns").SelectOptionAsync("Counting");
        (await table.Locator("thead th:visible").AllTextContentsAsync()).ShouldBe(["model", "t4", "t5", "t6"]);
        (await table.Locator("tbody tr").First.Locator("th:visible, td:visible").CountAsync()).ShouldBe(4);

        await table.GetByLabel("Columns").SelectOptionAsync("");
        (await table.Locator("thead th:visible").CountAsync()).ShouldBe(7);
    }

    [Fact]
    public async Task A_table_without_groups_has_nothing_to_narrow_it_by()
    {
        IPage page = await site.OpenAsync(site.FileRoot + FigureKindsBoard.Page);

        (await page.Locator("#figure-4-data select").CountAsync()).ShouldBe(0);
    }

    /// <summary>The names in the tip, once the tip stands there.</summary>
    private static async Task<string> TipAtAsync(IPage page, float x, float y)
    {
        await page.Mouse.MoveAsync(x, y);
        await page.Locator(".tip").WaitForAsync();
        return (await page.EvaluateAsync<string>("document.querySelector('.tip').lastChild.textContent")).Trim();
    }
}
