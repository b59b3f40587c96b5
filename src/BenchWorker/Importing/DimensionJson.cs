using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace BenchWorker;

/// <summary>Writes some columns of a row as a JSON object of strings; empty cells are left out.</summary>
internal sealed class DimensionJson(IReadOnlyList<(string Name, int Place)> columns)
{
    private readonly (string Key, int Place)[] keys = [.. columns.Select(column => ($"\"{Escape(column.Name)}\":\"", column.Place))];
    private readonly StringBuilder text = new();
    private string last = "{}";

    public string Write(Func<int, string> cell)
    {
        if (keys.Length == 0) return "{}";
        text.Clear().Append('{');
        foreach ((string key, int place) in keys)
        {
            string value = cell(place);
            if (value.Length == 0) continue;
            if (text.Length > 1) text.Append(',');
            text.Append(key).Append(NeedsEscape(value) ? Escape(value) : value).Append('"');
        }

        text.Append('}');
        // Neighbouring rows often share their dimensions.
        return text.Equals(last) ? last : last = text.ToString();
    }

    private static bool NeedsEscape(string value) => value.AsSpan().ContainsAny('"', '\\') || value.AsSpan().ContainsAnyInRange('\0', '\u001f');

    private static string Escape(string value) => JsonEncodedText.Encode(value, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).ToString();
}
