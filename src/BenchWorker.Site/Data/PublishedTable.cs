using System.Text.Json;
using BenchWorker.Analysis;

namespace BenchWorker.Site;

/// <summary>The score table of a board as it was published, read back from its board.json.</summary>
internal static class PublishedTable
{
    /// <returns>Null when the text is not a board of a format that this program writes: then nothing is said about cells.</returns>
    public static ScoreTable? Read(ReadOnlyMemory<byte> json)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(json);
            JsonElement board = document.RootElement;
            if (board.GetProperty("format").GetInt32() != BoardJson.Format)
                return null;
            string[] entities = [.. board.GetProperty("entities").EnumerateArray().Select(static name => name.GetString() ?? "")];
            ScoreColumn[] columns = [.. board.GetProperty("columns").EnumerateArray().Select(Column)];
            Cell[] cells = [.. board.GetProperty("scores").EnumerateArray().SelectMany(static row => row.EnumerateArray()).Select(static value => value.ValueKind == JsonValueKind.Number ? new Cell(value.GetDouble()) : Cell.Absent())];
            return new ScoreTable(entities, columns, cells);
        }
        catch (Exception unreadable) when (unreadable is JsonException or KeyNotFoundException or InvalidOperationException or ArgumentException or FormatException)
        {
            return null;
        }
    }

    private static ScoreColumn Column(JsonElement column) => new(
        column.GetProperty("name").GetString() ?? "",
        Enum.GetValues<Direction>().First(direction => MethodText.Key(direction) == column.GetProperty("direction").GetString()),
        column.GetProperty("group").GetString(),
        column.GetProperty("weight").GetDouble());
}
