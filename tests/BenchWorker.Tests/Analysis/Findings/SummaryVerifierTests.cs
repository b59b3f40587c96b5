using BenchWorker.Analysis;
using Shouldly;
using Xunit;

namespace BenchWorker.Tests.Analysis.Findings;

public sealed class SummaryVerifierTests
{
    public static TheoryData<string> Tables => [.. ReferenceHeatmaps.Names];

    [Theory]
    [MemberData(nameof(Tables))]
    public void A_summary_holds_on_its_own_data(string name)
    {
        HeatmapTable table = ReferenceHeatmaps.Of(name);

        IReadOnlyList<CheckedSentence> verdicts = SummaryVerifier.Verify(SummaryWriter.Write(table).Markdown, table);

        verdicts.Where(sentence => sentence.Verdict != SentenceVerdict.Holds).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public void Changing_any_single_cell_is_noticed(string name)
    {
        HeatmapTable table = ReferenceHeatmaps.Of(name);
        string markdown = SummaryWriter.Write(table).Markdown;

        for (int cell = 0; cell < table.Stored.Length; cell += name is "seed3" or "synF" ? 7 : 1)
        {
            if (double.IsNaN(table.Stored[cell]))
                continue;
            IReadOnlyList<CheckedSentence> verdicts = SummaryVerifier.Verify(markdown, Mutation.Of(table, cell, table.Stored[cell] + Mutation.Visible(table)));
            verdicts.ShouldContain(sentence => sentence.Verdict == SentenceVerdict.Stale, $"cell {cell}");
        }
    }

    [Fact]
    public void What_nobody_of_us_wrote_is_unknown()
    {
        IReadOnlyList<CheckedSentence> verdicts = SummaryVerifier.Verify(
            "The data suggest a limitation. Type 6 is the top performer.", ReferenceHeatmaps.Of("seed3"));

        verdicts.Select(sentence => sentence.Verdict).ShouldBe([SentenceVerdict.Unknown, SentenceVerdict.Unknown]);
    }

    [Fact]
    public void Our_words_with_another_number_are_stale()
    {
        CheckedSentence sentence = SummaryVerifier.Verify("- The lowest value is 80.3 (Type 5, Length 7); or not.\n"
            + "1. The highest value is 99.9 (Type 2, Length 1); the lowest value is 80.3 (Type 5, Length 7).", ReferenceHeatmaps.Of("seed3"))[^1];

        sentence.ShouldBe(new CheckedSentence(2, "The highest value is 99.9 (Type 2, Length 1); the lowest value is 80.3 (Type 5, Length 7).", SentenceVerdict.Stale, "E1"));
    }
}
