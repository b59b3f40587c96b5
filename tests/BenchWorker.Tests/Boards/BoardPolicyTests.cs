using System.Globalization;
using System.Text;
using BenchWorker.Analysis;
using BenchWorker.Figures;
using BenchWorker.Site;
using Shouldly;
using Xunit;

namespace BenchWorker.Tests.Boards;

public sealed class BoardPolicyTests
{
    private static readonly FontSet Fonts = FontSet.Default;

    private const string Table = """
        benchmark,task,model,metric,higher_is_better,value,n,run,num_fewshot,price
        b,t1,a,acc,1,0.9,100,r1,0,3
        b,t2,a,acc,1,0.8,300,r2,0,3
        b,t1,c,acc,1,0.5,100,r3,0,1
        b,t2,c,acc,1,0.6,300,r4,0,1
        b,t1,d,acc,1,0.4,100,r5,5,2
        b,t2,d,acc,1,0.75,300,r6,0,2
        """;

    [Theory]
    [InlineData("mean: macro", 0.85)]
    [InlineData("mean: micro", 0.825)]
    [InlineData("mean: weighted\nweights: { t1: 3 }", 0.875)]
    [InlineData("mean: grouped\ngroups: { one: [t1], two: [t2] }", 0.85)]
    [InlineData("normalize: min-max", 1.0)]
    [InlineData("metric: { name: acc, chance: 0.5, max: 1 }\nnormalize: chance-corrected", 0.7)]
    [InlineData("ranking: kemeny", 1.0)]
    [InlineData("ranking: mean-rank-scaled", 0.0)]
    [InlineData("ranking: mean-rank-worst", 1.0)]
    [InlineData("runs: { policy: pinned, run: [r1, r3] }", 0.9)]
    [InlineData("mean: weighted\nweights: { t1: 0, t2: 0 }", null)]
    public void A_board_chooses_how_scores_become_one_number(string keys, double? first)
    {
        BoardReport report = Compose(keys);

        Standing a = report.Leaderboards[0].Standings.Single(one => one.Entity == "a");
        if (first is { } expected)
            a.Score.ShouldNotBeNull().ShouldBe(expected, 1e-12);
        else
            a.Score.ShouldBeNull();
    }

    [Fact]
    public void Every_ranking_can_be_chosen_and_is_named_on_page_and_in_json()
    {
        string all = string.Join(", ", Enum.GetNames<RankingMethod>().Select(Kebab.Case));

        BoardReport report = Compose($"ranking: [{all}]");

        report.Leaderboards.Select(board => board.Method).ShouldBe(Enum.GetValues<RankingMethod>());
        report.Leaderboards.ShouldAllBe(board => board.Standings[0].Rank == 1);
        Json(report).ShouldContain("\"method\":\"kemeny\"");
    }

    [Fact]
    public void A_column_that_mixes_shots_is_flagged_and_can_be_split()
    {
        Compose("").Warnings.ShouldContain("t1 mixes 2 values of num_fewshot (0, 5).");

        BoardReport split = Compose("split: [num_fewshot]");

        split.Table.Columns.Select(column => column.Name).ShouldBe(["t1 / 0", "t1 / 5", "t2 / 0"]);
        split.Warnings.ShouldNotContain(warning => warning.Contains("mixes", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("pareto: price", "a,d,c")]
    [InlineData("pareto: { cost: price, sentinels: [1] }", "a,d")]
    [InlineData("pareto: { cost: price, lower_is_better: false }", "a")]
    public void The_front_of_score_and_cost_is_listed(string keys, string front) =>
        string.Join(',', Compose(keys).Costs.ShouldNotBeNull().Points.Where(point => point.OnFront).Select(point => point.Entity)).ShouldBe(front);

    [Fact]
    public void Quarantined_runs_are_out_of_every_number_and_listed()
    {
        BoardReport report = BoardComposer.Compose(Board("ranking: mean"), Snapshot() with { Quarantine = new Dictionary<string, string> { ["r1"] = "wrong prompt" } }, Fonts);

        report.Leaderboards[0].Standings.Single(one => one.Entity == "a").Score.ShouldBe(0.8);
        report.Quarantined.ShouldBe([new QuarantinedRun("r1", "wrong prompt")]);
        report.Warnings.ShouldContain(warning => warning.Contains("wrong prompt", StringComparison.Ordinal));
        Json(report).ShouldContain("{\"run\":\"r1\",\"reason\":\"wrong prompt\"}");
    }

    [Fact]
    public void Json_prints_the_choice_the_constants_and_the_seed()
    {
        string json = Json(Compose("mean: macro\nnormalize: z-score"));

        json.ShouldContain("\"mean\":\"macro\",\"scale\":\"z-score\",\"seed\":\"");
        json.ShouldContain("\"alpha\":0.05");
        json.ShouldContain("\"friedman\":{\"status\":\"ok\"");
        json.ShouldContain("\"test\":\"permutation\"");
    }

    [Fact]
    public void Neighbours_are_compared_on_page_and_in_json_where_a_board_asks()
    {
        BoardReport report = Compose("pairs: next\nranking: [mean, kemeny]");

        RankedPairs pairs = report.Leaderboards[0].Pairs.ShouldNotBeNull();
        pairs.Entities.ShouldBe(["a", "d", "c"]);
        pairs.Next[0].ShouldBe(new PairEvidence(1, 0.5, 0.75));
        string json = Json(report);
        json.ShouldContain("\"pairs\":{\"columns\":2,\"everySign\":true,\"next\":[{\"entity\":\"a\",\"below\":\"d\",\"ahead\":1,\"p\":0.5,\"corrected\":0.75},");
        json.ShouldNotContain("\"ahead\":[[");
        string page = Encoding.UTF8.GetString(Build(null, report).Files["boards/x/index.html"].Content.Span);
        page.ShouldContain("<td class=\"n roomy\" data-sort=\"1\">100\u00a0%</td>");
        page.ShouldContain("tells 0 of 2 neighbours apart");
        report.Leaderboards[1].Pairs.ShouldBeNull();
        Compose("").Leaderboards[0].Pairs.ShouldBeNull();
    }

    [Fact]
    public void All_pairs_stand_in_json_where_a_board_asks()
    {
        BoardReport report = Compose("pairs: all");

        Json(report).ShouldContain("\"entities\":[\"a\",\"d\",\"c\"],\"ahead\":[[0.5,1,1],");
        report.Leaderboards[0].Pairs!.All!.Count.ShouldBe(9);
    }

    [Fact]
    public void A_board_that_begins_to_compare_pairs_is_published_anew()
    {
        SiteSnapshot first = Build(null, Compose(""));

        Build(Live(first), Compose("pairs: next")).Boards.Single().Outcome.ShouldBe(BoardOutcome.Changed);
    }

    [Theory]
    [InlineData("runs: pinned", "Pinned runs need their ids")]
    [InlineData("runs: { policy: latest, run: r1 }", "it needs policy: pinned")]
    [InlineData("pairs: neighbours", "it must be one of none, next, all")]
    [InlineData("mean: harmonic", "it must be one of weighted, macro, micro, grouped")]
    [InlineData("weights: { t1: -1 }", "it must be a number of 0 or more")]
    [InlineData("pareto: { sentinels: [0] }", "needs \"cost\"")]
    [InlineData("source: { benchmark: b, sentinels: [none] }", "is not a finite number")]
    public void A_policy_that_cannot_be_is_told(string keys, string message) =>
        Should.Throw<BoardFileException>(() => Board(keys)).Message.ShouldContain(message);

    [Theory]
    [InlineData("split: { by: shots }", "board.yaml(3): \"split\"")]
    [InlineData("normalize: minmax", "board.yaml(3): \"normalize\"")]
    [InlineData("ranking: [mean, elo]", "board.yaml(3): \"ranking\"")]
    [InlineData("groups: [t1, t2]", "board.yaml(3): \"groups\"")]
    [InlineData("missing: zero", "board.yaml(3): \"missing\"")]
    [InlineData("min_coverage: 1.5", "board.yaml(3): \"min_coverage\"")]
    [InlineData("weights: { t1: heavy }", "board.yaml(3): \"t1\"")]
    public void A_value_that_cannot_be_is_told_with_file_line_and_key(string keys, string place) =>
        Should.Throw<BoardFileException>(() => Board(keys)).Message.ShouldContain(place);

    [Theory]
    [InlineData("mean: macro", "Policy: the mean changed from “weighted” to “macro”; places are not comparable with those before.")]
    [InlineData("normalize: min-max", "Policy: the scale of the mean changed from “raw” to “min-max”; places are not comparable with those before.")]
    [InlineData("runs: { policy: pinned, run: [r1, r3] }", "Policy: the list of pinned runs changed from “any” to “r1, r3”; places are not comparable with those before.")]
    [InlineData("weights: { t1: 3 }", "Policy: the weighting changed from “any” to “t1 3”; places are not comparable with those before.")]
    [InlineData("source: { benchmark: b, cluster: passage }", "Policy: the clustering of samples changed from “cluster” to “passage”; places are not comparable with those before.")]
    public void A_changed_policy_is_published_and_stands_in_the_change_log(string keys, string line)
    {
        SiteSnapshot first = Build(null, Compose(""));

        SiteSnapshot second = Build(Live(first), Compose(keys));

        second.Boards.Single().Outcome.ShouldBe(BoardOutcome.Changed);
        second.Manifest.Boards.Single().Changes[0].Lines.ShouldContain(line);
        Build(Live(second), Compose(keys)).Boards.Single().Outcome.ShouldBe(BoardOutcome.Unchanged);
    }

    [Fact]
    public void A_changed_grouping_is_told_where_groups_are_averaged()
    {
        BoardPolicy before = BoardPolicy.Of(Compose("mean: grouped\ngroups: { one: [t1, t2] }"));
        BoardPolicy after = BoardPolicy.Of(Compose("mean: grouped\ngroups: { one: [t1], two: [t2] }"));

        after.Since(before).ShouldBe(["Policy: the grouping changed from “one (t1, t2)” to “one (t1), two (t2)”; places are not comparable with those before."]);
    }

    [Fact]
    public void The_page_prints_weights_groups_pins_and_seed()
    {
        BoardReport report = Compose("weights: { t1: 3 }\nruns: { policy: pinned, run: [r1, r2, r3, r4] }");

        string page = Encoding.UTF8.GetString(Build(null, report).Files["boards/x/index.html"].Content.Span);

        page.ShouldContain("<dt>Weights</dt><dd>t1 3; every other column 1.</dd>");
        page.ShouldContain("Pinned: r1, r2, r3, r4.");
        page.ShouldContain($"<dt>Seed</dt><dd>{report.Leaderboards[0].Seed.ToString(CultureInfo.InvariantCulture)}, ");
        MethodSection.Of(Compose("mean: grouped\ngroups: { one: [t1, t2] }")).Markup.ShouldContain("<dt>Groups</dt><dd>one (t1, t2).</dd>");
    }

    [Fact]
    public void Clusters_of_samples_stand_on_page_and_in_json()
    {
        Result[] samples = [.. Enumerable.Range(0, 12).Select(static i => new Result
        {
            Benchmark = "b",
            Task = "t",
            Model = "a",
            Metric = "acc",
            Direction = Direction.HigherIsBetter,
            Value = i % 2,
            SampleId = $"s{i}",
            Dimensions = new Dictionary<string, string> { ["passage"] = $"p{i % 4}" },
        })];

        BoardReport report = BoardComposer.Compose(Board("source: { benchmark: b, samples: true, cluster: passage }\ncolumns: task"), new ResultSnapshot(samples, null), Fonts);

        Json(report).ShouldContain("\"clusterField\":\"passage\"");
        Json(report).ShouldContain("\"clusters\":[[4]]");
        MethodSection.Of(report).Markup.ShouldContain("Samples that share passage are not independent: standard errors count clusters, 4 to 4 a cell.");
    }

    private static SiteSnapshot Build(LiveSite? live, BoardReport report) => SiteBuilder.Build([report], live, new BlankRasterizer(), new SiteOptions { Title = "t", BaseUrl = null });

    private static LiveSite Live(SiteSnapshot site) => new(new Release { Sequence = 1, Hash = site.Hash, PublishedAt = SampleReport.Noon }, SiteManifest.Parse(site.Manifest.ToJson()), "")
    {
        BoardFiles = new Dictionary<string, ReadOnlyMemory<byte>> { ["x"] = site.Files["boards/x/board.json"].Content },
    };

    internal static string Json(BoardReport report) => Encoding.UTF8.GetString(BoardJson.Write(report, []));

    private static BoardReport Compose(string keys) => BoardComposer.Compose(Board(keys), Snapshot(), Fonts);

    private static Board Board(string keys) => BoardFile.Parse("board.yaml", $"board: x\n{(keys.Contains("source:", StringComparison.Ordinal) ? "" : "source: b\n")}{keys}\n").Single();

    private static ResultSnapshot Snapshot()
    {
        string[][] lines = [.. Table.Split('\n').Skip(1).Select(line => line.Trim().Split(','))];
        return new([.. lines.Select(cells => new Result
        {
            Benchmark = cells[0],
            Task = cells[1],
            Model = cells[2],
            Metric = cells[3],
            Direction = Direction.HigherIsBetter,
            Value = double.Parse(cells[5], CultureInfo.InvariantCulture),
            SampleCount = long.Parse(cells[6], CultureInfo.InvariantCulture),
            Run = cells[7],
            Dimensions = new Dictionary<string, string> { ["num_fewshot"] = cells[8], ["price"] = cells[9] },
        })], null);
    }
}
