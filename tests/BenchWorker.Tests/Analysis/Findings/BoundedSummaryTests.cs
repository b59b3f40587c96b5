using System.Text.RegularExpressions;
using BenchWorker.Analysis;
using Shouldly;
using Xunit;

namespace BenchWorker.Tests.Analysis.Findings;

/// <summary>However large the table, its summary stays a document that someone reads; of a small one nothing is left out.</summary>
public sealed partial class BoundedSummaryTests
{
    /// <summary>Lines of one Markdown table, its header and the rule under it included, and cells of one line.</summary>
    private const int MostLines = 42;
    private const int MostCells = 31;

    /// <summary>A reader's patience: some five hundred lines of eighty characters.</summary>
    private const int MostCharacters = 40_000;

    public static TheoryData<string> Kinds => ["matrix", "packed", "pairs", "win rates", "differences", "changes", "places"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_figure_of_500_rows_and_1000_columns_has_its_ends_a_notice_and_a_link_to_all_values(string kind)
    {
        HeatmapTable table = Of(kind, 500, kind == "win rates" ? 500 : 1000);

        string markdown = SummaryWriter.Write(table).Markdown;

        Tables(markdown).ShouldAllBe(lines => lines.Length <= MostLines && lines.All(line => CellsOf(line) <= MostCells));
        string[] data = Tables(markdown)[0];
        data[0].ShouldEndWith("| mean | lowest | highest | values |");
        data.Length.ShouldBe(2 + 10 + 10);
        string columns = kind == "win rates" ? "500" : "1000";
        markdown.ShouldContain($"The table has 500 rows and {columns} columns; the first and the last 10 rows by their mean, each over the values that it has:\n");
        LinkToValues().Count(markdown).ShouldBe(1);
        markdown.Length.ShouldBeLessThan(MostCharacters);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_figure_of_two_rows_and_two_columns_is_printed_whole(string kind)
    {
        HeatmapTable table = Of(kind, 2, 2);

        string markdown = SummaryWriter.Write(table).Markdown;

        string[] data = Tables(markdown)[0];
        data[0].ShouldBe($"| {table.Rows.Name} | {table.Columns.Labels[0]} | {table.Columns.Labels[1]} |");
        data[2..].Select(static line => line.Split(" | ")[0]).ShouldBe([.. table.Rows.Labels.Select(static row => "| " + row)]);
        data[2..].ShouldAllBe(static line => CellsOf(line) == 3);
        markdown.ShouldNotContain("first and the last");
        LinkToValues().Count(markdown).ShouldBe(1);
    }

    [Fact]
    public void Many_panels_of_few_cells_are_bounded_too()
    {
        HeatmapTable table = new("Panels", new HeatmapMetric("score", null, Direction.HigherIsBetter), new HeatmapAxis("language", Stated.Names("p", 200)),
            new HeatmapAxis("model", Stated.Names("m", 30)), new HeatmapAxis("task", Stated.Names("t", 20)), Values(200 * 30 * 20), decimals: 1)
        { DataLink = "figure-1.csv" };

        string markdown = SummaryWriter.Write(table).Markdown;

        markdown.ShouldContain("The table has 6000 rows and 20 columns; the first and the last 10 rows");
        Tables(markdown).Sum(static lines => lines.Length).ShouldBe(22);
        markdown.Length.ShouldBeLessThan(MostCharacters);
    }

    [Fact]
    public void Panels_that_are_different_metrics_have_their_ends_one_after_the_other()
    {
        HeatmapTable table = new("Panels", new HeatmapMetric("score", null, Direction.Unknown), new HeatmapAxis("metric", ["tokens", "score"]),
            new HeatmapAxis("model", Stated.Names("m", 61)), new HeatmapAxis("task", ["t"]), [.. Enumerable.Range(0, 61).Select(static i => 800.0 - i), .. Enumerable.Range(0, 61).Select(static i => 20.5 + i)],
            decimalsByFacet: [0, 1])
        {
            CommensurableFacets = false,
        };

        string markdown = SummaryWriter.Write(table).Markdown;

        markdown.ShouldContain("The table has 61 rows and 1 column in each of 2 panels; of each the first and the last 5 rows by their mean:\n");
        Tables(markdown).Select(static lines => lines[0] + lines[2] + lines[^1]).ShouldBe(["| model | t || m1 | 800 || m61 | 740 |", "| model | t || m61 | 80.5 || m1 | 20.5 |"]);
        markdown.ShouldContain("The highest value in tokens is 800 (m1, t); the lowest value is 740 (m61, t).");
    }

    [Fact]
    public void A_ranking_of_500_has_its_first_and_last_ranks_and_a_link_to_all_of_them()
    {
        ScoreTable scores = Scores(500, 20);
        HeatmapTable table = new("Board", new HeatmapMetric("score", "%", Direction.HigherIsBetter), new HeatmapAxis("model", scores.Entities),
            new HeatmapAxis("task", [.. scores.Columns.Select(static column => column.Name)]), [.. scores.Cells.ToArray().Select(static cell => cell.Value)], decimals: 1)
        {
            Board = new RankedBoard("model", Ranker.Rank(scores, new RankingPolicy(RankingMethod.MeanWinRate), seed: 1), scores) { DataLink = "leaderboard.csv" },
        };

        string markdown = SummaryWriter.Write(table).Markdown;

        string[] ranks = Tables(markdown).Single(static lines => lines[0].StartsWith("| rank |", StringComparison.Ordinal));
        ranks.Length.ShouldBe(2 + 20 + 5);
        markdown.ShouldContain("[All ranks as CSV](<leaderboard.csv>)");
        markdown.ShouldContain("These are the first 20 and the last 5 of 500;");
    }

    private static HeatmapTable Of(string kind, int rows, int columns)
    {
        string[] names = Stated.Names("m", rows);
        HeatmapTable table = kind switch
        {
            "win rates" => Rates(rows),
            "places" => new HeatmapTable("Places", new HeatmapMetric("place", null, Direction.LowerIsBetter), new HeatmapAxis("model", names),
                new HeatmapAxis("step", Stated.Names("s", columns)) { Ordered = true }, Places(rows, columns)),
            _ => new HeatmapTable("Scores", new HeatmapMetric("score", "%", Direction.HigherIsBetter), new HeatmapAxis("model", names), new HeatmapAxis("task", Stated.Names("t", columns)),
                Values(rows * columns), decimals: 1),
        };
        return new HeatmapTable(table.Title, table.Metric, table.Facets, table.Rows, table.Columns, table.Stored, table.Decimals)
        {
            Content = kind switch
            {
                "packed" => new TableContent.Packed(),
                "pairs" => new TableContent.Pairs([(0, 1)]),
                "differences" => new TableContent.Changes("m1", (Axis.Row, 0)),
                "changes" => new TableContent.Changes("2026-03-02", null),
                "places" => new TableContent.Places(),
                _ => table.Content,
            },
            DataLink = "figure-1.csv",
        };
    }

    private static HeatmapTable Rates(int entities) => DerivedTables.Rates(
        Stated.Names("m", entities), [.. Enumerable.Range(0, entities).Select(static i => Enumerable.Range(0, 12).Select(j => 90 - i + (((i * 7) + (j * 5)) % 11.0)).ToArray())]);

    private static ScoreTable Scores(int entities, int columns) => new(
        Stated.Names("m", entities), [.. Stated.Names("t", columns).Select(static name => new ScoreColumn(name, Direction.HigherIsBetter))], [.. Values(entities * columns).Select(static value => new Cell(value))]);

    private static double[] Places(int rows, int columns) =>
        [.. from row in Enumerable.Range(0, rows) from column in Enumerable.Range(0, columns) select (double)(((row + (column / 100)) % rows) + 1)];

    /// <summary>Without order along either axis, different in every cell's neighbourhood.</summary>
    private static double[] Values(int count)
    {
        ulong state = 7;
        return [.. Enumerable.Range(0, count).Select(_ => (state = (state * 6364136223846793005) + 1442695040888963407) >> 40).Select(static bits => 30 + (bits % 600 / 10.0))];
    }

    /// <summary>Every Markdown table of a document, line by line.</summary>
    private static List<string[]> Tables(string markdown)
    {
        List<string[]> tables = [];
        string[] lines = markdown.Split('\n');
        for (int i = 0; i < lines.Length; i++)
        {
            string[] table = [.. lines[i..].TakeWhile(static line => line.StartsWith('|'))];
            if (table.Length == 0)
                continue;
            tables.Add(table);
            i += table.Length;
        }

        return tables;
    }

    private static int CellsOf(string line) => line.Count(static c => c == '|') - 1;

    [GeneratedRegex(@"^\[All values as CSV\]\(<figure-1\.csv>\)$", RegexOptions.Multiline)]
    private static partial Regex LinkToValues();
}
