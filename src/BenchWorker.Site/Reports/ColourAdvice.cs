namespace BenchWorker.Site;

/// <summary>What is said of a map that some readers cannot read. It is drawn all the same: whoever names it may know their readers.</summary>
internal static class ColourAdvice
{
    private const string RedGreen = "rdylgn";

    /// <summary>Null where there is nothing to say.</summary>
    public static string? For(ColourDeclaration colour)
    {
        if (colour.Map?.Trim() is not { } name || !name.StartsWith(RedGreen, StringComparison.OrdinalIgnoreCase))
            return null;
        string alternative = string.Concat("rdylbu", name.AsSpan(RedGreen.Length));
        return $"The ends of the colour map {name} look alike to readers with a red-green colour deficiency; colormap: {alternative} keeps them apart.";
    }
}
