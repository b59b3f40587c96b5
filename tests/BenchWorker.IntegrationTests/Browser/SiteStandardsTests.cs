using BenchWorker.Site;
using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace BenchWorker.IntegrationTests;

/// <summary>The site before other people's rules: WCAG 2.2 AA as axe-core checks it, HTML as html-validate does.</summary>
public sealed class SiteStandardsTests(PublishedSample site) : IClassFixture<PublishedSample>
{
    // Style sheets are not fetched a second time: the page's content security policy rightly forbids it.
    private const string Axe = """
        async () => {
          const result = await axe.run(document, { preload: false, runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] });
          return result.violations.map(violation => violation.id + ': ' + violation.nodes.map(node => node.html.slice(0, 200)).slice(0, 3).join(' '));
        }
        """;

    // Pages are well-formed XML as well, so that a strict parser can check each before it is published; hence the slashes and the attribute values.
    private const string HtmlRules = """
        { "root": true, "extends": ["html-validate:standard"], "rules": { "void-style": ["error", { "style": "selfclosing" }], "attribute-boolean-style": "off", "long-title": "off" } }
        """;

    private const string BoardFeed = "feed.xml";

    [Theory]
    [InlineData(360, ColorScheme.Light)]
    [InlineData(360, ColorScheme.Dark)]
    [InlineData(1400, ColorScheme.Light)]
    [InlineData(1400, ColorScheme.Dark)]
    public async Task No_page_breaks_an_accessibility_rule(int width, ColorScheme scheme)
    {
        string axe = await File.ReadAllTextAsync(Path.Combine(await NpmTool.InstallAsync("axe-core@4.10.2"), "axe-core", "axe.min.js"));
        foreach (string path in PublishedSample.SmallPages)
        {
            IPage page = await site.OpenAsync(site.FileRoot + path, width, scheme);
            await page.EvaluateAsync(axe);
            await page.EvaluateAsync("document.querySelectorAll('details').forEach(each => { each.open = true; })");

            string[] violations = await page.EvaluateAsync<string[]>(Axe);

            violations.ShouldBeEmpty(path);
            await page.Context.CloseAsync();
        }
    }

    [Fact]
    public async Task Every_board_file_keeps_the_published_schema()
    {
        string modules = await NpmTool.InstallAsync("ajv-cli@5.0.0", "ajv-formats@2.1.1");

        (int status, string output) = await NpmTool.RunAsync("node",
        [
            Path.Combine(modules, "ajv-cli", "dist", "index.js"), "validate", "--spec=draft2020", "--strict=false", "-c", Path.Combine(modules, "ajv-formats"),
            "-s", Path.Combine(site.Folder, SitePaths.Schema), "-d", Path.Combine(site.Folder, "boards", "*", "board.json"),
        ]);

        status.ShouldBe(0, output);
        output.Split(" valid").Length.ShouldBe(Directory.GetDirectories(Path.Combine(site.Folder, "boards")).Length + 1, output);
    }

    [Fact]
    public async Task The_release_record_keeps_its_schema()
    {
        string modules = await NpmTool.InstallAsync("ajv-cli@5.0.0", "ajv-formats@2.1.1");

        (int status, string output) = await NpmTool.RunAsync("node",
        [
            Path.Combine(modules, "ajv-cli", "dist", "index.js"), "validate", "--spec=draft2020", "--strict=false", "-c", Path.Combine(modules, "ajv-formats"),
            "-s", Path.Combine(site.Folder, SitePaths.ReleaseSchema), "-d", Path.Combine(site.Folder, Release.Path),
        ]);

        status.ShouldBe(0, output);
    }

    [Fact]
    public async Task Every_feed_keeps_the_schema_of_the_standard()
    {
        string[] feeds = Directory.GetFiles(site.Folder, BoardFeed, SearchOption.AllDirectories);

        (int status, string output) = await XmlLintAsync(feeds);

        feeds.Length.ShouldBe(Directory.GetDirectories(Path.Combine(site.Folder, "boards")).Length);
        status.ShouldBe(0, output);
    }

    [Fact]
    public async Task A_feed_with_a_date_that_is_none_breaks_the_schema()
    {
        string feed = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        string sound = await File.ReadAllTextAsync(Path.Combine(site.Folder, "boards", "small", BoardFeed));
        await File.WriteAllTextAsync(feed, sound.Replace("<updated>2", "<updated>x", StringComparison.Ordinal));

        (int status, string output) = await XmlLintAsync(feed);

        File.Delete(feed);
        status.ShouldNotBe(0);
        output.ShouldContain("dateTime");
    }

    [Fact]
    public async Task Every_page_is_valid_html()
    {
        string modules = await NpmTool.InstallAsync("html-validate@9");
        string rules = Path.Combine(modules, "..", "benchworker-rules.json");
        await File.WriteAllTextAsync(rules, HtmlRules);

        (int status, string output) = await NpmTool.RunAsync(
            "node", [Path.Combine(modules, "html-validate", "bin", "html-validate.mjs"), "--config", rules, .. PublishedSample.Pages.Append(PublishedSample.Snapshots).Select(page => Path.Combine(site.Folder, page))]);

        status.ShouldBe(0, output);
    }

    /// <summary>Against the RELAX NG schema of RFC 4287; skips the test where there is no xmllint.</summary>
    private static async Task<(int Status, string Output)> XmlLintAsync(params string[] files)
    {
        const string Program = "/usr/bin/xmllint", Notice = "No xmllint here: Debian's package is libxml2-utils.";
        if (!File.Exists(Program))
        {
            if (Environment.GetEnvironmentVariable("CI") is "true" or "1")
                Assert.Fail(Notice);
            Assert.Skip(Notice);
        }

        return await NpmTool.RunAsync(Program, ["--noout", "--relaxng", Path.Combine(AppContext.BaseDirectory, "Browser", "atom.rng"), .. files]);
    }
}
