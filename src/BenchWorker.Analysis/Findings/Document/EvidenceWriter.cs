using System.Buffers;
using System.Text;
using System.Text.Json;

namespace BenchWorker.Analysis;

/// <summary>What stands behind every sentence, for programs: the page that highlights cells, and whoever wants to check.</summary>
internal static class EvidenceWriter
{
    public static string Write(HeatmapTable table, IReadOnlyList<Finding> findings)
    {
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter json = new(buffer))
        {
            json.WriteStartArray();
            foreach (Finding finding in findings)
                Write(json, table, finding);
            json.WriteEndArray();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void Write(Utf8JsonWriter json, HeatmapTable table, Finding finding)
    {
        json.WriteStartObject();
        json.WriteString("kind", finding.Kind.Id);
        json.WriteString("name", finding.Kind.Name);
        json.WriteString("text", finding.Sentence.Text(table));
        json.WriteString("verdict", "holds");
        json.WriteNumber("score", Math.Round(finding.Score, 6));
        if (finding.Test is { } test)
            Write(json, test);
        json.WriteStartArray("subjects");
        foreach (string subject in finding.Subjects)
            json.WriteStringValue(subject);
        json.WriteEndArray();
        json.WriteStartArray("cells");
        foreach (CellAddress cell in finding.Cells)
            Write(json, cell);
        json.WriteEndArray();
        json.WriteStartArray("cellLabels");
        foreach (CellAddress cell in finding.Cells)
            WriteLabels(json, table, cell);
        json.WriteEndArray();
        json.WriteStartArray("values");
        foreach (Fill.Number number in finding.Sentence.Numbers())
            Write(json, number);
        json.WriteEndArray();
        json.WriteStartArray("checks");
        foreach (Check check in finding.Checks)
            json.WriteStringValue($"{QuantityText.Of(check.First)} {QuantityText.Of(check.Comparison)} {QuantityText.Of(check.Second)}");
        json.WriteEndArray();
        json.WriteEndObject();
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
