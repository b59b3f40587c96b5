using System.Diagnostics;

namespace BenchWorker.Figures;

/// <summary>Turns a figure into a scene: every size is solved from measured text before anything is placed.</summary>
public static class FigureComposer
{
    /// <summary>Equal arguments give equal scenes, whatever the culture of the thread.</summary>
    /// <exception cref="ArgumentException">The canvas would be larger than <see cref="CanvasLimits"/>, or a part of the figure contradicts another.</exception>
    public static Scene Compose(Figure figure, Theme theme, FontSet fonts) => Lay(figure, fonts)(theme);

    /// <returns>What draws the figure in a theme. A matrix is solved once for all themes.</returns>
    /// <exception cref="ArgumentException">As above, here or when it is drawn.</exception>
    public static Func<Theme, Scene> Lay(Figure figure, FontSet fonts)
    {
        var measure = new TextMeasure(fonts);
        return figure switch
        {
            MatrixFigure matrix => MatrixComposer.Lay(matrix, measure),
            PackedFigure packed => theme => PackedComposer.Compose(packed, theme, measure),
            DensityFigure density => theme => DensityComposer.Compose(density, theme, measure),
            RankHistoryFigure history => theme => RankHistoryComposer.Compose(history, theme, measure),
            _ => throw new UnreachableException(),
        };
    }
}
