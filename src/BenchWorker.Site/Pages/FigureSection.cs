using BenchWorker.Analysis;

namespace BenchWorker.Site;

/// <summary>The board's figures, light or dark as the reader prefers, each with its files; beside the first what it shows.</summary>
internal static class FigureSection
{
    public static Html Of(BoardRendering board, Observations observations)
    {
        if (board.Figures.Count == 0)
            return Html.Empty;
        HeatmapTable? table = board.Report.Summary.Table;
        Html words = Words(observations, table);
        string slug = board.Report.Board.Slug;
        return Html.Of($"""
            <section aria-labelledby="figures">
            <h2 id="figures">{(board.Figures.Count == 1 ? "Figure" : "Figures")}</h2>
            <div class="{(board.Figures[0].WidthPx < NarrowPx && words.Markup.Length > 0 ? "beside" : "above")}">
            {Figure(board.Figures[0], slug, 0)}{Html.When(words.Markup.Length > 0, $"<div class=\"words\">\n{words}</div>\n")}</div>
            {DataTable.Of(table)}{board.Figures.Skip(1).Select((figure, index) => Figure(figure, slug, index + 1))}</section>

            """);
    }

    /// <summary>A figure narrower than this leaves room for words at its side on a wide screen.</summary>
    private const int NarrowPx = 720;

    private static Html Words(Observations observations, HeatmapTable? table)
    {
        string trends = Plural.Count(observations.Trends.Count, "row");
        return Html.Of($"""
            {Html.When(observations.Figure.Count > 0, $"<h3>What it shows</h3>\n{ObservationList.Of(observations.Figure, table)}")}{Html.When(observations.Trends.Count > 0, $"<details><summary>Trend of {trends}</summary>\n{ObservationList.Of(observations.Trends, table)}</details>\n")}{Html.When(observations.Coverage.Count > 0, $"<details><summary>What is missing</summary>\n{ObservationList.Of(observations.Coverage, table)}</details>\n")}
            """);
    }

    private static Html Figure(RenderedFigure figure, string slug, int index)
    {
        string name = figure.Figure.Slug;
        int up = SitePaths.BoardFolder(slug).Length;
        Html cells = figure.Cells is { } path ? Html.Of($" data-script=\"{path[up..]}\"") : Html.Empty;
        return Html.Of($"""
            <figure id="{name}"{cells}>
            <div class="plot" role="group" aria-label="{(index == 0 ? "Figure" : $"Figure {(index + 1).ToString(System.Globalization.CultureInfo.InvariantCulture)}")}" tabindex="0"><picture>
            <source media="(prefers-color-scheme: dark)" srcset="{figure.Dark.Shown[up..]}" />
            <img src="{figure.Light.Shown[up..]}" width="{figure.WidthPx}" height="{figure.HeightPx}" alt="{figure.Figure.Light.Description}"{Html.When(index > 0, $" loading=\"lazy\"")} />
            </picture></div>
            <figcaption>{figure.Figure.Title} <span class="links"><a href="{BoardFileNames.Svg(name, dark: false)}">SVG</a> <a href="{BoardFileNames.Svg(name, dark: true)}">dark SVG</a> <a href="{BoardFileNames.Png(name, dark: false)}">PNG</a> <a href="{BoardFileNames.Png(name, dark: true)}">dark PNG</a> <a href="{BoardFileNames.Csv(name)}">CSV</a></span></figcaption>
            </figure>

            """);
    }
}
