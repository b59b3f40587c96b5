namespace BenchWorker;

/// <summary>Where the long result columns stand in a file, by its header.</summary>
internal sealed class LongColumns
{
    private static readonly string[] Standard =
        ["benchmark", "task", "subset", "model", "metric", "higher_is_better", "value", "stderr", "n", "run_at", "run", "sample_id"];

    private static readonly string[] Required = ["benchmark", "task", "model", "metric", "value"];

    private readonly Dictionary<string, int> places = new(StringComparer.Ordinal);
    private readonly IReadOnlyDictionary<string, string> defaults;

    /// <exception cref="ImportException">A required column is missing, or a name is empty or comes twice.</exception>
    public LongColumns(string file, IReadOnlyList<string> header, ImportOptions options)
    {
        defaults = options.Defaults;
        var all = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < header.Count; i++)
        {
            if (string.IsNullOrWhiteSpace(header[i])) throw new ImportException($"{file}: column {i + 1} has no name.");
            if (!all.TryAdd(header[i], i)) throw new ImportException($"{file}: two columns are called \"{header[i]}\".");
        }

        foreach (string name in Standard)
        {
            string called = options.Columns.GetValueOrDefault(name, name);
            if (all.Remove(called, out int place))
                places.Add(name, place);
            else if (options.Columns.ContainsKey(name))
                throw new ImportException($"{file} has no column \"{called}\", which was to be {name}; it has {string.Join(", ", header)}.");
        }

        if (Required.FirstOrDefault(name => !places.ContainsKey(name) && !defaults.ContainsKey(name)) is { } missing)
            throw new ImportException($"{file} has no column \"{missing}\"; it has {string.Join(", ", header)}. Needed are {string.Join(", ", Required)}.");
        Count = header.Count;
        Dimensions = [.. all.OrderBy(column => column.Value).Select(column => (column.Key, column.Value))];
    }

    public int Count { get; }

    /// <summary>Every other column, in the file's order.</summary>
    public IReadOnlyList<(string Name, int Place)> Dimensions { get; }

    public int? Place(string name) => places.TryGetValue(name, out int place) ? place : null;

    /// <summary>What a column holds where the file has no such column.</summary>
    public string Default(string name) => defaults.GetValueOrDefault(name, "");
}
