namespace BenchWorker.Site;

/// <summary>A name as pages show it: never nothing, never a wall.</summary>
internal static class ShownName
{
    /// <summary>Longer names are cut in the middle, where the least is lost; data files keep all of them.</summary>
    private const int Longest = 120;

    public static string Of(string name)
    {
        if (string.IsNullOrWhiteSpace(name))
            return "(no name)";
        return name.Length <= Longest ? name : string.Concat(name.AsSpan(0, Longest / 2), "…", name.AsSpan(name.Length - (Longest / 2)));
    }
}
