using System.Globalization;
using System.Text;
using BenchWorker.Analysis;

namespace BenchWorker.Site;

/// <summary>Statements as a list; each carries the cells it rests on, so that the page can show them in the figure and in the table.</summary>
internal static class ObservationList
{
    /// <summary>A statement on more cells than this is about the table as a whole.</summary>
    private const int MostCells = 600;

    public static Html Of(IReadOnlyList<Statement> statements) => statements.Count == 0
        ? Html.Empty
        : Html.Of($"<ul class=\"observations\">\n{statements.Select(Item)}</ul>\n");

    private static Html Item(Statement statement) => statement.Table.Name is not { } figure || statement.Finding.Cells.Count is 0 or > MostCells
        ? Html.Of($"<li>{statement.Text}</li>\n")
        : Html.Of($"<li data-figure=\"{figure}\" data-cells=\"{Addresses(statement.Finding.Cells)}\">{statement.Text}</li>\n");

    /// <summary><c>panel,row,column</c>, neighbours in a row as <c>panel,row,from-to</c>, separated by spaces.</summary>
    internal static string Addresses(IEnumerable<CellAddress> cells)
    {
        StringBuilder text = new();
        CellAddress[] ordered = [.. cells.Distinct().OrderBy(static cell => cell.Facet).ThenBy(static cell => cell.Row).ThenBy(static cell => cell.Column)];
        for (int i = 0; i < ordered.Length; i++)
        {
            CellAddress first = ordered[i];
            while (i + 1 < ordered.Length && ordered[i + 1] == ordered[i] with { Column = ordered[i].Column + 1 })
                i++;
            text.Append(text.Length == 0 ? "" : " ").Append(CultureInfo.InvariantCulture, $"{first.Facet},{first.Row},{first.Column}");
            if (ordered[i].Column > first.Column)
                text.Append(CultureInfo.InvariantCulture, $"-{ordered[i].Column}");
        }

        return text.ToString();
    }
}
