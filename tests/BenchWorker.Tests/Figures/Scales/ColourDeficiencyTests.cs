using BenchWorker.Figures;
using Shouldly;
using Xunit;

namespace BenchWorker.Tests.Figures;

/// <summary>Maps as readers with a colour-vision deficiency see them.</summary>
/// <remarks>Machado, Oliveira and Fernandes (2009), "A physiologically-based model for simulation of color vision deficiency", severity 1.0, on linear light.</remarks>
public sealed class ColourDeficiencyTests
{
    /// <summary>Nine equal steps stay clearly apart from each other (OKLab).</summary>
    private const double LeastDistance = 0.05;

    /// <summary>The ends of a map with a middle stay farther apart.</summary>
    private const double LeastEnds = 0.12;

    /// <summary>Lines in colour stay farther apart than steps of a map, for nothing else ties one to its name where they cross.</summary>
    private const double LeastLines = 0.1;

    private static readonly double[] Whole = [1, 0, 0, 0, 1, 0, 0, 0, 1];

    private static readonly double[][] Deficiencies =
    [
        [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
        [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881],
        [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900],
    ];

    [Theory]
    [InlineData("viridis")]
    [InlineData("rdylbu")]
    [InlineData("cividis")]
    [InlineData("magma")]
    [InlineData("batlow")]
    [InlineData("vik")]
    [InlineData("puor")]
    [InlineData("blues")]
    public void A_default_map_and_its_company_survive_every_deficiency(string name)
    {
        Colormap map = Colormap.Parse(name);

        foreach (double[] deficiency in Deficiencies)
        {
            // Two decimals, as the published distances have.
            Math.Round(Closest(map, deficiency), 2).ShouldBeGreaterThanOrEqualTo(LeastDistance);
            if (map.IsDiverging)
                Seen(map.At(0), deficiency).DistanceTo(Seen(map.At(1), deficiency)).ShouldBeGreaterThanOrEqualTo(LeastEnds);
        }
    }

    [Fact]
    public void What_is_drawn_where_no_map_is_named_is_one_of_those()
    {
        MatrixFigure figure = new() { Title = "Default", Panels = [new MatrixPanel(["a", "b"], ["c"], new[,] { { 0.0 }, { 1 } })] };

        Bar(figure).ShouldBe([Colormap.Viridis.At(0), Colormap.Viridis.At(1)]);
        Bar(figure with { Scale = new ColourScaleSpec { Limits = new ScaleLimits.Centred(0.5) } }).ShouldBe([Colormap.Parse("rdylbu").At(0), Colormap.Parse("rdylbu").At(1)]);
        Bar(figure with { Scale = new ColourScaleSpec { Standardize = new Standardization.ZScore(Across.Column) } }).ShouldBe([Colormap.Parse("rdylbu").At(0), Colormap.Parse("rdylbu").At(1)]);
    }

    [Fact]
    public void Red_to_green_does_not_survive_and_is_therefore_drawn_by_name_alone()
    {
        Colormap map = Colormap.Parse("rdylgn");

        Seen(map.At(0), Deficiencies[1]).DistanceTo(Seen(map.At(1), Deficiencies[1])).ShouldBeLessThan(LeastDistance);
    }

    [Theory]
    [InlineData("light")]
    [InlineData("dark")]
    [InlineData("print")]
    public void Lines_of_a_rank_history_are_seen_on_their_ground_and_told_apart_by_everybody(string name)
    {
        Theme theme = new[] { Theme.Light, Theme.Dark, Theme.Print }.Single(one => one.Name == name);
        RankHistoryFigure figure = new([.. "abcdefg".Select(static letter => letter.ToString())], ["first", "last"], Places(7)) { Title = "Places" };

        Rgb[] lines = [.. FigureComposer.Compose(figure, theme, FontSet.Default).Operations.OfType<DrawingOperation.StrokeLine>().Where(static line => line.WidthPx >= 1.5).Select(static line => line.Stroke).Distinct().Reverse()];

        // Six in colour from the first, painted last; the seventh is grey and thinner.
        lines.Length.ShouldBe(7);
        lines.ShouldAllBe(line => LinearLight.Contrast(line, theme.Background) >= 3);
        foreach (double[] sight in Deficiencies.Append(Whole))
            (from i in Enumerable.Range(0, 6) from j in Enumerable.Range(0, i) select Distance(lines, i, j, sight)).Min().ShouldBeGreaterThanOrEqualTo(LeastLines);
        double Distance(Rgb[] of, int i, int j, double[] sight) => Math.Round(Seen(of[i], sight).DistanceTo(Seen(of[j], sight)), 2);
    }

    private static double[,] Places(int entities)
    {
        double[,] places = new double[entities, 2];
        for (int i = 0; i < entities; i++)
            (places[i, 0], places[i, 1]) = (entities - i, i + 1);
        return places;
    }

    private static Rgb[] Bar(MatrixFigure figure)
    {
        IReadOnlyList<Rgb> colours = FigureComposer.Compose(figure, Theme.Light, FontSet.Default).Operations.OfType<DrawingOperation.GradientRamp>().Single().Colours;
        return [colours[0], colours[^1]];
    }

    private static double Closest(Colormap map, double[] deficiency)
    {
        OkLab[] levels = [.. Enumerable.Range(0, 9).Select(i => Seen(map.At(i / 8.0), deficiency))];
        return (from i in Enumerable.Range(0, 9) from j in Enumerable.Range(0, i) select levels[i].DistanceTo(levels[j])).Min();
    }

    private static OkLab Seen(Rgb colour, double[] m)
    {
        (double r, double g, double b) = (LinearLight.Of(colour.R), LinearLight.Of(colour.G), LinearLight.Of(colour.B));
        double Channel(int row) => Math.Clamp((m[row] * r) + (m[row + 1] * g) + (m[row + 2] * b), 0, 1);
        return OkLab.FromLinear(Channel(0), Channel(3), Channel(6));
    }
}
