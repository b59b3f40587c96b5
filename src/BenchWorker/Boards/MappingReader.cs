using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace BenchWorker;

/// <summary>Reads one YAML mapping strictly: what is not asked for is an error, and every error knows its line.</summary>
internal sealed class MappingReader
{
    private readonly YamlMappingNode node;
    private readonly string where;
    private readonly BoardFileErrors errors;
    private readonly List<string> asked = [];

    /// <param name="where">What the mapping is, for messages: "board", "figure", ...</param>
    public MappingReader(YamlMappingNode node, string where, BoardFileErrors errors)
    {
        this.node = node;
        this.where = where;
        this.errors = errors;
    }

    public Mark Start => node.Start;

    public string? Text(string key)
    {
        if (Find(key) is not { } value)
            return null;
        if (value is YamlScalarNode { Value: { } text })
            return text.Length == 0 ? null : text;
        return errors.Add<string?>(value, $"\"{key}\" of a {where} is one text, not a list or a mapping.");
    }

    public bool Has(string key) => Find(key) is not null;

    /// <summary>Every key of the mapping, for mappings whose keys are the user's own.</summary>
    public IReadOnlyList<string> Keys() => [.. node.Children.Keys.OfType<YamlScalarNode>().Select(static key => key.Value ?? "")];

    /// <summary>Names keys that the mapping may have, though nobody reads them here.</summary>
    public void Ask(params ReadOnlySpan<string> keys) => asked.AddRange(keys);

    public string RequiredText(string key) =>
        Text(key) ?? errors.Add(node, $"A {where} needs \"{key}\".", "");

    public double? Number(string key, double min = double.NegativeInfinity, double max = double.PositiveInfinity)
    {
        if (Text(key) is not { } text)
            return null;
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number) && number >= min && number <= max)
            return number;
        return errors.Add<double?>(Find(key)!, $"\"{key}\" of a {where} is {text}; it must be {Allowed(min, max)}.");
    }

    public int? Count(string key, int min, int max)
    {
        if (Number(key, min, max) is not { } number)
            return null;
        return double.IsInteger(number) ? (int)number : errors.Add<int?>(Find(key)!, $"\"{key}\" of a {where} is {Text(key)}; it must be a whole number.");
    }

    public bool? Flag(string key) => Text(key) switch
    {
        null => null,
        "true" => true,
        "false" => false,
        var text => errors.Add<bool?>(Find(key)!, $"\"{key}\" of a {where} is \"{text}\"; it must be true or false."),
    };

    /// <summary>One of an enum's names, written with hyphens: <c>mean-win-rate</c>.</summary>
    public T? Choice<T>(string key)
        where T : struct, Enum =>
        Text(key) is { } text ? ParseChoice<T>(Find(key)!, key, text) : null;

    public IReadOnlyList<T> Choices<T>(string key)
        where T : struct, Enum =>
        [.. Scalars(key).Select(item => ParseChoice<T>(item, key, item.Value ?? "")).OfType<T>()];

    /// <summary>A list of texts; a single text counts as a list of one.</summary>
    public IReadOnlyList<string> Texts(string key) => [.. Scalars(key).Select(item => item.Value ?? "")];

    /// <summary>A duration: a number with ms, s, m or h.</summary>
    public TimeSpan? Duration(string key)
    {
        if (Text(key) is not { } text)
            return null;
        return Durations.Parse(text) ?? errors.Add<TimeSpan?>(Find(key)!, $"\"{key}\" of a {where} is \"{text}\"; write a number with ms, s, m or h, as in 10s.");
    }

    /// <summary>A date or a time; without a zone it is UTC.</summary>
    public DateTimeOffset? Time(string key)
    {
        if (Text(key) is not { } text)
            return null;
        return ResultText.Time(text, out DateTimeOffset? time) is { } wrong
            ? errors.Add<DateTimeOffset?>(Find(key)!, $"\"{key}\" of a {where}: {wrong["run_at ".Length..]}.")
            : time;
    }

    /// <summary>A nested mapping, or null where the key is absent. A plain text becomes a mapping of <paramref name="shorthand"/> to it.</summary>
    public MappingReader? Mapping(string key, string? shorthand = null) => Find(key) switch
    {
        null => null,
        YamlMappingNode mapping => new MappingReader(mapping, $"{where}'s {key}", errors),
        YamlScalarNode scalar when shorthand is not null => new MappingReader(new YamlMappingNode(new YamlScalarNode(shorthand), scalar), $"{where}'s {key}", errors),
        var other => errors.Add<MappingReader?>(other, $"\"{key}\" of a {where} is a mapping, as in {{ key: value }}."),
    };

    public IReadOnlyList<MappingReader> Mappings(string key, string each)
    {
        if (Find(key) is not { } value)
            return [];
        if (value is not YamlSequenceNode list)
            return errors.Add<IReadOnlyList<MappingReader>>(value, $"\"{key}\" of a {where} is a list.", []);
        foreach (YamlNode item in list.Where(static item => item is not YamlMappingNode))
            errors.Add<object?>(item, $"Every entry of \"{key}\" is a mapping, as in - {{ kind: matrix }}.");
        return [.. list.OfType<YamlMappingNode>().Select(item => new MappingReader(item, each, errors))];
    }

    /// <summary>Every key of the mapping with its texts, for mappings whose keys are the user's own.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Entries()
    {
        Dictionary<string, IReadOnlyList<string>> entries = new(StringComparer.Ordinal);
        foreach (string key in Keys())
            entries[key] = Texts(key);
        return entries;
    }

    public bool IsPlainNumber(string key) => Find(key) is YamlScalarNode { Value: { } text } && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _);

    /// <summary>Reports what the mapping holds beyond the keys that were asked for.</summary>
    public void Close()
    {
        foreach (YamlNode key in node.Children.Keys)
        {
            if (key is not YamlScalarNode { Value: { } name } || !asked.Contains(name, StringComparer.Ordinal))
                errors.Add<object?>(key, $"A {where} has no \"{key}\"; it has {string.Join(", ", asked.Distinct(StringComparer.Ordinal))}.");
        }
    }

    public void Reject(string key, string message) => errors.Add<object?>(Find(key) ?? node, message);

    private static string Allowed(double min, double max) => (double.IsFinite(min), double.IsFinite(max)) switch
    {
        (true, true) => string.Create(CultureInfo.InvariantCulture, $"a number from {min} to {max}"),
        (true, false) => string.Create(CultureInfo.InvariantCulture, $"a number of {min} or more"),
        (false, true) => string.Create(CultureInfo.InvariantCulture, $"a number of {max} or less"),
        _ => "a finite number",
    };

    private YamlNode? Find(string key)
    {
        asked.Add(key);
        return node.Children.TryGetValue(new YamlScalarNode(key), out YamlNode? value) ? value : null;
    }

    private IEnumerable<YamlScalarNode> Scalars(string key)
    {
        IEnumerable<YamlNode> items = Find(key) switch
        {
            null => [],
            YamlSequenceNode list => list,
            var single => [single],
        };
        foreach (YamlNode item in items)
        {
            if (item is YamlScalarNode scalar)
                yield return scalar;
            else
                errors.Add<object?>(item, $"\"{key}\" of a {where} is a list of texts.");
        }
    }

    private T? ParseChoice<T>(YamlNode at, string key, string text)
        where T : struct, Enum
    {
        foreach (T value in Enum.GetValues<T>())
        {
            if (string.Equals(Kebab.Case(value.ToString()), text, StringComparison.OrdinalIgnoreCase))
                return value;
        }

        string allowed = string.Join(", ", Enum.GetNames<T>().Select(Kebab.Case));
        return errors.Add<T?>(at, $"\"{key}\" of a {where} is \"{text}\"; it must be one of {allowed}.");
    }
}
