using BenchWorker.Figures;
using BenchWorker.Site;
using Shouldly;
using Xunit;

namespace BenchWorker.Tests.Boards;

public sealed class FigureReaderTests
{
    [Fact]
    public void Every_key_of_a_matrix_is_read()
    {
        FigureDeclaration figure = Parse("""
            kind: matrix
            subtitle: S
            notes: [one, two]
            rows: { field: model, order: cluster, top: 12 }
            columns: { field: task, labels: [b, a] }
            groups: { rows: { by: family }, columns: { named: { "Reasoning": [a], "Knowledge": [b] } } }
            colormap: ["#ffffff", "#08306b"]
            color: { standardize: row, by: min-max, steps: 7 }
            uncertainty: interval
            best: row
            side: [mean, count, rank, coverage]
            triangle: upper
            diagonal: false
            column_labels: top
            no_data: not run
            width: 500
            max_width: 900
            tooltips: false
            theme: print
            format: "0.0%"
            formats: { latency_ms: "0", parameters: "0.0B" }
            blocks: max
            """);

        (figure.Subtitle, figure.NoData, figure.WidthPx, figure.MaxWidthPx, figure.Tooltips).ShouldBe(("S", "not run", 500, 900, false));
        figure.Notes.ShouldBe(["one", "two"]);
        (figure.Rows!.Order, figure.Rows.Top, figure.Rows.Groups!.By).ShouldBe((AxisOrder.Cluster, 12, "family"));
        figure.Columns!.Groups!.Named!.Select(group => group.Title).ShouldBe(["Reasoning", "Knowledge"]);
        (figure.Colour.Map, figure.Colour.Standardize, figure.Colour.By, figure.Colour.Steps).ShouldBe(("#ffffff,#08306b", Across.Row, StandardizedBy.MinMax, 7));
        (figure.Uncertainty, figure.Best, figure.Triangle, figure.Diagonal, figure.ColumnLabels).ShouldBe((Uncertainty.Interval, BestMark.PerRow, Triangle.Upper, false, LabelSide.Top));
        figure.Side.ShouldBe([SideAnnotation.Mean, SideAnnotation.Count, SideAnnotation.Rank, SideAnnotation.Coverage]);
        (figure.Theme, figure.Blocks, figure.Format).ShouldBe((FigureLook.Print, BlockSummary.Max, new NumberFormat(1) { Unit = NumberUnit.Percent }));
        figure.FormatsByLabel.ShouldBe(new Dictionary<string, NumberFormat> { ["latency_ms"] = new(0), ["parameters"] = new(1) { Unit = NumberUnit.Billions } }, ignoreOrder: true);
    }

    [Fact]
    public void A_reference_population_and_robust_percentiles_are_read()
    {
        ColourDeclaration reference = Parse("kind: packed\ncell: language\ncolor: { standardize: cell, reference: { fr: { mean: 61.2, sd: 4.5 } } }").Colour;
        ColourDeclaration robust = Parse("kind: matrix\ncolor: { robust: [5, 95] }").Colour;

        reference.Reference["fr"].ShouldBe(new Moments(61.2, 4.5));
        robust.Robust.ShouldBe(new RobustRange(5, 95));
    }

    [Fact]
    public void Kinds_read_their_own_keys()
    {
        FigureDeclaration density = Parse("kind: density\npairs: { of: [a, b], scale: independent }\nbins: 20\nfield: n_steps\nshape: hexagon");
        FigureDeclaration delta = Parse("kind: delta\nbaseline: { as_of: 2026-01-31 }");
        FigureDeclaration history = Parse("kind: rank-history\ncolumns: step\ntop: 9");

        (density.Pairs.Of.Count, density.Pairs.SharedScale, density.Bins, density.Field, density.Shape).ShouldBe((2, false, 20, "n_steps", BinShape.Hexagon));
        delta.BaselineAsOf.ShouldBe(new DateTimeOffset(2026, 1, 31, 0, 0, 0, TimeSpan.Zero));
        (history.Columns!.Field, history.MostEntities).ShouldBe(("step", 9));
    }

    [Theory]
    [InlineData("colormap: jet", 4, "no colour map \"jet\". Known are viridis, magma")]
    [InlineData("colormap: [\"#fff\", \"#000000\"]", 4, "not a colour")]
    [InlineData("cell: language", 4, "A figure has no \"cell\"; it has kind, title")]
    [InlineData("rows: { field: task, sort: up }", 4, "has no \"sort\"; it has field, ordered, order, labels, top")]
    [InlineData("rows: task\n    groups: { rows: { by: a, pairs: \"x*\" } }", 5, "Groups are one of")]
    [InlineData("rows: task\n    groups: { rows: \"*neg\" }", 5, "not a prefix that ends in *")]
    [InlineData("groups: { columns: { by: family } }", 4, "Groups of columns need \"columns\"")]
    [InlineData("rows: task\n    groups: { side: \"a*\" }", 5, "it has rows, columns")]
    [InlineData("min: 1\n    max: 0", 5, "max cannot be below its min")]
    [InlineData("min: 0\n    color: { robust: true }", 5, "min or max and robust contradict")]
    [InlineData("color: { center: 0, standardize: row }", 4, "center and standardize contradict")]
    [InlineData("color: { robust: [98, 2] }", 4, "two rising percentiles")]
    [InlineData("color: { reach: 3 }", 4, "\"reach\" needs \"center\"")]
    [InlineData("color: { limit: 3 }", 4, "belong to z-scores")]
    [InlineData("color: { standardize: column, reference: { a: { mean: 1 } } }", 4, "needs mean and sd")]
    [InlineData("color: { standardize: table }", 4, "one of column, row, cell")]
    [InlineData("side: [median]", 4, "one of mean, count, rank, coverage")]
    [InlineData("format: \"0,0\"", 4, "is not a number format; write 0, 0.0")]
    [InlineData("formats: { latency_ms: short }", 4, "is not a number format")]
    [InlineData("decimals: 1\n    format: \"0.0%\"", 5, "leave \"decimals\" out")]
    [InlineData("theme: dark", 4, "one of site, print")]
    [InlineData("width: 900\n    max_width: 800", 5, "cannot be below its width")]
    [InlineData("width: 9000", 4, "a number from 240 to 4000")]
    public void A_mistake_in_a_matrix_is_told_with_its_line(string keys, int line, string message)
    {
        BoardFileError error = Should.Throw<BoardFileException>(() => BoardFile.Parse("b.yaml", $"board: b\nsource: x\nfigures:\n  - {keys}")).Errors[0];

        error.Line.ShouldBe(line);
        error.Message.ShouldContain(message);
    }

    [Theory]
    [InlineData("kind: packed", "needs \"cell\"")]
    [InlineData("kind: density\n    decimals: 2", "no \"decimals\"")]
    [InlineData("kind: density\n    pairs: { of: [a] }", "2 to 8 entities")]
    [InlineData("kind: density\n    bins: many", "must be a number from 2 to 200")]
    [InlineData("kind: delta\n    baseline: { entity: a, as_of: 2026-01-01 }", "not both")]
    [InlineData("kind: delta\n    baseline: { as_of: soon }", "is not a date or time")]
    [InlineData("kind: win-rate\n    panels: model", "no \"panels\"")]
    [InlineData("kind: win-rate\n    min: 0", "no \"min\"")]
    [InlineData("kind: win-rate\n    color: { robust: true }", "no \"robust\"; it has steps")]
    [InlineData("kind: delta\n    best: row", "no \"best\"")]
    [InlineData("kind: delta\n    color: { reach: -1 }", "must be above 0")]
    [InlineData("kind: density\n    shape: triangle", "one of square, hexagon")]
    [InlineData("kind: rank-history\n    top: 100", "a number from 1 to 60")]
    public void A_mistake_in_another_kind_is_told(string keys, string message) =>
        Should.Throw<BoardFileException>(() => BoardFile.Parse("b.yaml", $"board: b\nsource: x\nfigures:\n  - {keys}")).Message.ShouldContain(message);

    private static FigureDeclaration Parse(string figure) =>
        BoardFile.Parse("b.yaml", $"board: b\nsource: x\nfigures:\n  - {figure.ReplaceLineEndings("\n").Replace("\n", "\n    ", StringComparison.Ordinal)}").ShouldHaveSingleItem().Figures.ShouldHaveSingleItem();
}
