namespace BenchWorker.Site;

/// <summary>The board's figures, light or dark as the reader prefers, each with its files.</summary>
internal static class FigureSection
{
    public static Html Of(BoardRendering board) => board.Figures.Count == 0
        ? Html.Empty
        : Html.Of($"""
            <section aria-labelledby="figures">
            <h2 id="figures">Figures</h2>
            {board.Figures.Select((figure, index) => Figure(figure, board.Report.Board.Slug, index))}</section>

            """);

    private static Html Figure(RenderedFigure figure, string slug, int index)
    {
        string name = figure.Figure.Slug;
        int up = SitePaths.BoardFolder(slug).Length;
        return Html.Of($"""
            <figure id="figure-{name}">
            <a href="{figure.Light.Svg[up..]}"><picture>
            <source media="(prefers-color-scheme: dark)" srcset="{figure.Dark.Shown[up..]}" />
            <img src="{figure.Light.Shown[up..]}" width="{figure.WidthPx}" height="{figure.HeightPx}" alt="{figure.Figure.Light.Description}"{Html.When(index > 0, $" loading=\"lazy\"")} />
            </picture></a>
            <figcaption>{figure.Figure.Title}
            <span class="links"><a href="{BoardFileNames.Svg(name, dark: false)}">SVG</a>, <a href="{BoardFileNames.Svg(name, dark: true)}">dark SVG</a>, <a href="{BoardFileNames.Png(name, dark: false)}">PNG</a>, <a href="{BoardFileNames.Png(name, dark: true)}">dark PNG</a>, <a href="{BoardFileNames.Csv(name)}">values as CSV</a></span></figcaption>
            </figure>

            """);
    }
}
