namespace BenchWorker;

/// <summary>One string object for equal texts: names repeat a million times in a table of results.</summary>
internal sealed class StringPool
{
    private readonly HashSet<string> strings = new(StringComparer.Ordinal);

    public string Intern(string text)
    {
        if (strings.TryGetValue(text, out string? known)) return known;
        strings.Add(text);
        return text;
    }
}
