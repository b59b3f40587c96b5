using BenchWorker.Analysis;
using BenchWorker.Figures;
using BenchWorker.Site;
using Shouldly;
using Xunit;

namespace BenchWorker.Tests.Boards;

public sealed class BoardFileTests
{
    [Fact]
    public void The_sample_boards_are_valid()
    {
        IReadOnlyList<Board> boards = BoardFile.Parse("boards.yaml", SampleFiles.Boards);

        boards.Select(board => board.Slug).ShouldBe(["truth-probes", "core-generalization", "transfer", "embedding-languages", "game-progress", "simulated-suite", "training-run"]);
    }

    [Fact]
    public void Every_field_of_a_board_is_read()
    {
        Board board = Parse("""
            board: per-language
            title: Per language
            description: By language.
            source: { benchmark: Embedding, samples: true, sentinels: [-1] }
            entity: model
            columns: [language, metric]
            where: { split: test, num_fewshot: [0, 5] }
            metric: { name: score, unit: "%", min: 0, max: 100, chance: 50, higher_is_better: true, threshold: 75 }
            runs: latest
            missing: additive
            min_coverage: 0.8
            ranking: [adjusted-mean, borda, mean-win-rate]
            refresh: { on_change: false, debounce: 10s, schedule: "0 0 2 * * ?", time_zone: Europe/Paris }
            publish: { to: [site] }
            """);

        board.Source.ShouldBeOfType<BoardSource.Benchmark>().Name.ShouldBe("Embedding");
        ((BoardSource.Benchmark)board.Source).Samples.ShouldBeTrue();
        board.Columns.ShouldBe(["language", "metric"]);
        board.Where["num_fewshot"].ShouldBe(["0", "5"]);
        board.Where["split"].ShouldBe(["test"]);
        board.Source.Sentinels.ShouldBe([-1]);
        board.Metric.ShouldBe(new BoardMetric("score", "%", 0, 100, 50, true, 75));
        board.Runs.ShouldBe(RunPolicy.Latest);
        board.Missing.ShouldBe(MissingPolicy.Additive);
        board.MinCoverage.ShouldBe(0.8);
        board.Ranking.ShouldBe([RankingMethod.AdjustedMean, RankingMethod.Borda, RankingMethod.MeanWinRate]);
        board.Refresh.ShouldBe(new RefreshPolicy { OnChange = false, Debounce = TimeSpan.FromSeconds(10), Schedule = "0 0 2 * * ?", TimeZone = "Europe/Paris" });
        board.PublishTo.ShouldBe(["site"]);
    }

    [Fact]
    public void Every_field_of_a_figure_is_read()
    {
        FigureDeclaration figure = Parse("""
            board: b
            source: x
            figures:
              - kind: matrix
                title: T
                rows: { field: task, labels: [a, b] }
                columns: { field: length, ordered: true, order: mean }
                panels: { field: method, scale: independent }
                groups: { rows: "neg_*" }
                colormap: blues
                decimals: 2
                min: 0
                max: 1
                annotate: false
            """).Figures.ShouldHaveSingleItem();

        figure.Rows!.Labels.ShouldBe(["a", "b"]);
        (figure.Columns!.Field, figure.Columns.Ordered, figure.Columns.Order).ShouldBe(("length", true, AxisOrder.Mean));
        (figure.Panels!.Field, figure.Panels.SharedScale).ShouldBe(("method", false));
        (figure.Rows.Groups?.Pairs, figure.Colour.Map, figure.Format?.Decimals, figure.Colour.Min, figure.Colour.Max, figure.Annotate).ShouldBe(("neg_*", "blues", 2, 0, 1, false));
    }

    [Fact]
    public void A_packed_figure_takes_a_number_of_columns()
    {
        FigureDeclaration figure = Parse("""
            board: b
            source: x
            figures:
              - { kind: packed, panels: model, cell: language, color: { standardize: cell, limit: 2 }, columns: 2 }
            """).Figures.ShouldHaveSingleItem();

        (figure.Kind, figure.Panels?.Field, figure.Cell?.Field, figure.Colour.Standardize, figure.Colour.Limit, figure.PanelsAcross)
            .ShouldBe((FigureKind.Packed, "model", "language", Across.Cell, 2, 2));
    }

    [Theory]
    [InlineData("board: Bad_Slug\nsource: x", 1, "not a slug")]
    [InlineData("board: b", 1, "needs \"source\"")]
    [InlineData("board: b\nsource: { benchmark: x, query: select 1 }", 2, "not both")]
    [InlineData("board: b\nsource: x\ntitel: T", 3, "no \"titel\"; it has board, title")]
    [InlineData("board: b\nsource: x\nruns: newest", 3, "one of mean, latest, best, median, pinned")]
    [InlineData("board: b\nsource: x\nmin_coverage: 80", 3, "a number from 0 to 1")]
    [InlineData("board: b\nsource: x\nmetric: { min: 1, max: 0 }", 3, "max must be above its min")]
    [InlineData("board: b\nsource: x\nfigures:\n- kind: pie", 4, "one of matrix, packed")]
    [InlineData("board: b\nsource: x\nfigures: matrix", 3, "is a list")]
    [InlineData("board: b\nsource: x\nrefresh: { schedule: nightly }", 3, "not a Quartz cron expression")]
    [InlineData("board: b\nsource: x\nrefresh: { time_zone: Mars/Olympus }", 3, "not known here")]
    [InlineData("board: b\nsource: x\nrefresh: { schedule: \"0 30 1 * * ?\", time_zone: Europe/Dublin }", 3, "ticks in the hour that Europe/Dublin skips in spring")]
    [InlineData("board: b\nsource: x\nrefresh: { debounce: soon }", 3, "as in 10s")]
    [InlineData("board: b\nsource: x\ntitle: [a", 4, "Not YAML")]
    [InlineData("- a\n- b", 1, "a mapping that begins")]
    public void A_mistake_is_told_with_its_line(string yaml, int line, string message)
    {
        BoardFileError error = Should.Throw<BoardFileException>(() => BoardFile.Parse("b.yaml", yaml)).Errors[0];

        error.Line.ShouldBe(line);
        error.Message.ShouldContain(message);
    }

    [Fact]
    public void All_mistakes_of_a_file_are_told_at_once()
    {
        BoardFileException e = Should.Throw<BoardFileException>(() => BoardFile.Parse("b.yaml", "board: b\nsource: x\nruns: newest\nmissing: zero"));

        e.Errors.Count.ShouldBe(2);
    }

    [Fact]
    public void Two_boards_cannot_share_a_slug()
    {
        BoardFileException e = Should.Throw<BoardFileException>(() => BoardFile.Parse("b.yaml", "board: b\nsource: x\n---\nboard: b\nsource: y"));

        e.Message.ShouldContain("declared 2 times");
    }

    private static Board Parse(string yaml) => BoardFile.Parse("board.yaml", yaml).ShouldHaveSingleItem();

    [Fact]
    public void A_target_that_the_settings_do_not_name_is_an_error_with_those_they_do()
    {
        BoardFileError error = Should.Throw<BoardFileException>(() => BoardFile.Parse("b.yaml", "board: b\nsource: x\npublish: { to: [disk, cnd] }", ["cdn", "disk"])).Errors.ShouldHaveSingleItem();

        error.Message.ShouldBe("There is no target \"cnd\"; the settings name cdn, disk.");
        error.Line.ShouldBe(3);
    }
}
