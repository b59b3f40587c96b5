using System.Text.RegularExpressions;
using BenchWorker.Analysis;
using Shouldly;
using Xunit;

namespace BenchWorker.Tests.Analysis.Findings;

public sealed partial class WordRuleTests
{
    private static readonly string[] Colours =
        ["red", "green", "blue", "yellow", "orange", "purple", "white", "black", "grey", "gray", "dark", "light", "bright"];

    private static readonly string[] Judgements =
    [
        "because", "due to", "causes", "caused", "leads to", "suggest", "indicate", "imply", "implies", "robust", "reliable", "catastrophic", "struggle",
        "dominate", "excel", "impressive", "notabl", "remarkabl", "interesting", "clearly", "consistent", "poor", "great", "failure", "stark",
    ];

    public static TheoryData<string> Texts => [.. TemplateCatalogue.All.Select(template => template.Text).Distinct()];

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_template_names_no_cause_no_colour_and_no_praise(string text)
    {
        string words = Hole().Replace(text, " ");

        Judgements.Where(word => words.Contains(word, StringComparison.OrdinalIgnoreCase)).ShouldBeEmpty();
        Colours.Where(word => Regex.IsMatch(words, $@"\b{word}\b", RegexOptions.IgnoreCase)).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_template_holds_no_digit_of_its_own(string text) => Hole().Replace(text, " ").Any(char.IsDigit).ShouldBeFalse();

    [Fact]
    public void Significant_is_said_only_where_a_corrected_p_and_its_test_stand_beside_it()
    {
        string[] texts = [.. TemplateCatalogue.All.Select(template => template.Text).Where(text => text.Contains("significant", StringComparison.Ordinal))];

        texts.ShouldNotBeEmpty();
        texts.ShouldAllBe(text => text.Contains("q {q}", StringComparison.Ordinal) || text.Contains("Benjamini-Hochberg", StringComparison.Ordinal) || text.Contains("Holm", StringComparison.Ordinal));
    }

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Hole();
}
