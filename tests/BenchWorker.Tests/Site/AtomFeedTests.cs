using System.Xml.Linq;
using BenchWorker.Site;
using Shouldly;
using Xunit;

namespace BenchWorker.Tests;

/// <summary>What RFC 4287 demands of a feed.</summary>
public sealed class AtomFeedTests
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    [Fact]
    public void A_feed_has_what_the_standard_demands_once_each()
    {
        XElement feed = Feed(HostileText.Names);

        foreach (XElement part in feed.Elements(Atom + "entry").Append(feed))
        {
            foreach (string name in new[] { "id", "title", "updated" })
                part.Elements(Atom + name).Count().ShouldBe(1, name);
            DateTimeOffset.TryParseExact(part.Element(Atom + "updated")!.Value, "yyyy-MM-dd'T'HH:mm:ss'Z'", null, System.Globalization.DateTimeStyles.AssumeUniversal, out _).ShouldBeTrue();
            Uri.IsWellFormedUriString(part.Element(Atom + "id")!.Value, UriKind.Absolute).ShouldBeTrue();
            part.Elements(Atom + "link").ShouldAllBe(static link => Uri.IsWellFormedUriString((string)link.Attribute("href")!, UriKind.RelativeOrAbsolute));
        }

        feed.Element(Atom + "author")!.Element(Atom + "name")!.Value.ShouldNotBeEmpty();
        feed.Elements(Atom + "link").Select(static link => (string?)link.Attribute("rel")).ShouldBe(["self", "alternate"]);
        feed.Descendants(Atom + "id").Select(static id => id.Value).ShouldBeUnique();
    }

    [Fact]
    public void Entries_keep_their_ids_when_newer_ones_come()
    {
        string[] before = [.. Feed(["a", "b"]).Elements(Atom + "entry").Select(Id)];
        string[] after = [.. Feed(["new", "a", "b"]).Elements(Atom + "entry").Select(Id)];

        after.Skip(1).ShouldBe(before);
    }

    private static string Id(XElement entry) => entry.Element(Atom + "id")!.Value;

    private static XElement Feed(IReadOnlyList<string> texts)
    {
        SiteSnapshot site = SiteBuilder.Build([SampleReport.Of("one")], null, new BlankRasterizer(), new SiteOptions());
        BoardEntry entry = site.Manifest.Find("one")! with { Changes = [.. texts.Select((text, i) => new BoardChange(SampleReport.Noon.AddHours(-i + texts.Count), null, [text]))] };
        return XDocument.Parse(AtomFeed.Write(entry, new SiteOptions { Title = "Site", BaseUrl = new Uri("https://example.org/") })).Root!;
    }
}
