using BenchWorker.Figures;

namespace BenchWorker;

/// <summary>The keys of a figure that say how its numbers are written.</summary>
internal static class FormatReader
{
    /// <summary><c>decimals: 1</c>, or <c>format: "0.0%"</c>; null where neither stands.</summary>
    public static NumberFormat? Read(MappingReader yaml)
    {
        int? decimals = yaml.Count("decimals", 0, 6);
        if (!yaml.Has("format"))
            return decimals is { } digits ? new NumberFormat(digits) : null;
        if (decimals is not null)
            yaml.Reject("format", "\"format\" says how many decimals numbers have; leave \"decimals\" out.");
        return Parse(yaml, "format");
    }

    /// <summary><c>formats: { latency_ms: "0", parameters: "0.0B" }</c>.</summary>
    public static IReadOnlyDictionary<string, NumberFormat> ByLabel(MappingReader yaml)
    {
        Dictionary<string, NumberFormat> formats = new(StringComparer.Ordinal);
        if (yaml.Mapping("formats") is not { } labels)
            return formats;
        foreach (string label in labels.Keys())
        {
            if (Parse(labels, label) is { } format)
                formats[label] = format;
        }

        return formats;
    }

    private static NumberFormat? Parse(MappingReader yaml, string key)
    {
        if (yaml.Text(key) is not { } pattern)
            return null;
        try
        {
            return NumberFormat.Parse(pattern);
        }
        catch (FormatException e)
        {
            yaml.Reject(key, e.Message);
            return null;
        }
    }
}
