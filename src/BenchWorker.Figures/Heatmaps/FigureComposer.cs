using System.Diagnostics;

namespace BenchWorker.Figures;

/// <summary>Turns a figure into a scene: every size is solved from measured text before anything is placed.</summary>
public static class FigureComposer
{
    /// <summary>Equal arguments give equal scenes, whatever the culture of the thread.</summary>
    /// <exception cref="ArgumentException">The canvas would be larger than <see cref="CanvasLimits"/>, or a part of the figure contradicts another.</exception>
    public static Scene Compose(Figure figure, Theme theme, FontSet fonts)
    {
        var measure = new TextMeasure(fonts);
        return figure switch
        {
            MatrixFigure matrix => MatrixComposer.Compose(matrix, theme, measure),
            PackedFigure packed => PackedComposer.Compose(packed, theme, measure),
            DensityFigure density => DensityComposer.Compose(density, theme, measure),
            RankHistoryFigure history => RankHistoryComposer.Compose(history, theme, measure),
            _ => throw new UnreachableException(),
        };
    }
}
