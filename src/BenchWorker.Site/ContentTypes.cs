namespace BenchWorker.Site;

/// <summary>What a web server or an object store must say a file is.</summary>
public static class ContentTypes
{
    /// <exception cref="ArgumentException">The site has no files of that kind.</exception>
    public static string Of(string path) => path[(path.LastIndexOf('.') + 1)..] switch
    {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "json" => "application/json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "csv" => "text/csv; charset=utf-8",
        "md" => "text/markdown; charset=utf-8",
        "xml" when path.EndsWith("feed.xml", StringComparison.Ordinal) => "application/atom+xml; charset=utf-8",
        "xml" => "application/xml; charset=utf-8",
        "txt" => "text/plain; charset=utf-8",
        string extension => throw new ArgumentException($"The site has no files of kind \"{extension}\" ({path}).", nameof(path)),
    };
}
