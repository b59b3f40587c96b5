using BenchWorker.Analysis;
using Shouldly;
using Xunit;

namespace BenchWorker.Tests.Analysis.Findings;

public sealed class FindingReferenceTests
{
    public static TheoryData<string> Tables => [.. ReferenceHeatmaps.Names];

    [Theory]
    [MemberData(nameof(Tables))]
    public void Every_reference_sentence_is_found_byte_for_byte(string name)
    {
        HeatmapTable table = ReferenceHeatmaps.Of(name);

        string[] found = [.. FindingEngine.Find(table).Select(finding => finding.Sentence.Text(table))];

        ReferenceSentence.Of(name).Select(sentence => sentence.Text).Except(found).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public void Scores_and_p_values_are_those_of_the_reference(string name)
    {
        HeatmapTable table = ReferenceHeatmaps.Of(name);
        Dictionary<string, Finding> found = FindingEngine.Find(table).ToDictionary(finding => finding.Sentence.Text(table));

        foreach (ReferenceSentence sentence in ReferenceSentence.Of(name))
        {
            Finding finding = found[sentence.Text];
            finding.Kind.Id.ShouldBe(sentence.Kind);
            finding.Score.ShouldBe(sentence.Score, 1e-9, sentence.Text);
            if (sentence.Q is { } q)
                finding.Test.ShouldNotBeNull().Q.ShouldBe(q, 1e-12, sentence.Text);
        }
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public void The_second_code_path_confirms_every_sentence(string name)
    {
        HeatmapTable table = ReferenceHeatmaps.Of(name);
        FindingVerifier verifier = new(table);

        IEnumerable<string> failed = FindingEngine.Find(table).Where(finding => verifier.Verify(finding) != Verdict.Holds)
            .Select(finding => $"{finding.Kind.Id}: {finding.Sentence.Text(table)}");

        failed.ShouldBeEmpty();
    }
}
