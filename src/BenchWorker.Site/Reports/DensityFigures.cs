using System.Globalization;
using BenchWorker.Figures;

namespace BenchWorker.Site;

/// <summary>Pairs of entities on the same things: samples where the board reads them, else tasks.</summary>
internal static class DensityFigures
{
    public static DrawnFigure Of(FigureRequest request)
    {
        FigureDeclaration declaration = request.Declaration;
        string[] entities = Entities(request);
        var items = PairedItems.Of(request, entities);
        (string X, string Y)[] pairs = [.. from i in Enumerable.Range(0, entities.Length) from j in Enumerable.Range(i + 1, entities.Length - i - 1) select (entities[i], entities[j])];
        DensityFigure figure = new()
        {
            Title = declaration.Title ?? request.Board.Title,
            Subtitle = declaration.Subtitle ?? $"{Quantity(request)} of pairs of {request.Board.Entity}s on the same {items.What}{FigureRequest.Said(request.Direction)}",
            Notes = declaration.Notes,
            Panels = [.. pairs.Select(pair => items.Panel(pair.X, pair.Y))],
            PanelColumns = declaration.PanelsAcross,
            Quantity = Quantity(request),
            Domain = Domain(request),
            Shape = declaration.Shape,
            Bins = declaration.Bins,
            Parity = declaration.Diagonal,
            SharedScale = declaration.Pairs.SharedScale,
            Better = MatrixFigures.Towards(request.Direction),
            Pairs = items.What,
            Tooltips = declaration.Tooltips,
            WidthPx = declaration.WidthPx ?? 800,
            MaxWidthPx = declaration.MaxWidthPx ?? Math.Max(1600, declaration.WidthPx ?? 0),
            Scale = new ColourScaleSpec { Map = declaration.Colour.Map is { } map ? Colormap.Parse(map) : null },
        };
        return new DrawnFigure(figure, [["x", "y", items.Key, "x_value", "y_value"], .. pairs.SelectMany(pair => items.Rows(pair.X, pair.Y))], SummaryTables.OfPairs(request, figure.Title, entities, items));
    }

    private static bool IsScore(FigureRequest request) => request.Declaration.Field == "value";

    private static string Quantity(FigureRequest request) => IsScore(request) ? request.MetricTitle : request.Declaration.Field;

    private static (double Low, double High)? Domain(FigureRequest request)
    {
        ColourDeclaration ends = request.Declaration.Colour;
        double? low = ends.Min ?? (IsScore(request) ? request.Metric.Min : null), high = ends.Max ?? (IsScore(request) ? request.Metric.Max : null);
        return low is { } from && high is { } to && from < to ? (from, to) : null;
    }

    private static string[] Entities(FigureRequest request)
    {
        PairDeclaration pairs = request.Declaration.Pairs;
        string[] known = [.. request.Standings];
        if (pairs.Of.FirstOrDefault(name => !known.Contains(name, StringComparer.Ordinal)) is { } stranger)
            throw new ArgumentException($"\"{stranger}\" is no {request.Board.Entity} of this board; it has {string.Join(", ", known.Take(12))}{(known.Length > 12 ? ", ..." : "")}.", nameof(request));
        string[] entities = pairs.Of.Count > 0 ? [.. pairs.Of.Distinct(StringComparer.Ordinal)] : known[..Math.Min(known.Length, pairs.Top)];
        return entities.Length >= 2
            ? entities
            : throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"A density compares two {request.Board.Entity}s or more; this board has {entities.Length}."), nameof(request));
    }
}
