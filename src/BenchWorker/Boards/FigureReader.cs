using BenchWorker.Figures;
using BenchWorker.Site;

namespace BenchWorker;

/// <summary>One entry of a board's figures. A kind is asked for its own keys only, so that a key of another kind is an error.</summary>
internal static class FigureReader
{
    public static FigureDeclaration Read(MappingReader yaml)
    {
        FigureKind kind = yaml.Choice<FigureKind>("kind") ?? FigureKind.Matrix;
        FigureDeclaration figure = Common(yaml, kind);
        figure = kind switch
        {
            FigureKind.Packed => Packed(yaml, figure),
            FigureKind.Density => Density(yaml, figure),
            FigureKind.RankHistory => RankHistory(yaml, figure),
            FigureKind.Delta => Delta(yaml, Cells(yaml, figure) with { Colour = ColourReader.MapAndSteps(yaml, reach: true) }),
            FigureKind.WinRate => Square(yaml, figure) with { Colour = ColourReader.MapAndSteps(yaml, reach: false) },
            _ => Panels(yaml, Matrix(yaml, figure)),
        };
        yaml.Close();
        if (figure.MaxWidthPx < figure.WidthPx)
            yaml.Reject("max_width", "A figure's max_width cannot be below its width.");
        return figure;
    }

    private static FigureDeclaration Common(MappingReader yaml, FigureKind kind) => new()
    {
        Kind = kind,
        Title = yaml.Text("title"),
        Subtitle = yaml.Text("subtitle"),
        Notes = yaml.Texts("notes"),
        WidthPx = yaml.Count("width", 240, CanvasLimits.MaxSidePx),
        MaxWidthPx = yaml.Count("max_width", 240, CanvasLimits.MaxSidePx),
        Tooltips = yaml.Flag("tooltips") ?? true,
        Theme = yaml.Choice<FigureLook>("theme") ?? FigureLook.Site,
    };

    private static FigureDeclaration Matrix(MappingReader yaml, FigureDeclaration figure) => Cells(yaml, figure) with
    {
        Colour = ColourReader.Read(yaml),
        Uncertainty = yaml.Choice<Uncertainty>("uncertainty") ?? Uncertainty.None,
        Best = Best(yaml),
    };

    /// <summary>What figures of rows and columns have in common, whatever their numbers are.</summary>
    private static FigureDeclaration Cells(MappingReader yaml, FigureDeclaration figure) => Square(yaml, figure) with
    {
        Columns = AxisReader.Read(yaml, "columns"),
        FormatsByLabel = FormatReader.ByLabel(yaml),
        Blocks = yaml.Choice<BlockSummary>("blocks") ?? BlockSummary.Mean,
        Diagonal = yaml.Flag("diagonal") ?? true,
    };

    private static FigureDeclaration Square(MappingReader yaml, FigureDeclaration figure) => figure with
    {
        Rows = AxisReader.Read(yaml, "rows"),
        Format = FormatReader.Read(yaml),
        Annotate = yaml.Flag("annotate") ?? true,
        Triangle = yaml.Choice<Triangle>("triangle") ?? Triangle.Whole,
        Side = yaml.Choices<SideAnnotation>("side"),
        ColumnLabels = yaml.Choice<LabelSide>("column_labels") ?? LabelSide.Auto,
        NoData = yaml.Text("no_data"),
    };

    private static FigureDeclaration Panels(MappingReader yaml, FigureDeclaration figure) => figure with
    {
        Panels = AxisReader.Panels(yaml),
        PanelsAcross = yaml.Count("panels_across", 1, 12),
    };

    private static FigureDeclaration Packed(MappingReader yaml, FigureDeclaration figure)
    {
        if (!yaml.Has("cell"))
            yaml.Reject("cell", "A packed figure needs \"cell\": the result column whose entries name its cells, such as language.");
        return figure with
        {
            Panels = AxisReader.Panels(yaml),
            PanelsAcross = yaml.Count("columns", 1, 12),
            Cell = AxisReader.Read(yaml, "cell"),
            Colour = ColourReader.Read(yaml),
            Format = FormatReader.Read(yaml),
            NoData = yaml.Text("no_data"),
        };
    }

    private static FigureDeclaration Density(MappingReader yaml, FigureDeclaration figure) => figure with
    {
        Pairs = Pairs(yaml),
        Field = yaml.Text("field") ?? "value",
        Shape = yaml.Choice<BinShape>("shape") ?? BinShape.Square,
        Bins = yaml.Text("bins") is null or "auto" ? null : yaml.Count("bins", 2, 200),
        Diagonal = yaml.Flag("diagonal") ?? true,
        PanelsAcross = yaml.Count("panels_across", 1, 12),
        Colour = ColourReader.MapAndEnds(yaml),
    };

    private static FigureDeclaration Delta(MappingReader yaml, FigureDeclaration figure)
    {
        if (yaml.Mapping("baseline", shorthand: "entity") is not { } baseline)
            return figure;
        figure = figure with { Baseline = baseline.Text("entity"), BaselineAsOf = baseline.Time("as_of") };
        baseline.Close();
        if (figure.Baseline is not null && figure.BaselineAsOf is not null)
            baseline.Reject("as_of", "A baseline is either an entity or a moment (as_of), not both.");
        return figure;
    }

    private static FigureDeclaration RankHistory(MappingReader yaml, FigureDeclaration figure) => figure with
    {
        Columns = AxisReader.Read(yaml, "columns"),
        MostEntities = yaml.Count("top", 1, 60) ?? figure.MostEntities,
    };

    private static PairDeclaration Pairs(MappingReader yaml)
    {
        if (yaml.Mapping("pairs") is not { } pairs)
            return new PairDeclaration();
        PairDeclaration read = new()
        {
            Top = pairs.Count("top", 2, 8) ?? 4,
            Of = pairs.Texts("of"),
            SharedScale = (pairs.Choice<ScaleSharing>("scale") ?? ScaleSharing.Shared) == ScaleSharing.Shared,
        };
        pairs.Close();
        if (read.Of.Count is 1 or > 8)
            pairs.Reject("of", "Pairs are made of 2 to 8 entities.");
        return read;
    }

    private static BestMark? Best(MappingReader yaml) => yaml.Choice<BestOf>("best") switch
    {
        BestOf.Column => BestMark.PerColumn,
        BestOf.Row => BestMark.PerRow,
        BestOf.None => BestMark.None,
        _ => null,
    };

    private enum BestOf
    {
        Column,
        Row,
        None,
    }
}
