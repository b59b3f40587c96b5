using BenchWorker.Analysis;
using Shouldly;
using Xunit;

namespace BenchWorker.Tests.Analysis.Findings;

public sealed class FindingSelectionTests
{
    private static readonly HeatmapTable Table = ReferenceHeatmaps.Of("seed3");

    [Fact]
    public void Two_of_a_kind_are_chosen_however_many_there_are()
    {
        FindingEngine.Find(Table).Count(finding => finding.Kind == FindingKinds.T1).ShouldBe(7);

        Chosen(static _ => true).Count(finding => finding.Kind == FindingKinds.T1).ShouldBe(2);
    }

    [Fact]
    public void Mandatory_kinds_are_stated_whatever_their_score()
    {
        FindingKind[] mandatory = [FindingKinds.C1, FindingKinds.C2, FindingKinds.E1, FindingKinds.E3, FindingKinds.T2];

        mandatory.ShouldBeSubsetOf(Chosen(static _ => true).Select(finding => finding.Kind));
    }

    [Fact]
    public void What_does_not_hold_gives_its_place_to_the_next()
    {
        Finding best = Chosen(static _ => true).First(finding => !finding.Kind.Mandatory);

        IReadOnlyList<Finding> without = Chosen(finding => finding.Sentence.Text(Table) != best.Sentence.Text(Table));

        without.Count(finding => !finding.Kind.Mandatory).ShouldBe(FindingSelection.Chosen);
        without.ShouldNotContain(finding => finding.Sentence.Text(Table) == best.Sentence.Text(Table));
    }

    private static IReadOnlyList<Finding> Chosen(Func<Finding, bool> holds) => FindingSelection.Select(FindingEngine.Find(Table), holds);
}
