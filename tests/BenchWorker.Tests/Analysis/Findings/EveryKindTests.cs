using BenchWorker.Analysis;
using Shouldly;
using Xunit;

namespace BenchWorker.Tests.Analysis.Findings;

/// <summary>What holds of every kind of statement, over tables of which all are made.</summary>
public sealed class EveryKindTests
{
    /// <summary>Speak of declared colour scales and of who takes part: no single value can refute them.</summary>
    private static readonly FindingKind[] OfNoValue = [FindingKinds.F2, FindingKinds.V3];

    public static TheoryData<string> Examples => [.. FindingExamples.All.Select(example => example.Name).Distinct()];

    [Fact]
    public void Every_kind_of_the_catalogue_is_stated_of_some_table_and_refuted_by_some_changed_cell()
    {
        HashSet<FindingKind> stated = [];
        HashSet<FindingKind> refuted = [];
        foreach (FindingExample example in FindingExamples.All)
        {
            IReadOnlyList<Finding> findings = FindingEngine.Find(example.Table);
            stated.UnionWith(findings.Select(finding => finding.Kind));
            foreach (HeatmapTable changed in Changed(example, cells: 24))
            {
                FindingVerifier verifier = new(changed);
                refuted.UnionWith(findings.Where(finding => !refuted.Contains(finding.Kind) && verifier.Verify(finding) == Verdict.Fails).Select(finding => finding.Kind));
            }
        }

        FindingKinds.All.Except(stated).Select(kind => kind.Id).ShouldBeEmpty();
        FindingKinds.All.Except(refuted).Select(kind => kind.Id).ShouldBe(OfNoValue.Select(kind => kind.Id));
    }

    /// <summary>What the writers say of a changed table decides: all of it is confirmed, and what they now say with other numbers is refuted.</summary>
    [Theory]
    [MemberData(nameof(Examples))]
    public void On_a_changed_table_the_new_sentences_hold_and_those_with_the_old_numbers_fail(string name)
    {
        foreach (FindingExample example in FindingExamples.All.Where(example => example.Name == name))
        {
            HeatmapTable table = example.Table;
            IReadOnlyList<Finding> before = FindingEngine.Find(table);
            foreach (HeatmapTable changed in Changed(example, cells: 8))
            {
                FindingVerifier verifier = new(changed);
                IReadOnlyList<Finding> now = FindingEngine.Find(changed);
                ILookup<string, string> texts = now.ToLookup(finding => Words(finding, changed), finding => finding.Sentence.Text(changed));

                now.Where(finding => verifier.Verify(finding) != Verdict.Holds).Select(finding => finding.Sentence.Text(changed)).ShouldBeEmpty();
                before.Where(finding => texts[Words(finding, table)].Any() && !texts[Words(finding, table)].Contains(finding.Sentence.Text(table)))
                    .Where(finding => verifier.Verify(finding) != Verdict.Fails).Select(finding => finding.Sentence.Text(table)).ShouldBeEmpty();
            }
        }
    }

    /// <summary>Cells evenly over the table, each a little lower, at the other end of the table's values, and empty.</summary>
    private static IEnumerable<HeatmapTable> Changed(FindingExample example, int cells)
    {
        HeatmapTable table = example.Table;
        double[] present = [.. example.Values.Where(double.IsFinite)];
        (double low, double high) = (present.Min(), present.Max());
        int[] filled = [.. Enumerable.Range(0, example.Values.Length).Where(cell => double.IsFinite(example.Values[cell]))];
        foreach (int cell in filled.Where((_, i) => i % Math.Max(1, filled.Length / cells) == 0))
        {
            yield return example.With(cell, example.Values[cell] + Mutation.Visible(table));
            yield return example.With(cell, low + high - example.Values[cell]);
            yield return example.With(cell, double.NaN);
        }
    }

    /// <summary>The sentence without its numbers: kind, words and whatever it names.</summary>
    private static string Words(Finding finding, HeatmapTable table) => finding.Kind.Id + finding.Sentence.Template.Text + finding.Sentence.Text(table, static _ => 0);
}
