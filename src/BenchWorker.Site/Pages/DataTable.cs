using BenchWorker.Analysis;

namespace BenchWorker.Site;

/// <summary>A figure's numbers as real tables, one a panel, where they are few enough to read; larger ones are in the CSV.</summary>
internal static class DataTable
{
    private const int MostCells = 2_500;

    public static bool IsShown(HeatmapTable? table) =>
        table is not null && table.Facets.Count * table.Rows.Count * table.Columns.Count is > 0 and <= MostCells;

    /// <param name="figure">What the page calls the figure, for the tables' names.</param>
    /// <param name="id">The element's, for links to it.</param>
    /// <param name="groups">The board's groups by column, for a figure that shows none of its own.</param>
    public static Html Of(HeatmapTable? table, string figure, string id, IReadOnlyDictionary<string, string> groups) => table is null || !IsShown(table)
        ? Html.Empty
        : Html.Of($"""
            <details class="data" id="{id}">
            <summary>The same as a table</summary>
            {Enumerable.Range(0, table.Facets.Count).Select(facet => Panel(table, facet, figure, groups))}</details>

            """);

    private static Html Panel(HeatmapTable table, int facet, string figure, IReadOnlyDictionary<string, string> groups)
    {
        string? panel = table.Facets.Count > 1 ? $"{table.Facets.Name} {table.Facets.Labels[facet]}" : null;
        return Html.Of($"""
            <section class="scroll tall" aria-label="{figure} as a table{Html.When(panel is not null, $": {panel}")}" tabindex="0">
            <table data-sorts="" data-figure="{table.Name}" data-panel="{facet}">
            {Html.When(panel is not null, $"<caption>{panel}</caption>\n")}<thead><tr><th scope="col" class="entity" data-sortable="given">{table.Rows.Name}</th>{Enumerable.Range(0, table.Columns.Count).Select(column => Head(table.Columns, column, groups))}</tr></thead>
            <tbody>
            {Enumerable.Range(0, table.Rows.Count).Select(row => Row(table, facet, row))}</tbody>
            </table>
            </section>

            """);
    }

    private static Html Head(HeatmapAxis columns, int column, IReadOnlyDictionary<string, string> groups)
    {
        string? title = columns.Groups?[column] ?? groups.GetValueOrDefault(columns.Labels[column]);
        Html group = string.IsNullOrEmpty(title) ? Html.Empty : Html.Of($" data-group=\"{ShownName.Of(title)}\"");
        return Html.Of($"<th scope=\"col\" class=\"n\" data-sortable=\"descending\"{group}>{ShownName.Of(columns.Labels[column])}</th>");
    }

    private static Html Row(HeatmapTable table, int facet, int row) => Html.Of(
        $"<tr data-row=\"{row}\"><th scope=\"row\" class=\"entity\">{ShownName.Of(table.Rows.Labels[row])}</th>{Enumerable.Range(0, table.Columns.Count).Select(column => Value(table[facet, row, column], table.DecimalsOf(facet)))}</tr>\n");

    private static Html Value(double value, int decimals) => double.IsNaN(value)
        ? Html.Of($"<td class=\"n absent\" data-sort=\"\">no value</td>")
        : Html.Of($"<td class=\"n\">{DisplayNumber.Text(value, decimals)}</td>");
}
