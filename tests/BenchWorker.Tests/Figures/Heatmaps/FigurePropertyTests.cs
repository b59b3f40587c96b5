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
            foreach (string culture in new[] { "de-DE", "tr-TR" })
            {
                if (!string.Equals(SvgIn(culture, seed), svg, StringComparison.Ordinal))
                    Assert.Fail($"seed {seed} differs under {culture}");
            }
        });
    }

    [Fact]
    public void A_cell_has_the_colour_that_the_table_gives_its_value()
    {
        Parallel.For(0, Cases, seed =>
        {
            var random = new Random(seed);
            Colormap map = Colormap.Parse(Colormap.Names[seed % Colormap.Names.Count] + (seed % 3 == 0 ? Colormap.ReversedSuffix : ""));
            (int rows, int columns) = (random.Next(1, 6), random.Next(1, 6));
            double low = (random.NextDouble() - 0.5) * 100, span = random.NextDouble() * 100;
            double[,] values = new double[rows, columns];
            for (int i = 0; i < values.Length; i++)
                values[i / columns, i % columns] = random.Next(8) == 0 ? double.NaN : low + (span * ((1.4 * random.NextDouble()) - 0.2));
            var figure = new MatrixFigure
            {
                Title = "Colours",
                Panels = [new MatrixPanel([.. Enumerable.Range(0, rows).Select(static i => $"r{i}")], [.. Enumerable.Range(0, columns).Select(static i => $"c{i}")], values)],
                Scale = new ColourScaleSpec { Map = map, Limits = new ScaleLimits.Declared(low, low + span) },
            };

            IReadOnlyList<Rgb> shown = FigureComposer.Compose(figure, ThemeOf(seed), FontSet.Default).Grids[0].Colours;

            for (int i = 0; i < values.Length; i++)
            {
                double value = values[i / columns, i % columns];
                // The index rule is floor(share * 256), cut to the table; rounding may move a value that stands on a border.
                double at = (value - low) / span * 256;
                if (!double.IsNaN(value) && !Enumerable.Range(-1, 3).Any(rounding => map.Colours[(int)Math.Clamp(Math.Floor(at + (rounding * 1e-9)), 0, 255)] == shown[i]))
                    Assert.Fail($"seed {seed}: {value} on {low} to {low + span} of {map.Name} is {shown[i]}");
            }
        });
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
