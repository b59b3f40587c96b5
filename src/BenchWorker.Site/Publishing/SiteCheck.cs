using System.Xml;

namespace BenchWorker.Site;

/// <summary>Looks a composed site over before anybody else does.</summary>
public static class SiteCheck
{
    /// <returns>What is wrong, a sentence each; empty when the site is fit to be published.</returns>
    public static IReadOnlyList<string> Problems(SiteSnapshot site)
    {
        HashSet<string> paths = [.. site.Manifest.Files.Select(static file => file.Path), SiteManifest.Path, Release.Path, Release.ScriptPath];
        List<string> problems = [];
        foreach (SiteFile file in site.Files.Values)
        {
            if (file.ContentType.StartsWith("text/html", StringComparison.Ordinal))
                problems.AddRange(PageCheck.Problems(file, paths));
            else if (file.Path.EndsWith(".svg", StringComparison.Ordinal) || file.Path.EndsWith(".xml", StringComparison.Ordinal))
                problems.AddRange(Malformed(file));
            else if (file.Path.EndsWith(".png", StringComparison.Ordinal) && !PngCheck.IsWhole(file.Content.Span))
                problems.Add($"{file.Path} is not a whole PNG.");
        }

        return problems;
    }

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
