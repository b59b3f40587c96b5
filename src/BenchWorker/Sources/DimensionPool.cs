using System.Collections.Frozen;
using System.Text.Json;

namespace BenchWorker;

/// <summary>Turns the dimensions' JSON into dictionaries; rows with equal dimensions share one.</summary>
internal sealed class DimensionPool
{
    /// <summary>Dimensions that differ in every row are not worth remembering.</summary>
    private const int Most = 50_000;

    private readonly Dictionary<string, IReadOnlyDictionary<string, string>> known = new(StringComparer.Ordinal);
    private readonly StringPool strings = new();

    public IReadOnlyDictionary<string, string> Parse(string json)
    {
        if (json.Length <= 2) return FrozenDictionary<string, string>.Empty;
        if (known.TryGetValue(json, out IReadOnlyDictionary<string, string>? dimensions)) return dimensions;
        using JsonDocument document = JsonDocument.Parse(json);
        var parsed = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (JsonProperty property in document.RootElement.EnumerateObject())
        {
            string value = property.Value.ValueKind is JsonValueKind.String ? property.Value.GetString() ?? "" : property.Value.GetRawText();
            if (property.Value.ValueKind is not JsonValueKind.Null) parsed[strings.Intern(property.Name)] = strings.Intern(value);
        }

        if (known.Count < Most) known.Add(json, parsed);
        return parsed;
    }
}
