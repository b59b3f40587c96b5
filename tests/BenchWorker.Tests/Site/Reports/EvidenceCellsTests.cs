using System.Globalization;
using System.Text.Json;
using System.Xml.Linq;
using BenchWorker.Analysis;
using BenchWorker.Figures;
using BenchWorker.Site;
using Shouldly;
using Xunit;

namespace BenchWorker.Tests.Site.Reports;

/// <summary>The addresses in evidence.json lead to the cells that a reader sees: in the drawn figure and in the table under it.</summary>
public sealed class EvidenceCellsTests
{
    public static TheoryData<string> Drawn => ["Matrix", "Packed", "Panels", "Win rate", "Delta", "Change"];

    public static TheoryData<string> All => [.. EveryKindOfFigure.Titles];

    [Theory]
    [MemberData(nameof(Drawn))]
    public void The_page_marks_the_cell_that_the_statement_names(string title)
    {
        BoardReport report = EveryKindOfFigure.Alone(title);
        IReadOnlyList<CellGrid> grids = report.Figures[0].Light.Grids;
        HeatmapTable table = report.Summary.Figures[0].Table;

        (CellAddress Cell, string[] Labels)[] named = [.. Cells(report)];

        named.Length.ShouldBeGreaterThan(4);
        foreach ((CellAddress cell, string[] labels) in named)
        {
            (string[] names, string? text) = Marked(grids, cell);
            names.ShouldBe([.. labels.Where(static label => label.Length > 0)]);
            double.Parse(text.ShouldNotBeNull().TrimStart('+').Replace('\u2212', '-'), CultureInfo.InvariantCulture).ShouldBe(table.Shown[table.Index(cell.Facet, cell.Row, cell.Column)], 1e-9, $"{cell} of {title}");
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void The_table_under_the_figure_has_the_value_at_that_place(string title)
    {
        BoardReport report = EveryKindOfFigure.Alone(title);
        HeatmapTable table = report.Summary.Figures[0].Table;
        XElement[] panels = [.. XElement.Parse(DataTable.Of(table, "data", title, new Dictionary<string, string>()).Markup).Descendants("table")];

        foreach ((CellAddress cell, string[] labels) in Cells(report))
        {
            XElement row = panels.Single(panel => (string?)panel.Attribute("data-panel") == $"{cell.Facet}" && (string?)panel.Attribute("data-figure") == table.Name)
                .Descendants("tr").Single(line => (string?)line.Attribute("data-row") == $"{cell.Row}");
            row.Element("th")!.Value.ShouldBe(labels[1]);
            row.Elements("td").ElementAt(cell.Column).Value.Replace('\u2212', '-').ShouldBe(BenchWorker.Analysis.DisplayNumber.Format(table[cell.Facet, cell.Row, cell.Column], table.Decimals));
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Every_entry_says_what_it_is_what_it_is_about_and_what_it_rests_on(string title)
    {
        using JsonDocument evidence = JsonDocument.Parse(EveryKindOfFigure.Alone(title).Summary.EvidenceJson);

        foreach (JsonElement entry in evidence.RootElement.EnumerateArray())
        {
            string[] parts = [.. entry.EnumerateObject().Select(static part => part.Name).Except(["figure", "test"])];
            parts.ShouldBe(["kind", "name", "text", "verdict", "score", "subjects", "cells", "cellLabels", "values", "checks"]);
            entry.GetProperty("verdict").GetString().ShouldBe("holds");
            entry.GetProperty("cells").GetArrayLength().ShouldBe(entry.GetProperty("cellLabels").GetArrayLength());
            (entry.GetProperty("values").GetArrayLength() + entry.GetProperty("checks").GetArrayLength()).ShouldBeGreaterThan(0, entry.GetProperty("text").GetString());
        }
    }

    /// <summary>What the page's script does with an address: every panel of packed cells is one row of the table; elsewhere rows and columns may be drawn in another order.</summary>
    private static (string[] Names, string? Text) Marked(IReadOnlyList<CellGrid> grids, CellAddress cell)
    {
        if (grids[0].Codes is not null)
            return ([grids[cell.Row].Title!, grids[cell.Row].Codes![cell.Column]], grids[cell.Row].Texts[cell.Column]);
        CellGrid grid = grids[cell.Facet];
        (int row, int column) = (grid.RowOrder.ToList().IndexOf(cell.Row), grid.ColumnOrder.ToList().IndexOf(cell.Column));
        return ([.. new[] { grid.Title, grid.Rows.Labels[row], grid.Columns.Labels[column] }.OfType<string>()], grid.Texts[(row * grid.Columns.Count) + column]);
    }

    /// <summary>Cells with their labels (panel, row, column) of everything that is said of the figure.</summary>
    private static IEnumerable<(CellAddress Cell, string[] Labels)> Cells(BoardReport report)
    {
        using JsonDocument evidence = JsonDocument.Parse(report.Summary.EvidenceJson);
        return
        [
            .. from entry in evidence.RootElement.EnumerateArray()
               where entry.TryGetProperty("figure", out _)
               from cell in entry.GetProperty("cells").EnumerateArray().Zip(entry.GetProperty("cellLabels").EnumerateArray())
               select (new CellAddress(cell.First[0].GetInt32(), cell.First[1].GetInt32(), cell.First[2].GetInt32()), cell.Second.EnumerateArray().Select(static label => label.GetString()!).ToArray()),
        ];
    }
}
