using System.Diagnostics;
using System.Globalization;
using System.Text;
using BenchWorker.Analysis;
using BenchWorker.Figures;

namespace BenchWorker.Site;

/// <summary>One declared figure, drawn for both themes and checked.</summary>
internal static class FigureDrawing
{
    /// <param name="warnings">Gets what the figure's own check has to say, and why a figure could not be drawn.</param>
    /// <returns>The figure, and what its summary speaks of: null where nothing could be read for it.</returns>
    public static (BoardFigure Figure, HeatmapTable? Table) Draw(FigureRequest request, int index, FontSet fonts, List<string> warnings)
    {
        DrawnFigure? drawn = null;
        try
        {
            drawn = Of(request);
            (Theme onLight, Theme onDark) = Themes(request.Declaration);
            Func<Theme, Scene> drawnOn = FigureComposer.Lay(drawn.Figure, fonts);
            Scene light = drawnOn(onLight);
            warnings.AddRange(SceneCheck.Check(light).Select(fault => $"{Named(index)}: {fault}"));
            warnings.AddRange(Strangers(drawn.Figure).Select(sentence => $"{Named(index)}: {sentence}"));
            warnings.AddRange(MissingGlyphs(light, fonts).Select(sentence => $"{Named(index)}: {sentence}"));
            Scene dark = onDark == onLight ? light : drawnOn(onDark);
            return (new BoardFigure(request.Name, drawn.Figure.Title, light, dark, drawn.Values), drawn.Table);
        }
        catch (ArgumentException e)
        {
            // A figure that cannot be drawn must not keep the board's table and its other figures from being published.
            string sentence = e.Message.Split(" (Parameter ", 2)[0];
            warnings.Add($"{Named(index)} could not be drawn: {sentence}");
            return (Refusal(request, sentence, fonts), drawn?.Table);
        }
    }

    private static string Named(int index) => string.Create(CultureInfo.InvariantCulture, $"Figure {index + 1}");

    private static (Theme OnLight, Theme OnDark) Themes(FigureDeclaration declaration) =>
        declaration.Theme is FigureLook.Print ? (Theme.Print, Theme.Print) : (Theme.Light, Theme.Dark);

    private static DrawnFigure Of(FigureRequest request) => request.Declaration.Kind switch
    {
        FigureKind.Matrix => MatrixFigures.Of(request),
        FigureKind.Packed => PackedFigures.Of(request),
        FigureKind.Density => DensityFigures.Of(request),
        FigureKind.WinRate => WinRateFigures.Of(request),
        FigureKind.Delta => DeltaFigures.Of(request),
        FigureKind.RankHistory => RankHistoryFigures.Of(request),
        _ => throw new UnreachableException(),
    };

    /// <summary>Labels that have a number format and do not occur.</summary>
    private static IEnumerable<string> Strangers(Figures.Figure figure) => figure is not MatrixFigure matrix ? [] :
        matrix.FormatsByLabel.Keys.Where(label => !matrix.Panels.Any(panel => panel.Columns.Contains(label, StringComparer.Ordinal) || panel.Rows.Contains(label, StringComparer.Ordinal)))
            .Order(StringComparer.Ordinal).Select(static label => $"formats names \"{label}\", which is no column or row of it.");

    /// <summary>One sentence for all characters that no font holds.</summary>
    private static IEnumerable<string> MissingGlyphs(Scene scene, FontSet fonts)
    {
        Rune[] missing = [.. scene.Operations.OfType<DrawingOperation.TextRun>().SelectMany(run => fonts.MissingGlyphs(run.Text)).Distinct().OrderBy(static rune => rune.Value)];
        if (missing.Length == 0)
            yield break;
        string named = string.Join(", ", missing.Take(10).Select(static rune => string.Create(CultureInfo.InvariantCulture, $"{rune} (U+{rune.Value:X4})")));
        yield return $"No font holds {named}{(missing.Length > 10 ? ", ..." : "")}; boxes stand for them. Name a font that does in BenchWorker:Figures:FallbackFonts.";
    }

    private static BoardFigure Refusal(FigureRequest request, string sentence, FontSet fonts)
    {
        MatrixFigure empty = new()
        {
            Title = request.Declaration.Title ?? request.Board.Title,
            Notes = [sentence],
            Panels = [new MatrixPanel([], [], new double[0, 0])],
        };
        return new BoardFigure(request.Name, empty.Title, FigureComposer.Compose(empty, Theme.Light, fonts), FigureComposer.Compose(empty, Theme.Dark, fonts), [["note"], [sentence]]) { IsDrawn = false };
    }
}
