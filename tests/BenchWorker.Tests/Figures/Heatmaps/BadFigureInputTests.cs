using System.Xml.Linq;
using BenchWorker.Figures;
using Shouldly;
using Xunit;

namespace BenchWorker.Tests.Figures;

/// <summary>What a database may hold and a board file may ask: it is drawn, or a sentence says what to change.</summary>
public sealed class BadFigureInputTests
{
    private static readonly string[] OddNames =
        ["control\u0001\ttab\nline", "\u0645\u0631\u062D\u0628\u0627 123", "\u202Ereversed\u202C", "e\u0301\u0301\u0301\u0301", new('m', 10_000), "half" + '\uD800', "same", "same", "", "<b>&\"|"];

    public static TheoryData<string> Kinds => ["matrix", "packed", "density", "win rate", "rank history"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Odd_names_are_drawn_by_every_kind(string kind)
    {
        foreach (string name in OddNames)
        {
            Scene scene = FigureComposer.Compose(Named(kind, name), Theme.Light, FontSet.Default);

            SceneCheck.Check(scene).ShouldBeEmpty();
            XDocument.Parse(SvgWriter.Write(scene)).Root!.Name.LocalName.ShouldBe("svg");
            new ManagedRasterizer().Rasterize(scene, 1).Width.ShouldBe(scene.WidthPx);
        }
    }

    [Fact]
    public void Rows_of_one_name_are_rows_all_the_same()
    {
        Scene scene = FigureComposer.Compose(Matrix(["same", "same"], new[,] { { 1.0, 2 }, { 3, 4 } }), Theme.Light, FontSet.Default);

        scene.Operations.OfType<DrawingOperation.TextRun>().Count(static run => run is { Role: TextRole.RowLabel, Text: "same" }).ShouldBe(2);
        scene.Operations.OfType<DrawingOperation.TextRun>().Count(static run => run.Role is TextRole.Cell).ShouldBe(4);
    }

    [Theory]
    [InlineData(double.NaN, double.NaN)]
    [InlineData(double.PositiveInfinity, double.NegativeInfinity)]
    [InlineData(1e308, 1e-308)]
    [InlineData(1e308, -1e308)]
    [InlineData(-0.0, 0.0)]
    [InlineData(double.MaxValue, double.Epsilon)]
    public void Extreme_values_are_drawn_under_every_scale(double first, double second)
    {
        ScaleLimits[] limits = [ScaleLimits.FromData, new ScaleLimits.Declared(0, 1), new ScaleLimits.Robust(), new ScaleLimits.Centred(0), new ScaleLimits.Centred(0, 1e-300)];
        Standardization[] standards = [Standardization.Off, new Standardization.ZScore(Across.Column), new Standardization.MinMax(Across.Row), new Standardization.Rank(Across.Cell)];
        foreach (ScaleLimits limit in limits)
        {
            foreach (Standardization standard in standards)
            {
                MatrixFigure figure = Matrix(["a", "b"], new[,] { { first, second }, { second, first } }) with { Scale = new ColourScaleSpec { Limits = limit, Standardize = standard } };

                Scene scene = FigureComposer.Compose(figure, Theme.Dark, FontSet.Default);

                SceneCheck.Check(scene).ShouldBeEmpty();
                scene.Operations.OfType<DrawingOperation.TextRun>().ShouldAllBe(static run => !run.Text.Contains("NaN", StringComparison.Ordinal) && !run.Text.Contains('∞') && run.Text != "−0");
            }
        }
    }

    [Fact]
    public void An_empty_matrix_says_that_there_is_nothing_to_show() =>
        FigureComposer.Compose(new MatrixFigure { Title = "Empty", Panels = [new MatrixPanel([], [], new double[0, 0])] }, Theme.Light, FontSet.Default)
            .Operations.OfType<DrawingOperation.TextRun>().ShouldContain(static run => run.Text == "Nothing to show: 0 rows x 0 columns.");

    [Fact]
    public void A_scale_without_length_colours_all_values_alike_and_names_its_one_end()
    {
        Scene scene = FigureComposer.Compose(Matrix(["a"], new[,] { { 0.2, 0.9 } }) with { Scale = new ColourScaleSpec { Limits = new ScaleLimits.Declared(0.5, 0.5) } }, Theme.Light, FontSet.Default);

        scene.Grids.ShouldHaveSingleItem().Colours.ShouldAllBe(static colour => colour == Colormap.Viridis.Colours[128]);
        scene.Operations.OfType<DrawingOperation.TextRun>().Where(static run => run.Role is TextRole.ScaleTick).ShouldHaveSingleItem().Text.ShouldBe("0.5");
    }

    [Fact]
    public void Limits_that_make_no_scale_are_refused_with_their_values()
    {
        Should.Throw<ArgumentException>(static () => new ScaleLimits.Declared(2, 1)).Message.ShouldContain("min (2) is above its max (1)");
        Should.Throw<ArgumentException>(static () => new ScaleLimits.Declared(double.NaN, 1)).Message.ShouldContain("finite");
        Should.Throw<ArgumentException>(static () => new ScaleLimits.Robust(98, 2)).Message.ShouldContain("98 to 2");
    }

    [Fact]
    public void A_colour_map_that_does_not_exist_is_refused_with_those_that_do() =>
        Should.Throw<ArgumentException>(static () => Colormap.Parse("jet")).Message.ShouldContain("no colour map \"jet\". Known are viridis, magma, cividis");

    [Fact]
    public void A_canvas_beyond_8000_device_pixels_is_refused_with_its_size_and_what_to_change()
    {
        string[] rows = [.. Enumerable.Range(0, 300).Select(static i => $"row {i}")];
        var figure = new PackedFigure { Title = "Tall", PanelColumns = 1, Panels = [.. rows.Select(static row => new PackedPanel(row, [new PackedCell("a", 1)]))] };

        string message = Should.Throw<ArgumentException>(() => FigureComposer.Compose(figure, Theme.Light, FontSet.Default)).Message;

        message.ShouldMatch(@"would be \d+ x \d{4,} px; at most 4000 px a side");
        message.ShouldContain("Show fewer cells or panels, or let max_width grow.");
    }

    private static Figure Named(string kind, string name)
    {
        MatrixFigure matrix = Matrix([name, "other"], new[,] { { 0.5, 1 }, { 0.25, double.NaN } }, name);
        return kind switch
        {
            "matrix" => matrix with { Title = name, Subtitle = name, Notes = [name], RowAxis = name, ColumnAxis = name, NoDataLabel = name, Scale = new ColourScaleSpec { Title = name } },
            "packed" => new PackedFigure { Title = name, Panels = [new PackedPanel(name, [new PackedCell(name, 1), new PackedCell("other", double.NaN)])] },
            "density" => new DensityFigure { Title = name, Quantity = name, Panels = [new DensityPanel(name, name, [0, 0.5, 1], [1, 0.5, 0.25])] },
            "win rate" => DerivedFigures.WinRate(matrix.Panels[0], name),
            _ => new RankHistoryFigure([name, "other"], [name, "later"], new[,] { { 1.0, 2 }, { 2, 1 } }) { Title = name },
        };
    }

    private static MatrixFigure Matrix(string[] rows, double[,] values, string column = "column") =>
        new() { Title = "Values", Panels = [new MatrixPanel(rows, [column, "second"], values)] };
}
