using BenchWorker.Analysis;
using BenchWorker.Figures;
using BenchWorker.Site;
using Shouldly;
using Xunit;

namespace BenchWorker.Tests.Site.Reports;

public sealed class FigureKindTests
{
    [Fact]
    public void A_density_pairs_the_two_values_of_each_sample_and_averages_repeats()
    {
        Result[] rows = [Sample("a", "s1", 1), Sample("a", "s2", 0), Sample("a", "s2", 1), Sample("b", "s1", 0.25), Sample("b", "s2", 0.5), Sample("b", "s3", 1)];

        BoardFigure figure = Draw(new FigureDeclaration { Kind = FigureKind.Density, Pairs = new PairDeclaration { Of = ["a", "b"] } }, rows);

        figure.Values.ShouldBe([["x", "y", "sample", "x_value", "y_value"], ["a", "b", "t / score / s1", "1", "0.25"], ["a", "b", "t / score / s2", "0.5", "0.5"]]);
    }

    [Fact]
    public void Without_samples_a_density_pairs_tasks()
    {
        BoardFigure figure = Draw(new FigureDeclaration { Kind = FigureKind.Density }, [Score("a", "t", 1), Score("b", "t", 0.25), Score("a", "u", 0), Score("b", "u", 0.5)]);

        figure.Values.Count().ShouldBe(1 + 2);
        figure.Light.Description.ShouldContain("a (x) against b (y)");
    }

    [Fact]
    public void A_win_rate_counts_the_columns_both_have()
    {
        BoardFigure figure = Draw(new FigureDeclaration { Kind = FigureKind.WinRate }, [Score("a", "t", 1), Score("b", "t", 0), Score("a", "u", 0), Score("b", "u", 0), Score("a", "v", 1)]);

        figure.Values.ShouldContain(row => row[0] == "a" && row[1] == "b" && row[2] == "75");
        figure.Values.ShouldContain(row => row[0] == "b" && row[1] == "a" && row[2] == "25");
    }

    [Fact]
    public void A_delta_to_an_entity_leaves_zeros_in_its_own_row()
    {
        BoardFigure figure = Draw(new FigureDeclaration { Kind = FigureKind.Delta, Baseline = "b" }, [Score("a", "t", 0.75), Score("b", "t", 0.5)]);

        figure.Values.ShouldContain(row => row[0] == "a" && row[2] == "0.25");
        figure.Values.ShouldContain(row => row[0] == "b" && row[2] == "0");
    }

    [Fact]
    public void Without_a_baseline_a_delta_compares_with_the_runs_before_the_newest_day()
    {
        Result[] rows = [Score("a", "t", 0.5) with { RunAt = Day(1) }, Score("a", "t", 0.75) with { RunAt = Day(9) }, Score("b", "t", 0.25) with { RunAt = Day(9) }];

        BoardFigure figure = Draw(new FigureDeclaration { Kind = FigureKind.Delta }, rows, RunPolicy.Latest);

        figure.Title.ShouldContain("since 2026-01-01");
        Notes(figure).ShouldContain("No earlier publication is known here; compared with the runs up to 2026-01-01.");
        figure.Values.ShouldContain(row => row[0] == "a" && row[2] == "0.25");
        figure.Values.ShouldContain(row => row[0] == "b" && row[2].Length == 0, "it was not there before");
    }

    [Fact]
    public void Without_a_baseline_a_delta_compares_with_what_was_last_published()
    {
        Result[] rows = [Score("a", "t", 0.75) with { RunAt = Day(9) }, Score("b", "t", 0.25) with { RunAt = Day(1) }];
        ScoreTable[] published = [Published(("a", 0.75), ("b", 0.25)), Published(("a", 0.5))];

        BoardFigure figure = BoardComposer.Compose(BoardOf(new FigureDeclaration { Kind = FigureKind.Delta }), new ResultSnapshot(rows, null), FontSet.Default, published).Figures.ShouldHaveSingleItem();

        figure.Title.ShouldBe("Change since the last publication: B");
        figure.Values.ShouldContain(row => row[0] == "a" && row[2] == "0.25", "the newest copy holds the same scores as now");
        figure.Values.ShouldContain(row => row[0] == "b" && row[2].Length == 0, "it was not published");
        Notes(figure).ShouldNotContain("publication");
    }

    [Fact]
    public void A_delta_along_other_axes_than_publications_keep_says_what_it_compares_with()
    {
        Result[] rows = [Step("a", "1", 0.5) with { RunAt = Day(1) }, Step("a", "1", 1) with { RunAt = Day(9) }];
        FigureDeclaration delta = new() { Kind = FigureKind.Delta, Columns = new AxisDeclaration("step") };

        BoardFigure figure = BoardComposer.Compose(BoardOf(delta), new ResultSnapshot(rows, null), FontSet.Default, [Published(("a", 0.1))]).Figures.ShouldHaveSingleItem();

        Notes(figure).ShouldContain("Publications keep scores by model and task; compared with the runs up to 2026-01-01.");
    }

    [Fact]
    public void A_first_publication_has_nothing_to_compare_with_and_says_so()
    {
        BoardReport report = Compose(new FigureDeclaration { Kind = FigureKind.Delta }, [Score("a", "t", 1)]);

        report.Warnings.ShouldContain(warning => warning.Contains("no earlier publication is known here, and no row has a run_at", StringComparison.Ordinal));
    }

    [Fact]
    public void A_figure_for_print_is_the_same_on_every_ground_and_has_no_pattern()
    {
        BoardFigure figure = Draw(new FigureDeclaration { Theme = FigureLook.Print }, [Score("a", "t", 1), Score("b", "u", 0)]);

        SvgWriter.Write(figure.Dark).ShouldBe(SvgWriter.Write(figure.Light));
        figure.Light.Operations.OfType<DrawingOperation.HatchRectangle>().ShouldBeEmpty();
        figure.Light.Background.ShouldBe(Rgb.White);
    }

    [Fact]
    public void A_format_for_a_label_that_does_not_occur_is_told()
    {
        FigureDeclaration matrix = new() { FormatsByLabel = new Dictionary<string, NumberFormat> { ["t"] = new(1), ["tasks"] = new(1) } };

        Compose(matrix, [Score("a", "t", 1)]).Warnings.ShouldHaveSingleItem().ShouldBe("Figure 1: formats names \"tasks\", which is no column or row of it.");
    }

    [Fact]
    public void A_rank_history_sees_on_each_day_all_runs_up_to_it()
    {
        Result[] rows = [Score("a", "t", 0.5) with { RunAt = Day(1) }, Score("b", "t", 0.75) with { RunAt = Day(2) }];

        BoardFigure figure = Draw(new FigureDeclaration { Kind = FigureKind.RankHistory }, rows);

        figure.Values.ShouldBe([["model", "snapshot", "place"], ["a", "2026-01-01", "1"], ["a", "2026-01-02", "2"], ["b", "2026-01-01", ""], ["b", "2026-01-02", "1"]]);
    }

    [Fact]
    public void A_rank_history_along_a_column_ranks_within_each_of_its_labels()
    {
        Result[] rows = [Step("a", "10", 1), Step("b", "10", 0), Step("a", "2", 0), Step("b", "2", 1)];

        BoardFigure figure = Draw(new FigureDeclaration { Kind = FigureKind.RankHistory, Columns = new AxisDeclaration("step") }, rows);

        figure.Values.ShouldBe([["model", "snapshot", "place"], ["a", "2", "2"], ["a", "10", "1"], ["b", "2", "1"], ["b", "10", "2"]]);
    }

    [Fact]
    public void Packed_cells_are_coloured_by_a_reference_population_where_one_is_given()
    {
        FigureDeclaration packed = new()
        {
            Kind = FigureKind.Packed,
            Cell = new AxisDeclaration("task"),
            Colour = new ColourDeclaration { Map = "rdylbu", Standardize = Across.Cell, Limit = 3, Reference = new Dictionary<string, Moments> { ["t"] = new(0.5, 0.1) } },
        };

        BoardFigure figure = Draw(packed, [Score("a", "t", 0.8), Score("b", "t", 0.5)]);

        Rgb[] cells = [.. figure.Light.Operations.OfType<DrawingOperation.FillRectangle>().Where(static cell => cell.Tooltip is not null).Select(static cell => cell.Fill)];
        cells.ShouldBe([Colormap.Parse("rdylbu").At(1), Colormap.Parse("rdylbu").At(0.5)]);
    }

    [Fact]
    public void A_label_that_a_reference_population_lacks_is_told_in_the_figure_s_place()
    {
        FigureDeclaration packed = new()
        {
            Kind = FigureKind.Packed,
            Cell = new AxisDeclaration("task"),
            Colour = new ColourDeclaration { Standardize = Across.Cell, Reference = new Dictionary<string, Moments> { ["other"] = new(0, 1) } },
        };

        BoardReport report = Compose(packed, [Score("a", "t", 0.8)]);

        report.Figures.ShouldHaveSingleItem().IsDrawn.ShouldBeFalse();
        report.Warnings.ShouldContain(warning => warning.Contains("no mean and deviation for \"t\"", StringComparison.Ordinal));
    }

    [Fact]
    public void Groups_by_a_column_have_its_entries_as_titles()
    {
        FigureDeclaration matrix = new() { Columns = new AxisDeclaration("task") { Groups = new GroupDeclaration(By: "family") } };
        Result[] rows = [Family("t1", "maths"), Family("t2", "code"), Family("t3", "maths"), Family("t4", "")];

        BoardFigure figure = Draw(matrix, rows);

        figure.Light.Operations.OfType<DrawingOperation.TextRun>().Where(static run => run.Role is TextRole.GroupTitle).Select(static run => run.Tooltip ?? run.Text).ShouldBe(["code", "maths"]);
        figure.Values.Skip(1).Select(static row => row[1]).ShouldBe(["t2", "t1", "t3", "t4"]);
    }

    [Fact]
    public void Intervals_stand_under_the_values()
    {
        FigureDeclaration matrix = new() { Uncertainty = Uncertainty.Interval, Format = new NumberFormat(3) };

        BoardFigure figure = Draw(matrix, [Score("a", "t", 0.5) with { StandardError = 0.1 }, Score("b", "t", 0.25) with { StandardError = 0.1 }]);

        figure.Light.Operations.OfType<DrawingOperation.TextRun>().ShouldContain(run => run.Role == TextRole.Cell && run.Text == "±0.196");
    }

    [Fact]
    public void The_best_entity_is_marked_whichever_axis_it_runs_along()
    {
        Result[] rows = [Score("a", "t", 0.75), Score("b", "t", 0.5), Score("a", "u", 0.25), Score("b", "u", 0.5)];

        int asRows = Outlines(Draw(new FigureDeclaration { Rows = new AxisDeclaration("model"), Columns = new AxisDeclaration("task") }, rows));
        int asColumns = Outlines(Draw(new FigureDeclaration { Rows = new AxisDeclaration("task"), Columns = new AxisDeclaration("model") }, rows));

        (asRows, asColumns).ShouldBe((2, 2));
    }

    [Fact]
    public void Characters_that_no_font_holds_are_told_once()
    {
        BoardReport report = Compose(new FigureDeclaration(), [Score("模型", "t", 1), Score("模型", "u", 1)]);

        report.Warnings.Count(warning => warning.Contains("模 (U+6A21)", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public void A_canvas_that_would_be_too_large_is_told_with_its_size_and_the_key_to_change()
    {
        Result[] rows = [.. Enumerable.Range(0, 15_000).Select(i => Score($"m{i % 3}", $"t{i / 3}", i))];

        BoardReport report = Compose(new FigureDeclaration { Kind = FigureKind.Packed, Cell = new AxisDeclaration("task"), PanelsAcross = 1, WidthPx = 4000 }, rows);

        report.Figures[0].IsDrawn.ShouldBeFalse();
        report.Warnings.ShouldContain(warning => warning.Contains("px", StringComparison.Ordinal) && warning.Contains("max_width", StringComparison.Ordinal));
    }

    [Fact]
    public void What_tells_runs_apart_is_no_axis_of_a_board_without_a_file()
    {
        Result[] rows = [Run("a", "1", 0.5), Run("a", "2", 0.75), Run("b", "1", 0.25)];

        BoardReport report = BoardComposer.Compose(DefaultBoard.For("b"), new ResultSnapshot(rows, null), FontSet.Default);

        report.Figures.ShouldHaveSingleItem().Values.ElementAt(0).Take(2).ShouldBe(["model", "task"]);
    }

    private static int Outlines(BoardFigure figure) => figure.Light.Operations.OfType<DrawingOperation.StrokeRectangle>().Count();

    [Theory]
    [InlineData("RdYlGn", "rdylbu keeps")]
    [InlineData("rdylgn-reversed", "rdylbu-reversed keeps")]
    public void Red_to_green_is_drawn_with_one_warning_that_names_a_safe_map(string map, string alternative)
    {
        BoardReport report = Compose(new FigureDeclaration { Colour = new ColourDeclaration { Map = map } }, [Score("a", "t", 1), Score("b", "t", 0)]);

        report.Warnings.ShouldHaveSingleItem().ShouldContain(alternative);
        report.Figures.ShouldHaveSingleItem().IsDrawn.ShouldBeTrue();
    }

    [Fact]
    public void A_map_that_everybody_can_read_is_not_warned_of() =>
        Compose(new FigureDeclaration { Colour = new ColourDeclaration { Map = "rdylbu" } }, [Score("a", "t", 1), Score("b", "t", 0)]).Warnings.ShouldBeEmpty();

    private static BoardFigure Draw(FigureDeclaration figure, Result[] rows, RunPolicy runs = RunPolicy.Mean)
    {
        BoardReport report = Compose(figure, rows, runs);
        report.Warnings.ShouldNotContain(warning => warning.StartsWith("Figure", StringComparison.Ordinal));
        return report.Figures.ShouldHaveSingleItem();
    }

    private static BoardReport Compose(FigureDeclaration figure, Result[] rows, RunPolicy runs = RunPolicy.Mean) =>
        BoardComposer.Compose(BoardOf(figure) with { Runs = runs }, new ResultSnapshot(rows, null), FontSet.Default);

    private static Board BoardOf(FigureDeclaration figure) =>
        new() { Slug = "b", Title = "B", Source = new BoardSource.Benchmark("b"), Columns = ["task"], Figures = [figure] };

    private static ScoreTable Published(params (string Model, double Score)[] scores) => new(
        [.. scores.Select(static one => one.Model)], [new ScoreColumn("t", Direction.HigherIsBetter, null, 1)], [.. scores.Select(static one => new Cell(one.Score))]);

    /// <summary>The lines of all notes, joined again.</summary>
    private static string Notes(BoardFigure figure) =>
        string.Join(' ', figure.Light.Operations.OfType<DrawingOperation.TextRun>().Where(static run => run.Role is TextRole.Note).Select(static run => run.Text));

    private static DateTimeOffset Day(int day) => new(2026, 1, day, 12, 0, 0, TimeSpan.Zero);

    private static Result Score(string model, string task, double value) =>
        new() { Benchmark = "b", Task = task, Model = model, Metric = "score", Direction = Direction.HigherIsBetter, Value = value };

    private static Result Sample(string model, string id, double value) => Score(model, "t", value) with { SampleId = id };

    private static Result Step(string model, string step, double value) => Score(model, "t", value) with { Dimensions = new Dictionary<string, string> { ["step"] = step } };

    private static Result Run(string model, string commit, double value) => Score(model, "t", value) with { Dimensions = new Dictionary<string, string> { ["commit"] = commit, ["ci_high"] = commit } };

    private static Result Family(string task, string family) => Score("a", task, 1) with { Dimensions = new Dictionary<string, string> { ["family"] = family } };
}
