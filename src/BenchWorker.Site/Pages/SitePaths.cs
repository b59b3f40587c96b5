namespace BenchWorker.Site;

/// <summary>Where things are, from the site's root.</summary>
public static class SitePaths
{
    public const string Index = "index.html";
    public const string Models = "models.html";
    public const string Changes = "changes.html";
    public const string Next = "next.html";
    public const string Methods = "methods.html";
    public const string Status = "status.html";
    public const string NotFound = "404.html";
    public const string Snapshots = "snapshots/index.html";
    public const string Search = "search.js";
    public const string Sitemap = "sitemap.xml";
    public const string Schema = "schema/board.schema.json";
    public const string ReleaseSchema = "schema/release.schema.json";

    /// <summary>Folder of everything that belongs to one board, with its slash.</summary>
    public static string BoardFolder(string slug) => $"boards/{slug}/";

    public static string BoardPage(string slug) => $"boards/{slug}/index.html";

    public static string BoardJson(string slug) => BoardFolder(slug) + BoardFileNames.Json;

    public static string ModelPage(string model) => $"models/{Slug.From(model)}.html";

    /// <summary>The slug of the board a file belongs to; null for files of the whole site.</summary>
    public static string? BoardOf(string path)
    {
        string[] parts = path.Split('/', 3);
        return parts is ["boards", string slug, _] ? slug : null;
    }

    /// <summary>From a page back to the root: "", "../", "../../".</summary>
    internal static string Up(string path) => string.Concat(Enumerable.Repeat("../", path.Count(static c => c == '/')));
}
