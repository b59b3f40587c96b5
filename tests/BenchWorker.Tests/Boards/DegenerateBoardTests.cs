using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using BenchWorker.Analysis;
using BenchWorker.Figures;
using BenchWorker.Site;
using Shouldly;
using Xunit;

namespace BenchWorker.Tests.Boards;

/// <summary>From a file to pages and JSON: results about which statistics can say little or nothing.</summary>
public sealed partial class DegenerateBoardTests
{
    private static readonly string Rankings = string.Join(", ", Enum.GetNames<RankingMethod>().Select(Kebab.Case));

    private const string Figures = """
        figures:
          - { kind: matrix, side: [mean, count, rank, coverage], uncertainty: interval }
          - { kind: matrix, rows: { field: model, order: cluster }, columns: { field: task, order: mean }, color: { standardize: column } }
          - { kind: matrix, color: { robust: true, steps: 5 }, best: column }
          - { kind: packed, panels: model, cell: task }
          - { kind: density, pairs: { top: 3 } }
          - { kind: win-rate }
          - { kind: delta }
          - { kind: rank-history }
        """;

    private static readonly string[] Means =
    [
        "mean: macro", "mean: micro", "mean: grouped\ngroups: { one: [t1], two: [t2] }", "mean: weighted\nweights: { t1: 0, t2: 0, t: 0 }", "mean: weighted\nweights: { t1: 1e308, t2: 1e308 }",
    ];

    private static readonly string[] Scales = ["normalize: raw", "normalize: min-max", "normalize: z-score", "normalize: chance-corrected\nmetric: { name: acc, chance: 0.5, max: 1 }"];

    public static TheoryData<string> Cases => new(DegenerateTable.Cases.Keys);

    [Theory]
    [MemberData(nameof(Cases))]
    public void Every_figure_and_ranking_is_published_without_a_number_that_is_none(string name)
    {
        BoardReport report = Compose(name, $"ranking: [{Rankings}]\npareto: n\n{Figures}");

        SiteSnapshot site = SiteBuilder.Build([report], null, new BlankRasterizer(), new SiteOptions { Title = "t", BaseUrl = null });

        SiteCheck.Problems(site).ShouldBeEmpty();
        foreach (SiteFile file in site.Files.Values.Where(static file => file.Path.StartsWith("boards/", StringComparison.Ordinal) && !file.Path.EndsWith(".png", StringComparison.Ordinal)))
            NoNumber().Match(Encoding.UTF8.GetString(file.Content.Span)).Value.ShouldBe("", file.Path);
        JsonDocument.Parse(site.Files["boards/x/board.json"].Content).Dispose();
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Every_policy_gives_a_board_of_finite_numbers(string name)
    {
        MissingPolicy[] missing = Enum.GetValues<MissingPolicy>();
        for (int i = 0; i < missing.Length; i++)
        {
            for (int j = 0; j < Scales.Length; j++)
                ShouldBeFinite(Compose(name, $"ranking: [mean, adjusted-mean]\nmissing: {Kebab.Case(missing[i].ToString())}\n{Means[(i + j) % Means.Length]}\n{Scales[j]}"), $"{name}, {missing[i]}, {Scales[j]}");
        }
    }

    [Fact]
    public void One_model_is_first_of_one_and_wins_against_nobody()
    {
        BoardReport report = Compose("one model", "ranking: [mean, mean-win-rate]");

        Standing only = report.Leaderboards[0].Standings.Single();
        (only.Rank, only.Interval).ShouldBe((1, new RankInterval(1, 1)));
        report.Leaderboards[1].Standings.Single().Score.ShouldBeNull();
    }

    [Fact]
    public void One_task_ranks_by_its_scores_and_tells_no_two_apart()
    {
        BoardReport report = Compose("one task", "ranking: [mean, mean-win-rate, bradley-terry]");

        report.Leaderboards[0].Standings.Select(static one => (one.Entity, one.Rank, one.Interval)).ShouldBe([("c", 1, new RankInterval(1, 3)), ("b", 2, new RankInterval(1, 3)), ("a", 3, new RankInterval(1, 3))]);
        report.Leaderboards[1].Standings.Select(static one => one.Score).ShouldBe([1, 0.5, 0]);
        report.Leaderboards[2].Notes.ShouldNotBeEmpty();
    }

    [Fact]
    public void Where_all_are_tied_all_are_first_and_nobody_is_said_to_lead()
    {
        BoardReport report = Compose("all tied", "ranking: [mean, mean-win-rate]");

        report.Leaderboards[0].Standings.ShouldAllBe(static one => one.Rank == 1 && one.Interval == new RankInterval(1, 3));
        report.Leaderboards[1].Standings.ShouldAllBe(static one => one.Score == 0.5);
        report.Summary.Markdown.ShouldNotContain("has the highest");
    }

    [Fact]
    public void Where_all_is_missing_nobody_is_ranked_and_the_page_says_so()
    {
        BoardReport report = Compose("all missing", "ranking: [mean]");

        report.Leaderboards[0].Standings.ShouldAllBe(static one => one.Rank == null && one.Score == null && one.NotRanked == "no score");
        report.Summary.Markdown.ShouldContain("no cell has a value");
    }

    [Fact]
    public void An_empty_model_is_named_with_its_reason_and_counts_nowhere()
    {
        BoardReport report = Compose("one model empty", "ranking: [borda]");

        report.Leaderboards[0].Standings.Select(static one => (one.Entity, one.Score, one.NotRanked)).ShouldBe([("a", 2, null), ("b", 0, null), ("c", null, "no score")]);
    }

    [Fact]
    public void Of_models_without_common_tasks_only_the_largest_group_is_ranked()
    {
        BoardReport report = Compose("disjoint tasks", "ranking: [adjusted-mean]");

        report.Leaderboards[0].Standings.Where(static one => one.Rank is null).ShouldAllBe(static one => one.NotRanked == "shares no column with the ranked");
        report.Leaderboards[0].Standings.Count(static one => one.Rank is not null).ShouldBe(2);
    }

    [Fact]
    public void What_is_not_finite_is_missing_with_its_reason_and_never_sorted()
    {
        BoardReport report = Compose("not finite", "ranking: [mean]");

        report.Leaderboards[0].Standings.Select(static one => one.Entity).ShouldBe(["a", "b", "c", "d"]);
        report.Table[0, 0].Missing.ShouldBe(MissingReason.NonFinite);
        report.Table.Cells.ToArray().ShouldNotContain(static cell => cell.HasValue && cell.Value == 0);
    }

    [Fact]
    public void Identical_rows_hold_no_outlier() => Compose("identical rows", "").Summary.Markdown.ShouldNotContain("deviate");

    [Fact]
    public void A_column_whose_rows_disagree_about_the_better_direction_ranks_nobody_and_says_so()
    {
        BoardReport report = Compose("contradictory directions", "ranking: [mean]");

        report.Leaderboards[0].Standings.Select(static one => (one.Entity, one.Score)).ShouldBe([("b", 0.7), ("a", 0.6)]);
        report.Warnings.ShouldContain("Rows of t1 disagree about which way is better, so it is not ranked.");
    }

    private static BoardReport Compose(string name, string keys)
    {
        Board board = BoardFile.Parse("board.yaml", $"board: x\nsource: b\n{keys}\n").Single();
        return BoardComposer.Compose(board, DegenerateTable.Read(name, board), FontSet.Default);
    }

    private static void ShouldBeFinite(BoardReport report, string what)
    {
        foreach (Standing standing in report.Leaderboards.SelectMany(static leaderboard => leaderboard.Standings))
        {
            double?[] numbers = [standing.Score, standing.StandardError, standing.SamplingError];
            numbers.ShouldAllBe(static number => number == null || double.IsFinite(number.Value), what);
            (standing.Rank is null).ShouldBe(standing.NotRanked is not null, what);
            if (standing is { Rank: { } rank, Interval: { } interval })
                rank.ShouldBeInRange(interval.Best, interval.Worst, what);
        }

        BoardPolicyTests.Json(report).ShouldNotContain("NaN");
    }

    [GeneratedRegex("NaN|Infinity|∞", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex NoNumber();
}
