using System.Buffers;
using System.Text;
using System.Text.Json;

namespace BenchWorker.Analysis;

/// <summary>What stands behind every sentence, for programs: the page that highlights cells, and whoever wants to check.</summary>
internal static class EvidenceWriter
{
    public static string Write(IReadOnlyList<FigureSections> figures, RankingSections? ranking)
    {
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter json = new(buffer))
        {
            json.WriteStartArray();
            foreach (FigureSections figure in figures)
                Write(json, figure.Table.Name, figure.Table, figure.Stated);
            if (ranking is not null)
                Write(json, null, ranking.Table, ranking.Stated);
            json.WriteEndArray();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <param name="figure">Null for what is said of the ranking.</param>
    private static void Write(Utf8JsonWriter json, string? figure, HeatmapTable table, IReadOnlyList<Finding> findings)
    {
        foreach (Finding finding in findings)
        {
            json.WriteStartObject();
            if (figure is not null)
                json.WriteString("figure", figure);
            Write(json, table, finding);
            json.WriteEndObject();
        }
    }

    private static void Write(Utf8JsonWriter json, HeatmapTable table, Finding finding)
    {
        json.WriteString("kind", finding.Kind.Id);
        json.WriteString("name", finding.Kind.Name);
        json.WriteString("text", finding.Sentence.Text(table));
        json.WriteString("verdict", "holds");
        json.WriteNumber("score", Math.Round(finding.Score, 6));
        if (finding.Test is { } test)
            Write(json, test);
        WriteAll(json, "subjects", finding.Subjects, json.WriteStringValue);
        WriteAll(json, "cells", finding.Cells, cell => Write(json, cell));
        WriteAll(json, "cellLabels", finding.Cells, cell => WriteLabels(json, table, cell));
        WriteAll(json, "values", finding.Sentence.Numbers(), number => Write(json, number));
        WriteAll(json, "checks", finding.Checks, check => json.WriteStringValue(QuantityText.Of(check)));
    }

    private static void WriteAll<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (T item in items)
            write(item);
        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, TestResult test)
    {
        json.WriteStartObject("test");
        json.WriteString("name", test.Name);
        json.WriteNumber("p", test.P);
        json.WriteNumber("q", test.Q);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, CellAddress cell)
    {
        json.WriteStartArray();
        json.WriteNumberValue(cell.Facet);
        json.WriteNumberValue(cell.Row);
        json.WriteNumberValue(cell.Column);
        json.WriteEndArray();
    }

    /// <summary>Panel, row and column by name, as <c>cells</c> has them by index; the panel is empty where there is one.</summary>
    private static void WriteLabels(Utf8JsonWriter json, HeatmapTable table, CellAddress cell)
    {
        json.WriteStartArray();
        json.WriteStringValue(table.Facets.Labels[cell.Facet]);
        json.WriteStringValue(table.Rows.Labels[cell.Row]);
        json.WriteStringValue(table.Columns.Labels[cell.Column]);
        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, Fill.Number number)
    {
        json.WriteStartObject();
        json.WriteString("text", Sentence.Show(number.Value, number));
        json.WriteNumber("value", number.Value);
        json.WriteString("of", QuantityText.Of(number.Quantity));
        json.WriteEndObject();
    }
}
