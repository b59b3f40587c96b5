using System.Reflection;

namespace BenchWorker.Site;

/// <summary>The style sheet, the script and the icon that every page shares, under names that tell their content.</summary>
internal static class SiteAssets
{
    public static SiteFile StyleSheet { get; } = Load("site.css");

    public static SiteFile Script { get; } = Load("site.js");

    public static SiteFile Icon { get; } = Load("icon.svg");

    public static IReadOnlyList<SiteFile> All { get; } = [StyleSheet, Script, Icon];

    /// <summary>Not hashed: other people's programs refer to it.</summary>
    public static SiteFile Schema { get; } = SiteFile.Of(SitePaths.Schema, Read("board.schema.json"));

    public static SiteFile ReleaseSchema { get; } = SiteFile.Of(SitePaths.ReleaseSchema, Read("release.schema.json"));

    private static SiteFile Load(string name)
    {
        string[] parts = name.Split('.');
        return SiteFile.Hashed("assets/", parts[0], parts[1], Read(name));
    }

    private static byte[] Read(string name)
    {
        using Stream resource = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is not embedded in this assembly.");
        using MemoryStream content = new();
        resource.CopyTo(content);
        return content.ToArray();
    }
}
