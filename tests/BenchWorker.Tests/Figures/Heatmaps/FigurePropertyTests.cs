using System.Globalization;
using System.Xml.Linq;
using BenchWorker.Figures;
using Shouldly;
using Xunit;

namespace BenchWorker.Tests.Figures;

public sealed class FigurePropertyTests
{
    private const int Cases = 10_000;

    [Fact]
    public void Any_figure_passes_its_own_check_and_is_the_same_well_formed_bytes_in_every_culture()
    {
        Parallel.For(0, Cases, seed =>
        {
            Scene scene = FigureComposer.Compose(new RandomFigures(seed).Next(), ThemeOf(seed), FontSet.Default);
            string svg = SvgWriter.Write(scene);

            // Not Shouldly: its messages cost more than the figures.
            if (SceneCheck.Check(scene) is [var fault, ..])
                Assert.Fail($"seed {seed}: {fault}");
            if (XDocument.Parse(svg).Root!.Name.LocalName is not "svg")
                Assert.Fail($"seed {seed} is no SVG");
            if (!string.Equals(SvgIn(seed % 2 == 0 ? "de-DE" : "tr-TR", seed), svg, StringComparison.Ordinal))
                Assert.Fail($"seed {seed} differs in another culture");
        });
    }

    [Fact]
    public void A_cell_has_the_colour_that_the_table_gives_its_value()
    {
        var random = new Random(1);
        for (int pass = 0; pass < 500; pass++)
        {
            Colormap map = Colormap.Parse(Colormap.Names[pass % Colormap.Names.Count]);
            double[,] values = new double[4, 5];
            for (int i = 0; i < values.Length; i++)
                values[i / 5, i % 5] = random.NextDouble();
            var figure = new MatrixFigure
            {
                Title = "Colours",
                Panels = [new MatrixPanel(["a", "b", "c", "d"], ["1", "2", "3", "4", "5"], values)],
                Scale = new ColourScaleSpec { Map = map, Limits = new ScaleLimits.Declared(0, 1) },
            };

            IEnumerable<Rgb> fills = FigureComposer.Compose(figure, Theme.Light, FontSet.Default).Operations.OfType<DrawingOperation.FillRectangle>().Take(20).Select(static cell => cell.Fill);

            fills.ShouldBe(values.Cast<double>().Select(value => map.Colours[Math.Min(255, (int)(value * 256))]));
        }
    }

    [Fact]
    public void Text_on_a_cell_is_readable_in_every_theme()
    {
        for (int seed = 0; seed < 300; seed++)
        {
            Scene scene = FigureComposer.Compose(new RandomFigures(seed).Matrix(), ThemeOf(seed), FontSet.Default);
            var cells = scene.Operations.OfType<DrawingOperation.FillRectangle>().Where(static cell => cell.Tooltip is not null).ToList();
            foreach (DrawingOperation.TextRun run in scene.Operations.OfType<DrawingOperation.TextRun>().Where(static run => run.Role is TextRole.Cell && !run.Continues))
            {
                Rgb ground = cells.First(cell => cell.Area.Contains(new Rect(run.At.X, run.At.Y - (run.SizePx / 3), 0, 0), 0.5)).Fill;
                LinearLight.Contrast(run.Ink, ground).ShouldBeGreaterThanOrEqualTo(Ink.LeastContrast, $"seed {seed}");
            }
        }
    }

    private static Theme ThemeOf(int seed) => (seed % 3) switch { 0 => Theme.Light, 1 => Theme.Dark, _ => Theme.Print };

    private static string SvgIn(string culture, int seed)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        try
        {
            return SvgWriter.Write(FigureComposer.Compose(new RandomFigures(seed).Next(), ThemeOf(seed), FontSet.Default));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
