using BenchWorker.Site;

namespace BenchWorker;

/// <summary>One entry of a board's figures.</summary>
internal static class FigureReader
{
    public static FigureDeclaration Read(MappingReader yaml)
    {
        (double? standardizeLimit, bool standardized) = Colour(yaml);
        FigureDeclaration figure = new()
        {
            Kind = yaml.Choice<FigureKind>("kind") ?? FigureKind.Matrix,
            Title = yaml.Text("title"),
            Rows = Axis(yaml, "rows"),
            PanelsAcross = yaml.IsPlainNumber("columns") ? yaml.Count("columns", 1, 12) : null,
            Columns = yaml.IsPlainNumber("columns") ? null : Axis(yaml, "columns"),
            Panels = Panels(yaml),
            Colormap = yaml.Text("colormap"),
            Decimals = yaml.Count("decimals", 0, 6),
            Min = yaml.Number("min"),
            Max = yaml.Number("max"),
            Annotate = yaml.Flag("annotate") ?? true,
            Cell = yaml.Text("cell"),
            StandardizeLimit = standardized ? standardizeLimit ?? 3 : null,
            Bins = yaml.Text("bins") is null or "auto" ? null : yaml.Count("bins", 2, 200),
            Diagonal = yaml.Flag("diagonal") ?? true,
            Baseline = yaml.Text("baseline"),
        };
        figure = Pairs(yaml, Groups(yaml, figure));
        yaml.Close();
        return figure;
    }

    private static AxisDeclaration? Axis(MappingReader yaml, string key)
    {
        if (yaml.Mapping(key, shorthand: "field") is not { } axis)
            return null;
        AxisDeclaration read = new(axis.RequiredText("field"), axis.Flag("ordered") ?? false, axis.Choice<AxisOrder>("order") ?? AxisOrder.Given)
        {
            Labels = axis.Texts("labels"),
        };
        axis.Close();
        return read;
    }

    private static PanelDeclaration? Panels(MappingReader yaml)
    {
        if (yaml.Mapping("panels", shorthand: "field") is not { } panels)
            return null;
        string field = panels.RequiredText("field");
        ScaleSharing sharing = panels.Choice<ScaleSharing>("scale") ?? ScaleSharing.Shared;
        panels.Close();
        return new PanelDeclaration(field, sharing == ScaleSharing.Shared);
    }

    private static (double? Limit, bool Standardized) Colour(MappingReader yaml)
    {
        if (yaml.Mapping("color") is not { } colour)
            return (null, false);
        bool standardized = colour.Text("standardize") is not null;
        double? limit = colour.Number("limit", min: 0.5, max: 10);
        colour.Close();
        return (limit, standardized);
    }

    private static FigureDeclaration Groups(MappingReader yaml, FigureDeclaration figure)
    {
        if (yaml.Mapping("groups") is not { } groups)
            return figure;
        figure = figure with { RowGroups = groups.Text("rows"), ColumnGroups = groups.Text("columns") };
        groups.Close();
        return figure;
    }

    private static FigureDeclaration Pairs(MappingReader yaml, FigureDeclaration figure)
    {
        if (yaml.Mapping("pairs") is { } pairs)
        {
            figure = figure with { PairsTop = pairs.Count("top", 2, 8) ?? figure.PairsTop };
            pairs.Close();
        }

        return figure;
    }

    private enum ScaleSharing
    {
        Shared,
        Independent,
    }
}
