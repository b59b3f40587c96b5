using System.Text.RegularExpressions;
using BenchWorker.Site;
using Shouldly;
using Xunit;

namespace BenchWorker.Tests.Site.Reports;

/// <summary>What a screen reader says instead of each kind of figure, and where it finds more.</summary>
public sealed partial class AltTextTests
{
    private static readonly string[] Colours = ["red", "green", "blue", "yellow", "orange", "purple", "white", "black", "grey", "gray"];

    public static TheoryData<string> Kinds => [.. EveryKindOfFigure.Titles];

    public static TheoryData<string, string> HostileKinds => new(
        from kind in EveryKindOfFigure.Titles from name in new[] { new string('n', 300), string.Concat(Enumerable.Repeat("long name. And more ", 15)), "a. B", "x\n\ny\u202e", "\"><img src=x onerror=alert(1)>", "" } select (kind, name));

    [Theory]
    [MemberData(nameof(Kinds))]
    public void It_is_what_the_figure_is_its_extremes_and_its_main_pattern_in_three_sentences(string kind)
    {
        string text = EveryKindOfFigure.Alone(kind).Summary.Figures[0].AltText;

        text.Length.ShouldBeInRange(60, 600);
        string[] sentences = SentenceEnd().Split(text);
        sentences.Length.ShouldBe(kind == "Density" ? 2 : 3, text);
        sentences.ShouldAllBe(static sentence => char.IsUpper(sentence[0]) || char.IsLower(sentence[0]));
        Colours.Where(colour => Regex.IsMatch(text, $@"\b{colour}\b", RegexOptions.IgnoreCase)).ShouldBeEmpty();
        text.ShouldNotContain("image of", Case.Insensitive);
    }

    [Theory]
    [MemberData(nameof(HostileKinds))]
    public void Of_names_of_300_characters_and_of_hostile_ones_it_stays_short_plain_and_true(string kind, string name)
    {
        BoardReport report = EveryKindOfFigure.Alone(kind, models: 3, tasks: 6, label => $"{name} {label}");

        string text = report.Summary.Figures[0].AltText;

        text.Length.ShouldBeInRange(10, 600);
        text.ShouldEndWith(".");
        text.Any(static c => char.IsControl(c) || c is '\u202e' or '\u2028').ShouldBeFalse(text);
        report.Summary.Figures[0].Statements.Select(static statement => statement.Text).ShouldContain(said => text.StartsWith(said, StringComparison.Ordinal) || text.StartsWith("Heatmap with ", StringComparison.Ordinal));
        report.Summary.Dropped.ShouldBeEmpty();
    }

    [Fact]
    public void Every_figure_of_a_page_has_it_and_those_with_values_of_their_own_are_described_at_length()
    {
        SiteSnapshot site = SiteBuilder.Build([EveryKindOfFigure.Report()], published: null, new BlankRasterizer(), new SiteOptions { Title = "Benchmarks" });

        string page = System.Text.Encoding.UTF8.GetString(site.Files["boards/all/index.html"].Content.Span);

        Match[] images = [.. Image().Matches(page).OfType<Match>()];
        Image().Count(page).ShouldBe(EveryKindOfFigure.All.Length);
        images.ShouldAllBe(static image => image.Groups["alt"].Length >= 60 && image.Groups["alt"].Length <= 700);
        images.Select(static image => image.Groups["alt"].Value).ShouldBeUnique();
        images.Where(static image => image.Groups["words"].Length == 0).ShouldHaveSingleItem("the packed figure repeats the matrix").Groups["alt"].Value.ShouldStartWith("Packed");
        foreach (Match image in images.Where(static image => image.Groups["words"].Length > 0))
            page.ShouldContain($"id=\"{image.Groups["words"].Value}\"");
    }

    [GeneratedRegex(@"(?<=\.) (?=[A-Za-z])")]
    private static partial Regex SentenceEnd();

    [GeneratedRegex("<img src=\"[^\"]*figure-[^\"]*\" [^>]*alt=\"(?<alt>[^\"]*)\"(?: aria-describedby=\"(?<words>[^\"]*)\")?")]
    private static partial Regex Image();
}
