using System.Text.Json;
using BenchWorker.Analysis;

namespace BenchWorker.Site;

/// <summary>Reads the scores of a published board back from its <c>board.json</c>, to tell what has changed since.</summary>
public static class PublishedScores
{
    /// <returns>Null for a file of another format or one that is damaged: nothing is said of changes then.</returns>
    public static ScoreTable? Read(ReadOnlyMemory<byte> boardJson)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(boardJson);
            JsonElement root = document.RootElement;
            return root.GetProperty("format").GetInt32() != BoardJson.Format ? null : new ScoreTable(
                [.. root.GetProperty("entities").EnumerateArray().Select(static entity => entity.GetString() ?? "")],
                [.. root.GetProperty("columns").EnumerateArray().Select(Column)],
                [.. root.GetProperty("scores").EnumerateArray().SelectMany(static row => row.EnumerateArray()).Select(Cell)]);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or ArgumentException)
        {
            return null;
        }
    }

    /// <summary>Whether some entity, column or value differs; errors and counts of samples do not matter.</summary>
    public static bool Differ(ScoreTable first, ScoreTable second) =>
        !first.Entities.SequenceEqual(second.Entities, StringComparer.Ordinal)
        || !first.Columns.Select(static column => column.Name).SequenceEqual(second.Columns.Select(static column => column.Name), StringComparer.Ordinal)
        || !first.Cells.ToArray().Select(static cell => cell.Value).SequenceEqual(second.Cells.ToArray().Select(static cell => cell.Value));

    private static ScoreColumn Column(JsonElement column) => new(
        column.GetProperty("name").GetString() ?? "",
        column.GetProperty("direction").GetString() switch
        {
            "higher-is-better" => Direction.HigherIsBetter,
            "lower-is-better" => Direction.LowerIsBetter,
            _ => Direction.Unknown,
        },
        column.GetProperty("group").GetString(), column.GetProperty("weight").GetDouble());

    private static Cell Cell(JsonElement value) => value.ValueKind == JsonValueKind.Number ? new Cell(value.GetDouble()) : Analysis.Cell.Absent();
}
