using BenchWorker.Analysis;

namespace BenchWorker.Site;

/// <summary>Every score as a real table, where it is small enough to read; larger ones are in the CSV.</summary>
internal static class ScoresTable
{
    private const int MostCells = 2_000;

    public static bool IsShown(ScoreTable table) => table.Cells.Length is > 0 and <= MostCells;

    public static Html Of(BoardReport report)
    {
        ScoreTable table = report.Table;
        if (!IsShown(table))
            return Html.Empty;
        int decimals = DisplayNumber.Decimals(table.Cells.ToArray().Where(static cell => cell.HasValue).Select(static cell => cell.Value));
        return Html.Of($"""
            <section aria-labelledby="scores">
            <h2 id="scores">Scores</h2>
            <details>
            <summary>Every score as a table</summary>
            <section class="scroll tall" aria-label="Table of scores" tabindex="0">
            <table>
            <thead><tr><th scope="col">{report.Board.Entity}</th>{table.Columns.Select(static column => Html.Of($"<th scope=\"col\" class=\"n\">{column.Name}</th>"))}</tr></thead>
            <tbody>
            {Enumerable.Range(0, table.Entities.Count).Select(i => Row(table, i, decimals))}</tbody>
            </table>
            </section>
            </details>
            </section>

            """);
    }

    private static Html Row(ScoreTable table, int i, int decimals) => Html.Of(
        $"<tr><th scope=\"row\" class=\"entity\">{table.Entities[i]}</th>{Enumerable.Range(0, table.Columns.Count).Select(j => Value(table[i, j], decimals))}</tr>\n");

    private static Html Value(Cell cell, int decimals) => cell.Missing is { } reason
        ? Html.Of($"<td class=\"n absent\">{MethodText.Phrase(reason)}</td>")
        : Html.Of($"<td class=\"n\">{DisplayNumber.Text(cell.Value, decimals)}</td>");
}
