using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using BenchWorker.Analysis;
using BenchWorker.Site;
using FsCheck;
using FsCheck.Fluent;
using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Shouldly;
using Xunit;
using Result = BenchWorker.Analysis.Result;

namespace BenchWorker.Tests;

public sealed partial class HostileSiteTests
{
    private static readonly SiteSnapshot Site = Build(HostileText.Names);

    /// <summary>The same through everything that a board goes through.</summary>
    private static readonly SiteSnapshot Composed = SiteBuilder.Build([HostileBoard.Compose()], null, new BlankRasterizer(), new SiteOptions { Title = "<script>alert(1)</script>" });

    [Fact]
    public void Hostile_names_make_sound_pages()
    {
        SiteCheck.Problems(Site).ShouldBeEmpty();
        SiteCheck.Problems(Composed).ShouldBeEmpty();
    }

    [Fact]
    public void No_text_becomes_a_script_a_handler_or_a_foreign_address()
    {
        foreach (SiteFile page in Site.Files.Values.Concat(Composed.Files.Values).Where(static file => file.Path.EndsWith(".html", StringComparison.Ordinal)))
        {
            XElement[] elements = [.. XDocument.Parse(Text(page)["<!DOCTYPE html>".Length..]).Descendants()];

            elements.Where(static element => element.Name.LocalName == "script").ShouldAllBe(static script => script.Value == "" && script.Attribute("src") != null);
            elements.Attributes().ShouldAllBe(static attribute => !attribute.Name.LocalName.StartsWith("on", StringComparison.OrdinalIgnoreCase));
            elements.Attributes().ShouldAllBe(static attribute => attribute.Name.LocalName != "style");
            elements.Attributes().Where(static attribute => attribute.Name.LocalName is "href" or "src" or "srcset")
                .ShouldAllBe(static attribute => !attribute.Value.Contains(':', StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Every_path_is_made_of_slugs_and_no_two_differ_by_case_only()
    {
        string[] paths = [.. Site.Manifest.Files.Select(static file => file.Path)];

        paths.ShouldAllBe(path => PlainPath().IsMatch(path));
        paths.Distinct(StringComparer.OrdinalIgnoreCase).Count().ShouldBe(paths.Length);
    }

    [Fact]
    public void No_field_of_a_csv_file_is_a_formula()
    {
        foreach (SiteFile csv in Composed.Files.Values.Concat(Site.Files.Values).Where(static file => file.Path.EndsWith(".csv", StringComparison.Ordinal)))
        {
            string[][] rows = CsvRows(Text(csv));
            rows.ShouldAllBe(row => row.Length == rows[0].Length, csv.Path);
            foreach (string field in rows.SelectMany(static row => row))
                (field.Length > 0 && (field[0] is '=' or '@' or '\t' or '\r' || (field[0] is '+' or '-' && !double.TryParse(field, NumberStyles.Float, CultureInfo.InvariantCulture, out _)))).ShouldBeFalse($"{csv.Path}: {field}");
        }
    }

    [Fact]
    public void No_name_breaks_out_of_its_markdown_cell_or_becomes_markup()
    {
        MarkdownPipeline everything = new MarkdownPipelineBuilder().UsePipeTables().UseAutoLinks().UseEmphasisExtras().UseFootnotes().UseMathematics().UseGenericAttributes().Build();

        MarkdownDocument summary = Markdig.Markdown.Parse(Text(Composed.Files["boards/hostile/summary.md"]), everything);

        summary.Descendants().Where(static node => node is HtmlBlock or HtmlInline or AutolinkInline or LinkInline { IsImage: true } or CodeBlock or LinkInline { Url: null or not "leaderboard.csv" and not "figure-1.csv" }).ShouldBeEmpty();
        foreach (Table table in summary.Descendants<Table>())
            table.Descendants<TableRow>().Select(static row => row.Count).Distinct().Count().ShouldBe(1);
    }

    [Fact]
    public void Every_json_file_parses_and_keeps_the_names()
    {
        foreach (SiteFile json in Site.Files.Values.Where(static file => file.Path.EndsWith(".json", StringComparison.Ordinal)))
            JsonDocument.Parse(json.Content).Dispose();
        using JsonDocument board = JsonDocument.Parse(Site.Files["boards/hostile/board.json"].Content);

        board.RootElement.GetProperty("entities").EnumerateArray().Select(static name => name.GetString()).ShouldContain("<script>alert(1)</script>");
    }

    [Fact]
    public void Any_name_at_all_makes_sound_pages()
    {
        Prop.ForAll<NonNull<string>, NonNull<string>>(static (one, other) => SiteCheck.Problems(Build([one.Get, other.Get + "!"])).Count == 0).Check(Config.QuickThrowOnFailure.WithMaxTest(40));
    }

    [Fact]
    public void A_summary_cannot_bring_markup_links_or_images_into_the_page()
    {
        string html = MarkdownText.ToHtml("# t\n\n## a\n\n<b>x</b> [l](https://evil.example) ![i](https://evil.example/i.png) <https://evil.example> <script>alert(1)</script>\n\n<div onclick=\"x\">\n\n[r]: javascript:alert(1)\n\n[r]\n").Markup;

        html.ShouldNotContain("href");
        html.ShouldNotContain("<img");
        html.ShouldNotContain("<b>");
        html.ShouldNotContain("<script");
        html.ShouldNotContain("<div");
    }

    [Fact]
    public void Hostile_units_reasons_dimensions_and_runs_make_sound_pages()
    {
        string[] texts = [.. HostileText.Names.Distinct(StringComparer.Ordinal)];
        Result[] rows = [.. texts.SelectMany(static (text, i) => new[] { "a", "b" }.Select(model => new Result
        {
            Benchmark = "b",
            Task = "t",
            Model = model,
            Metric = "score",
            Direction = Direction.HigherIsBetter,
            Value = i,
            Run = text,
            Dimensions = new Dictionary<string, string> { ["family"] = text },
        }))];
        Board board = new()
        {
            Slug = "hostile",
            Title = "t",
            Description = string.Join(' ', texts),
            Source = new BoardSource.Benchmark("b"),
            Metric = new BoardMetric(Unit: "\"><script>alert(1)</script>"),
            Figures = [new FigureDeclaration { Rows = new AxisDeclaration("family"), Columns = new AxisDeclaration("model") }],
        };
        ResultSnapshot snapshot = new(rows, SampleReport.Noon) { Quarantine = texts.ToDictionary(static text => text, static text => text, StringComparer.Ordinal) };

        SiteSnapshot site = SiteBuilder.Build([BoardComposer.Compose(board, snapshot, BenchWorker.Figures.FontSet.Default)], null, new BlankRasterizer(), new SiteOptions { Title = "t", BaseUrl = null });

        SiteCheck.Problems(site).ShouldBeEmpty();
        Text(site.Files["boards/hostile/index.html"]).ShouldNotContain("<script>alert");
    }

    private static SiteSnapshot Build(string[] names)
    {
        BoardReport report = SampleReport.Of("hostile", SampleReport.Noon, [.. names.Distinct(StringComparer.Ordinal).Select(static (name, i) => (name, new double[] { 90 - i, i % 3 == 0 ? double.NaN : 80 - i }))]);
        string all = string.Join(" ", names);
        report = report with
        {
            Board = report.Board with { Title = names[^1] + "<i>", Description = all },
            Unit = "\"><script>",
            Warnings = names,
            Summary = new Summary("# Summary\n\n" + all + "\n\n| model |\n|---|\n" + string.Concat(names.Select(static name => $"| {name} |\n")), all, "[]"),
        };
        return SiteBuilder.Build([report], null, new BlankRasterizer(), new SiteOptions { Title = "<script>", Description = all, BaseUrl = null });
    }

    private static string Text(SiteFile file) => Encoding.UTF8.GetString(file.Content.Span);

    /// <summary>RFC 4180, with line feeds alone.</summary>
    private static string[][] CsvRows(string csv)
    {
        List<string[]> rows = [];
        List<string> row = [];
        StringBuilder field = new();
        bool quoted = false;
        for (int i = 0; i < csv.Length; i++)
        {
            if (quoted && csv[i] == '"' && i + 1 < csv.Length && csv[i + 1] == '"')
                field.Append(csv[i++]);
            else if (csv[i] == '"')
                quoted = !quoted;
            else if (quoted || csv[i] is not (',' or '\n'))
                field.Append(csv[i]);
            else
            {
                row.Add(field.ToString());
                field.Clear();
                if (csv[i] == ',')
                    continue;
                rows.Add([.. row]);
                row.Clear();
            }
        }

        return [.. rows];
    }

    [GeneratedRegex("^[a-z0-9-]+(/[a-z0-9-]+)*(\\.[a-z0-9]+)+$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PlainPath();
}
