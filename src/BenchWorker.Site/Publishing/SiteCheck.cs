using System.Xml;
using BenchWorker.Figures;

namespace BenchWorker.Site;

/// <summary>Looks a composed site over before anybody else does.</summary>
public static class SiteCheck
{
    /// <returns>What is wrong, a sentence each; empty when the site is fit to be published.</returns>
    public static IReadOnlyList<string> Problems(SiteSnapshot site)
    {
        HashSet<string> paths = [.. site.Manifest.Files.Select(static file => file.Path), SiteManifest.Path, Release.Path];
        // Figures lie under two names; what is the same is looked at once.
        IEnumerable<SiteFile> distinct = site.Files.Values.DistinctBy(static file => (file.Sha256, IsPage(file) ? file.Path : ""));
        return [.. InParallel.Select(distinct, file => Problems(file, paths).ToArray()).SelectMany(static problems => problems)];
    }

    private static IEnumerable<string> Problems(SiteFile file, HashSet<string> paths)
    {
        if (IsPage(file))
            return PageCheck.Problems(file, paths);
        if (file.Path.EndsWith(".svg", StringComparison.Ordinal) || file.Path.EndsWith(".xml", StringComparison.Ordinal))
            return Malformed(file);
        return file.Path.EndsWith(".png", StringComparison.Ordinal) && PngCheck.Fault(file.Content.Span) is { } fault ? [$"{file.Path} {fault}."] : [];
    }

    /// <summary>Its links depend on where it stands.</summary>
    private static bool IsPage(SiteFile file) => file.ContentType.StartsWith("text/html", StringComparison.Ordinal);

    private static IEnumerable<string> Malformed(SiteFile file)
    {
        try
        {
            using MemoryStream stream = new(file.Content.ToArray());
            using XmlReader reader = XmlReader.Create(stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
            while (reader.Read())
            {
            }

            return [];
        }
        catch (XmlException malformed)
        {
            return [$"{file.Path} is not well-formed: {malformed.Message}"];
        }
    }
}
