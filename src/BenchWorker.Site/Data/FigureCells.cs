using System.Text;
using System.Text.Json;
using BenchWorker.Figures;

namespace BenchWorker.Site;

/// <summary>Where a figure's cells lie and what they say, as a script: a page opened from a folder may load one, but may not read JSON.
/// The page loads it when a reader points at the figure, so that it costs nobody else anything.</summary>
internal static class FigureCells
{
    /// <summary>Beyond this the script would be heavier than the page is worth.</summary>
    private const int MostCells = 100_000;

    /// <returns>Null for a figure without cells of its own.</returns>
    public static byte[]? Write(Scene scene, string figure)
    {
        if (scene.Grids.Sum(static grid => grid.Texts.Count) + scene.Marks.Count is 0 or > MostCells)
            return null;
        using MemoryStream bytes = new();
        bytes.Write(Encoding.UTF8.GetBytes($"benchworker.cells(\"{figure}\","));
        using (Utf8JsonWriter json = new(bytes))
        {
            json.WriteStartObject();
            json.WriteNumber("width", scene.WidthPx);
            json.WriteNumber("height", scene.HeightPx);
            json.WriteStartArray("panels");
            foreach (CellGrid grid in scene.Grids)
                Write(json, grid);
            json.WriteEndArray();
            json.WriteStartArray("marks");
            foreach (CellMark mark in scene.Marks)
                Write(json, mark);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        bytes.Write(");\n"u8);
        return bytes.ToArray();
    }

    private static void Write(Utf8JsonWriter json, CellGrid grid)
    {
        json.WriteStartObject();
        json.WriteString("title", grid.Title);
        Write(json, "rows", grid.Rows, grid.RowOrder);
        Write(json, "columns", grid.Columns, grid.ColumnOrder);
        if (grid.Codes is { } codes)
            Write(json, "codes", codes);
        Write(json, "texts", grid.Texts);
        json.WriteEndObject();
    }

    /// <summary>Left, top, width and height in px, row, column, text, names.</summary>
    private static void Write(Utf8JsonWriter json, CellMark mark)
    {
        json.WriteStartArray();
        foreach (double px in (double[])[mark.Area.Left, mark.Area.Top, mark.Area.Width, mark.Area.Height])
            json.WriteNumberValue(Math.Round(px, 2));
        json.WriteNumberValue(mark.Row);
        json.WriteNumberValue(mark.Column);
        json.WriteStringValue(mark.Text);
        json.WriteStartArray();
        foreach (string name in mark.Names)
            json.WriteStringValue(name);
        json.WriteEndArray();
        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, string name, IReadOnlyList<string?> texts)
    {
        json.WriteStartArray(name);
        foreach (string? text in texts)
            json.WriteStringValue(text);
        json.WriteEndArray();
    }

    /// <summary><c>order[k]</c>: which given row or column is drawn k-th.</summary>
    private static void Write(Utf8JsonWriter json, string name, GridAxis axis, IReadOnlyList<int> order)
    {
        json.WriteStartObject(name);
        json.WriteNumber("size", Math.Round(axis.BandPx, 2));
        Write(json, "labels", axis.Labels);
        json.WriteStartArray("starts");
        foreach (double start in axis.Starts)
            json.WriteNumberValue(Math.Round(start, 2));
        json.WriteEndArray();
        json.WriteStartArray("order");
        foreach (int index in order)
            json.WriteNumberValue(index);
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
