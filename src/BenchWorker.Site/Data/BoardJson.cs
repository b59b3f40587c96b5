using System.Globalization;
using System.Text.Json;
using BenchWorker.Analysis;

namespace BenchWorker.Site;

/// <summary>A board as JSON, described by schema/board.schema.json. No number in it is NaN or infinite: what is missing is null.</summary>
internal static class BoardJson
{
    public const int Format = 1;

    public static byte[] Write(BoardReport report, IReadOnlyList<NextRun> next)
    {
        using MemoryStream bytes = new();
        using (Utf8JsonWriter json = new(bytes, new JsonWriterOptions { Indented = false }))
        {
            json.WriteStartObject();
            json.WriteNumber("format", Format);
            WriteBoard(json, report);
            json.WriteStartArray("leaderboards");
            foreach (Leaderboard leaderboard in report.Leaderboards)
                Write(json, leaderboard);
            json.WriteEndArray();
            BoardChecksJson.WriteChecks(json, report);
            WriteScores(json, report.Table);
            WriteNext(json, next);
            json.WriteStartArray("warnings");
            foreach (string warning in report.Warnings)
                json.WriteStringValue(warning);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        bytes.WriteByte((byte)'\n');
        return bytes.ToArray();
    }

    private static void WriteBoard(Utf8JsonWriter json, BoardReport report)
    {
        json.WriteString("board", report.Board.Slug);
        json.WriteString("title", report.Board.Title);
        json.WriteString("description", report.Board.Description);
        json.WriteString("entity", report.Board.Entity);
        json.WriteString("unit", report.Unit);
        json.WriteString("direction", MethodText.Key(report.Direction));
        json.WriteString("runs", MethodText.Key(report.Board.Runs));
        BoardChecksJson.WriteChoices(json, report);
        if (report.DataAsOf is { } at)
            json.WriteString("dataAsOf", DisplayTime.Machine(at));
        else
            json.WriteNull("dataAsOf");
    }

    private static void Write(Utf8JsonWriter json, Leaderboard leaderboard)
    {
        json.WriteStartObject();
        json.WriteString("method", MethodText.Key(leaderboard.Method));
        json.WriteString("missing", MethodText.Key(leaderboard.Missing));
        json.WriteNumber("minCoverage", leaderboard.MinCoverage);
        json.WriteString("mean", leaderboard.Mean is { } mean ? MethodText.Key(mean) : null);
        json.WriteString("scale", leaderboard.Scale is { } scale ? MethodText.Key(scale) : null);
        json.WriteString("seed", leaderboard.Seed.ToString(CultureInfo.InvariantCulture));
        json.WriteString("intervals", MethodText.Key(leaderboard.Intervals));
        json.WriteString("test", leaderboard.Test is { } test ? MethodText.Key(test) : null);
        json.WriteStartArray("notes");
        foreach (string note in leaderboard.Notes)
            json.WriteStringValue(note);
        json.WriteEndArray();
        json.WriteStartArray("standings");
        foreach (Standing standing in leaderboard.Standings)
        {
            json.WriteStartObject();
            json.WriteString("entity", standing.Entity);
            Number(json, "rank", standing.Rank);
            Number(json, "rankLow", standing.Interval?.Best);
            Number(json, "rankHigh", standing.Interval?.Worst);
            Number(json, "score", standing.Score);
            Number(json, "standardError", standing.StandardError);
            Number(json, "samplingError", standing.SamplingError);
            json.WriteNumber("present", standing.Present);
            json.WriteNumber("columns", standing.Columns);
            json.WriteString("notRanked", standing.NotRanked);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (leaderboard.Pairs is { } pairs)
            PairsJson.Write(json, pairs);
        json.WriteEndObject();
    }

    private static void WriteNext(Utf8JsonWriter json, IReadOnlyList<NextRun> next)
    {
        json.WriteStartArray("next");
        foreach (NextRun run in next)
        {
            json.WriteStartObject();
            json.WriteString("entity", run.Entity);
            json.WriteString("column", run.Column);
            json.WriteString("reason", run.Reason);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteScores(Utf8JsonWriter json, ScoreTable table)
    {
        json.WriteStartArray("entities");
        foreach (string entity in table.Entities)
            json.WriteStringValue(entity);
        json.WriteEndArray();
        json.WriteStartArray("columns");
        foreach (ScoreColumn column in table.Columns)
        {
            json.WriteStartObject();
            json.WriteString("name", column.Name);
            json.WriteString("direction", MethodText.Key(column.Direction));
            json.WriteString("group", column.Group);
            json.WriteNumber("weight", column.Weight);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        WriteRows(json, "scores", table, static (writer, cell) => Number(writer, cell.HasValue ? cell.Value : null));
        if (table.Cells.ToArray().Any(static cell => cell.StandardError is not null))
            WriteRows(json, "standardErrors", table, static (writer, cell) => Number(writer, cell.StandardError));
        if (table.Cells.ToArray().Any(static cell => cell.ClusterCount is not null))
            WriteRows(json, "clusters", table, static (writer, cell) => Number(writer, cell.ClusterCount));
        if (table.Cells.ToArray().Any(static cell => !cell.HasValue))
            WriteRows(json, "missing", table, static (writer, cell) => writer.WriteStringValue(cell.Missing is { } reason ? MethodText.Key(reason) : null));
    }

    /// <summary>One array an entity, in it one item a column.</summary>
    private static void WriteRows(Utf8JsonWriter json, string name, ScoreTable table, Action<Utf8JsonWriter, Cell> write)
    {
        json.WriteStartArray(name);
        for (int i = 0; i < table.Entities.Count; i++)
        {
            json.WriteStartArray();
            for (int j = 0; j < table.Columns.Count; j++)
                write(json, table[i, j]);
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    private static void Number(Utf8JsonWriter json, string name, double? value)
    {
        json.WritePropertyName(name);
        Number(json, value);
    }

    private static void Number(Utf8JsonWriter json, double? value)
    {
        if (value is { } number && double.IsFinite(number))
            json.WriteNumberValue(number);
        else
            json.WriteNullValue();
    }
}
