namespace BenchWorker.Site;

/// <summary>A hash of values as they are written. They are never together in memory: those of one large board would be tens of megabytes.</summary>
internal static class ContentDigest
{
    /// <returns>32 lower-case hexadecimal digits.</returns>
    public static string Of(Action<DigestWriter> write)
    {
        using DigestWriter writer = new();
        write(writer);
        return writer.Finish();
    }
}
