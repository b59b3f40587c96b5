using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace BenchWorker.Site;

/// <summary>A board's changes as an Atom feed (RFC 4287).</summary>
internal static class AtomFeed
{
    /// <summary>Stands for "no data yet" where the format demands a date.</summary>
    private static readonly DateTimeOffset NoDate = DateTimeOffset.UnixEpoch;

    public static string Write(BoardEntry board, SiteOptions site)
    {
        string page = site.BaseUrl is { } home ? new Uri(home, SitePaths.BoardPage(board.Slug)).AbsoluteUri : "index.html";
        string self = site.BaseUrl is { } root ? new Uri(root, SitePaths.BoardFolder(board.Slug) + BoardFileNames.Feed).AbsoluteUri : BoardFileNames.Feed;
        return Html.Of($"""
            <?xml version="1.0" encoding="utf-8"?>
            <feed xmlns="http://www.w3.org/2005/Atom">
            <title>{board.Title}</title>
            <id>{Id(site.Title, board.Slug)}</id>
            <updated>{DisplayTime.Machine(board.Changes.Select(static change => change.DataAsOf).FirstOrDefault() ?? NoDate)}</updated>
            <author><name>{site.Title}</name></author>
            <link rel="self" type="application/atom+xml" href="{self}" />
            <link rel="alternate" type="text/html" href="{page}" />
            {board.Changes.Select(change => Entry(board, change, page, site))}</feed>

            """).Markup;
    }

    private static Html Entry(BoardEntry board, BoardChange change, string page, SiteOptions site)
    {
        string text = string.Join(' ', change.Lines);
        return Html.Of($"""
            <entry>
            <title>{board.Title}: {change.Lines[0]}</title>
            <id>{Id(site.Title, board.Slug, change.DataAsOf?.UtcTicks.ToString(CultureInfo.InvariantCulture) ?? "", text)}</id>
            <updated>{DisplayTime.Machine(change.DataAsOf ?? NoDate)}</updated>
            <link rel="alternate" type="text/html" href="{page}#changes" />
            <content type="text">{text}</content>
            </entry>

            """);
    }

    /// <summary>A name-based UUID (version 8, RFC 9562): the same entry keeps its id for ever and wherever the site moves.</summary>
    private static string Id(params string[] names)
    {
        byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', names)));
        hash[6] = (byte)((hash[6] & 0x0f) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3f) | 0x80);
        return "urn:uuid:" + new Guid(hash.AsSpan(0, 16), bigEndian: true).ToString("D");
    }
}
