using System.Xml;

namespace BenchWorker.Site;

/// <summary>Our pages are well-formed XML after their first line, so that a strict reader finds every slip of escaping; every local address
/// in them must be a file of the site, and every fragment an id of the page it points to where that page is at hand.</summary>
internal static class PageCheck
{
    private const string Doctype = "<!DOCTYPE html>";

    public static IReadOnlyList<string> Problems(SiteFile page, IReadOnlySet<string> paths)
    {
        List<string> problems = [];
        List<string> fragments = [];
        HashSet<string> ids = new(StringComparer.Ordinal);
        try
        {
            using StreamReader text = new(new MemoryStream(page.Content[Doctype.Length..].ToArray()));
            using XmlReader reader = XmlReader.Create(text, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
            while (reader.Read())
            {
                if (reader.NodeType != XmlNodeType.Element)
                    continue;
                if (reader.GetAttribute("id") is { } id && !ids.Add(id))
                    problems.Add($"{page.Path} has two elements with the id {id}.");
                foreach (string attribute in new[] { "href", "src", "srcset" })
                {
                    if (reader.GetAttribute(attribute) is { } address)
                        Follow(page.Path, address, paths, problems, fragments);
                }
            }
        }
        catch (XmlException malformed)
        {
            problems.Add($"{page.Path} is not well-formed: {malformed.Message}");
            return problems;
        }

        problems.AddRange(fragments.Where(fragment => !ids.Contains(fragment)).Select(fragment => $"{page.Path} points to #{fragment}, which it does not have."));
        return problems;
    }

    private static void Follow(string page, string address, IReadOnlySet<string> paths, List<string> problems, List<string> fragments)
    {
        if (address.StartsWith("https://", StringComparison.Ordinal) || address.StartsWith("http://", StringComparison.Ordinal))
            return;
        string[] parts = address.Split('#', 2);
        if (parts[0].Length == 0)
            fragments.Add(parts[1]);
        else if (!paths.Contains(Resolve(page, parts[0])))
            problems.Add($"{page} points to {address}, which is not there.");
    }

    private static string Resolve(string page, string address)
    {
        List<string> parts = [.. page.Split('/')];
        parts.RemoveAt(parts.Count - 1);
        foreach (string part in address.Split('/'))
        {
            if (part != "..")
                parts.Add(part);
            else if (parts.Count > 0)
                parts.RemoveAt(parts.Count - 1);
        }

        return string.Join('/', parts);
    }
}
