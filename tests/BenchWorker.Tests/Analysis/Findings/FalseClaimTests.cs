using System.Reflection;
using BenchWorker.Analysis;
using Shouldly;
using Xunit;

namespace BenchWorker.Tests.Analysis.Findings;

/// <summary>What was once written under the seeds' figures and is not true. Each claim is stated as relations over the table, and refused.</summary>
public sealed class FalseClaimTests
{
    private static readonly Dictionary<string, (string Table, Check[] Claim)> Stated = new()
    {
        ["0.05"] = ("seed0", InBand(0)),
        ["0.07"] = ("seed0", InBand(1)),
        ["0.09"] = ("seed0", InBand(2)),
        ["0.11"] = ("seed0", InBand(3)),
        ["0.12"] = ("seed0", [new(Where(new(Columns: [3, 4, 5]), Comparison.AtMost, 20), Comparison.Equal, 12)]),
        ["0.13"] = ("seed0", [new(Where(new(Columns: [0, 1, 2]), Comparison.Greater, 60), Comparison.Equal, 12)]),
        ["0.14"] = ("seed0", [new(Where(new(Columns: [3, 4, 5]), Comparison.AtMost, 20), Comparison.Equal, 12)]),
        ["0.15"] = ("seed0", [new(Over(RegionMeasure.Max, new(Columns: [3])), Comparison.Equal, 11)]),
        ["0.16"] = ("seed0", [new(Cell(0, 0, 2), Comparison.Greater, Cell(0, 1, 2))]),
        ["0.18"] = ("seed0", [.. new[] { 3, 4, 5 }.Select(column => new Check(Over(RegionMeasure.Range, new(Columns: [column])), Comparison.Equal, 0))]),
        ["0.21"] = ("seed0", [new(Over(RegionMeasure.Range, new(Columns: [3])), Comparison.Equal, 0)]),
        ["2.03"] = ("seed2", [new(Where(new(Rows: [1, 3, 5, 7, 9, 11]), Comparison.AtMost, 0.1), Comparison.Equal, 18)]),
        ["2.04"] = ("seed2", [new(Where(new(Rows: [1, 3, 5, 7, 9, 11], Columns: [1]), Comparison.Equal, 0), Comparison.Equal, 6)]),
        ["2.08"] = ("seed2", [new(Where(new(Columns: [0, 2]), Comparison.Less, 1), Comparison.Equal, 1)]),
        ["2.12"] = ("seed2", [new(Over(RegionMeasure.Max, new(Rows: [1, 3, 5, 7, 9, 11], Columns: [1])), Comparison.Equal, 0)]),
        ["2.15"] = ("seed2", [new(Over(RegionMeasure.Range, new(Columns: [0])), Comparison.AtLeast, Over(RegionMeasure.Range, new(Columns: [1])))]),
        ["3.07"] = ("seed3", [new(Where(new(Rows: [2], Columns: [.. Enumerable.Range(6, 14)]), Comparison.Greater, 90), Comparison.Equal, 0)]),
        ["3.09"] = ("seed3", [new(Over(RegionMeasure.Max, new(Rows: [3])), Comparison.Equal, 92.7)]),
        ["3.13"] = ("seed3", [.. Enumerable.Range(1, 12).Select(column => new Check(Cell(0, 6, column), Comparison.AtMost, Cell(0, 6, column - 1)))]),
        ["3.21"] = ("seed3", [new(Where(new(Rows: [5]), Comparison.AtMost, 98), Comparison.Equal, 0)]),
        ["3.27"] = ("seed3", [new(new Quantity.Line(LineMeasure.Tau, Axis.Row, 0, 4), Comparison.Less, 0)]),
        ["4.03"] = ("seed4", [new(new Quantity.Paired(PairMeasure.Higher, Region.Facet(0), Region.Facet(1)), Comparison.Equal, 4)]),
        ["4.04"] = ("seed4", [ProbeAbove()]),
        ["4.05"] = ("seed4", [new(new Quantity.Structure(StructureMeasure.NativeBetter, 0), Comparison.Equal, 2)]),
        ["4.06"] = ("seed4", [new(Cell(0, 1, 0), Comparison.Less, Cell(0, 1, 1))]),
        ["4.07"] = ("seed4", [new(Cell(0, 1, 0), Comparison.Equal, Over(RegionMeasure.Min, Region.Facet(0)))]),
        ["4.09"] = ("seed4", [.. new[] { 0, 1 }.Select(facet => new Check(
            new Quantity.Structure(StructureMeasure.DiagonalMean, facet), Comparison.Greater, new Quantity.Structure(StructureMeasure.OffDiagonalMean, facet)))]),
        ["4.10"] = ("seed4", [ProbeAbove()]),
        ["4.11"] = ("seed4", [new(Gap(1), Comparison.Greater, Gap(0))]),
        ["4.12"] = ("seed4", [new(new Quantity.Difference(Cell(0, 1, 1), Cell(0, 1, 0)), Comparison.Equal, 0.05)]),
        ["4.13"] = ("seed4", [new(Gap(1), Comparison.Greater, Gap(0))]),
    };

    private static readonly Dictionary<string, string> Quotes = Claims("FALSE").ToDictionary(claim => claim.Id, claim => claim.Quote);

    public static TheoryData<string> False => [.. Quotes.Keys];

    public static TheoryData<string> FalseOfNumbers => [.. Stated.Keys];

    [Theory]
    [MemberData(nameof(FalseOfNumbers))]
    public void A_false_claim_stated_as_relations_is_refused(string id)
    {
        (string table, Check[] claim) = Stated[id];
        QuantityEvaluator evaluator = new(ReferenceHeatmaps.Of(table));

        claim.All(evaluator.Holds).ShouldBeFalse(Quotes[id]);
    }

    /// <summary>A relation over what the table does not define is refused as well, and would prove nothing.</summary>
    [Theory]
    [MemberData(nameof(FalseOfNumbers))]
    public void A_false_claim_is_refused_for_its_numbers_and_not_for_want_of_them(string id)
    {
        (string table, Check[] claim) = Stated[id];
        QuantityEvaluator evaluator = new(ReferenceHeatmaps.Of(table));

        claim.ShouldAllBe(check => double.IsFinite(evaluator.Evaluate(check.First)) && double.IsFinite(evaluator.Evaluate(check.Second)));
    }

    [Theory]
    [MemberData(nameof(False))]
    public void A_false_claim_as_text_is_never_confirmed_nor_written(string id)
    {
        string quote = Quotes[id];

        foreach (HeatmapTable table in ReferenceHeatmaps.Names.Select(ReferenceHeatmaps.Of))
        {
            SummaryVerifier.Verify(quote, table).ShouldAllBe(sentence => sentence.Verdict != SentenceVerdict.Holds);
            SummaryWriter.Write(table).Markdown.ShouldNotContain(quote);
        }
    }

    [Fact]
    public void All_36_false_claims_are_here_and_only_those_without_numbers_have_no_relation()
    {
        string[] all = [.. Quotes.Keys];

        all.Length.ShouldBe(36);
        all.Except(Stated.Keys).ShouldBe(["1.02", "1.11", "1.12", "1.13", "4.14"]);
    }

    /// <summary>"The most consistent and highest performance" and "the top performer": of all its values another Type has the higher mean.</summary>
    [Fact]
    public void The_two_claims_that_depend_on_coverage_come_out_as_the_sentence_that_says_so()
    {
        Claims("DEPENDS").Select(claim => claim.Id).ShouldBe(["3.11", "3.15"]);
        HeatmapTable table = ReferenceHeatmaps.Of("seed3");

        string markdown = SummaryWriter.Write(table).Markdown;

        markdown.ShouldContain("Which Type leads depends on coverage: over all the cells it has, Type 2 has the best mean (98.80 over 10 cells; Type 6 has 98.77 over 19), "
            + "but on the 3 columns where every row has a value, Type 6 leads with 98.97 against 98.43.");
        table.Holding(FindingKinds.U1).ShouldHaveSingleItem().ShouldStartWith("Type 6 varies least");
        table.Holding(FindingKinds.E2).ShouldBeEmpty();
        foreach ((_, string quote) in Claims("DEPENDS"))
            SummaryVerifier.Verify(quote, table).ShouldAllBe(sentence => sentence.Verdict == SentenceVerdict.Unknown);
    }

    [Fact]
    public void Panels_with_different_colour_scales_are_announced_as_such() =>
        SummaryWriter.Write(ReferenceHeatmaps.Of("seed4")).Figures[0].Statements.ShouldContain(statement => statement.Finding.Kind == FindingKinds.F2);

    private static Check[] InBand(int row) => [.. new[] { 3, 4, 5 }.Select(column => new Check(Cell(0, row, column), Comparison.AtMost, 20))];

    private static Check ProbeAbove() => new(
        new Quantity.Paired(PairMeasure.FirstMean, Region.Facet(0), Region.Facet(1)), Comparison.Greater,
        new Quantity.Paired(PairMeasure.SecondMean, Region.Facet(0), Region.Facet(1)));

    private static Quantity Gap(int row) => new Quantity.Absolute(new Quantity.Difference(Cell(0, row, row), Cell(0, row, 1 - row)));

    private static Quantity Cell(int facet, int row, int column) => new Quantity.Cell(new CellAddress(facet, row, column));

    private static Quantity Over(RegionMeasure measure, Region region) => new Quantity.Over(measure, region);

    private static Quantity Where(Region region, Comparison comparison, double bound) =>
        new Quantity.CountWhere(region, comparison, new Quantity.Constant(bound));

    private static IEnumerable<(string Id, string Quote)> Claims(string verdict)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("BenchWorker.Tests.Analysis.Findings.Reference.claims.tsv")!;
        using StreamReader reader = new(stream);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('\t')).Where(cells => verdict.Equals(cells[1], StringComparison.Ordinal)).Select(cells => (cells[0], cells[2]))];
    }
}
