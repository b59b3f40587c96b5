using System.Globalization;
using BenchWorker.Analysis;

namespace BenchWorker.Site;

/// <summary>The board's figures, light or dark as the reader prefers, each with its files, with what it shows and with its numbers.</summary>
internal static class FigureSection
{
    /// <summary>A figure narrower than this leaves room for words at its side on a wide screen.</summary>
    private const int NarrowPx = 720;

    public static Html Of(BoardRendering board, Observations observations) => board.Figures.Count == 0
        ? Html.Empty
        : Html.Of($"""
            <section aria-labelledby="figures">
            <h2 id="figures">{(board.Figures.Count == 1 ? "Figure" : "Figures")}</h2>
            {board.Figures.Select((figure, index) => WithWords(figure, board.Report, index, observations.Under(figure.Figure.Slug)))}</section>

            """);

    private static Html WithWords(RenderedFigure figure, BoardReport report, int index, FigureObservations? observations)
    {
        Html words = observations is null or { IsEmpty: true } ? Html.Empty : Html.Of($"<div class=\"words\" id=\"{WordsId(figure)}\">\n{Words(observations)}</div>\n");
        bool beside = figure.WidthPx < NarrowPx && words.Markup.Length > 0;
        return Html.Of($"""
            <div class="{(beside ? "beside" : "above")}">
            {Figure(figure, report.Board.Slug, index, observations)}{words}</div>
            {DataTable.Of(observations?.Table, Called(index), index == 0 ? "data" : figure.Figure.Slug + "-data", GroupsOf(report.Table))}
            """);
    }

    /// <summary>By name of column; of columns that share a name the first counts.</summary>
    private static Dictionary<string, string> GroupsOf(ScoreTable table) =>
        table.Columns.Where(static column => column.Group is not null).DistinctBy(static column => column.Name, StringComparer.Ordinal).ToDictionary(static column => column.Name, static column => column.Group!, StringComparer.Ordinal);

    private static string Called(int index) => index == 0 ? "Figure" : $"Figure {(index + 1).ToString(CultureInfo.InvariantCulture)}";

    private static string WordsId(RenderedFigure figure) => figure.Figure.Slug + "-words";

    private static Html Words(FigureObservations observations) => Html.Of($"""
        {Html.When(observations.Shows.Count > 0, $"<h3>What it shows</h3>\n{ObservationList.Of(observations.Shows)}")}{Html.When(observations.Trends.Count > 0, $"<details><summary>Trend of {Plural.Count(observations.Trends.Count, "row")}</summary>\n{ObservationList.Of(observations.Trends)}</details>\n")}{Html.When(observations.Coverage.Count > 0, $"<details><summary>What is missing</summary>\n{ObservationList.Of(observations.Coverage)}</details>\n")}
        """);

    private static Html Figure(RenderedFigure figure, string slug, int index, FigureObservations? observations)
    {
        string name = figure.Figure.Slug;
        int up = SitePaths.BoardFolder(slug).Length;
        Html cells = figure.Cells is { } path ? Html.Of($" data-script=\"{path[up..]}\"") : Html.Empty;
        Html described = observations is { IsEmpty: false } ? Html.Of($" aria-describedby=\"{WordsId(figure)}\"") : Html.Empty;
        return Html.Of($"""
            <figure id="{name}"{cells}>
            <div class="plot" role="group" aria-label="{Called(index)}" tabindex="0"><picture>
            <source media="(prefers-color-scheme: dark)" srcset="{figure.Dark.Shown[up..]}" />
            <img src="{figure.Light.Shown[up..]}" width="{figure.WidthPx}" height="{figure.HeightPx}" alt="{observations?.AltText ?? figure.Figure.Light.Description}"{described}{Html.When(index > 0, $" loading=\"lazy\"")} />
            </picture></div>
            <figcaption><span class="unseen">{figure.Figure.Title}</span> <span class="links"><a href="{BoardFileNames.Svg(name, dark: false)}">SVG</a> <a href="{BoardFileNames.Svg(name, dark: true)}">dark SVG</a> <a href="{BoardFileNames.Png(name, dark: false)}">PNG</a> <a href="{BoardFileNames.Png(name, dark: true)}">dark PNG</a> <a href="{BoardFileNames.Csv(name)}">CSV</a></span></figcaption>
            </figure>

            """);
    }
}
