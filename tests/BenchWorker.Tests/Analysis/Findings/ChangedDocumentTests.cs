using BenchWorker.Analysis;
using Shouldly;
using Xunit;

namespace BenchWorker.Tests.Analysis.Findings;

/// <summary>A document about a table, held against the table with one cell changed at random by an amount that a reader sees.</summary>
public sealed class ChangedDocumentTests
{
    private const int Seed = 20260726;

    /// <summary>Speak of declared colour scales and of who takes part: no single value can refute them.</summary>
    private static readonly FindingKind[] OfNoValue = [FindingKinds.F2, FindingKinds.V3];

    public static TheoryData<string> Examples => [.. FindingExamples.All.Select(static example => example.Name).Distinct()];

    public static TheoryData<int, bool> Tables => new(from seed in Enumerable.Range(1, 24) from ranked in new[] { false, true } select (seed, ranked));

    [Theory]
    [MemberData(nameof(Examples))]
    public void Whatever_no_longer_follows_is_stale_and_all_else_holds(string name)
    {
        foreach (FindingExample example in FindingExamples.All.Where(example => example.Name == name))
        {
            IReadOnlyList<Finding> findings = FindingEngine.Find(example.Table);
            string document = Document(example.Table, findings);
            Random random = new(Seed);
            for (int i = 0; i < 6; i++)
                Judge(document, example, findings, Cell(random, example, i % 2 == 0 ? [] : findings), random);
        }
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public void In_a_summary_of_a_random_table_too(int seed, bool ranked)
    {
        FindingExample example = RandomTable.Of(seed, ranked);
        Summary summary = SummaryWriter.Write(example.Table);
        summary.Dropped.ShouldBeEmpty();
        Finding[] findings = [.. summary.Figures.SelectMany(static figure => figure.Statements).Concat(summary.Ranking).Select(static statement => statement.Finding)];
        Random random = new(Seed + seed);

        for (int i = 0; i < 4; i++)
        {
            int cell = Cell(random, example, i % 2 == 0 ? [] : findings);
            IReadOnlyList<CheckedSentence> verdicts = Judge(summary.Markdown, example, findings, cell, random);
            string row = $"| {LabelText.Markdown(example.Table.Rows.Labels[cell / example.Table.Columns.Count % example.Table.Rows.Count])} |";
            verdicts.ShouldContain(sentence => sentence.Text.StartsWith(row, StringComparison.Ordinal) && sentence.Verdict == SentenceVerdict.Stale);
        }
    }

    [Fact]
    public void A_sentence_of_every_kind_is_found_stale_in_a_document()
    {
        HashSet<FindingKind> stale = [];
        foreach (FindingExample example in FindingExamples.All)
        {
            IReadOnlyList<Finding> findings = FindingEngine.Find(example.Table);
            Random random = new(Seed);
            for (int i = 0; i < 40; i++)
            {
                int cell = Cell(random, example, i % 2 == 0 ? [] : [.. findings.Where(finding => !stale.Contains(finding.Kind))]);
                HeatmapTable changed = example.With(cell, i % 4 == 3 ? double.NaN : example.Values[cell] + Change(random, example.Table, i));
                FindingVerifier verifier = new(changed);
                Finding[] refuted = [.. findings.Where(finding => !stale.Contains(finding.Kind) && verifier.Verify(finding) == Verdict.Fails)];
                if (refuted.Length > 0)
                    stale.UnionWith(SummaryVerifier.Verify(Document(example.Table, refuted), changed).Where(static sentence => sentence.Verdict == SentenceVerdict.Stale)
                        .Select(static sentence => FindingKinds.All.Single(kind => kind.Id == sentence.Kind)));
            }
        }

        FindingKinds.All.Except(stale).Select(static kind => kind.Id).ShouldBe(OfNoValue.Select(static kind => kind.Id));
    }

    /// <summary>Two code paths decide what still follows: the writers must say it of the changed table, and the verifier must not refute it.</summary>
    private static IReadOnlyList<CheckedSentence> Judge(string document, FindingExample example, IReadOnlyList<Finding> findings, int cell, Random random)
    {
        HeatmapTable table = example.Table, changed = example.With(cell, example.Values[cell] + Change(random, table, random.Next(4)));
        FindingVerifier verifier = new(changed);
        HashSet<string> said = [.. FindingEngine.Find(changed).Where(finding => verifier.Verify(finding) == Verdict.Holds).Select(finding => finding.Sentence.Markdown(changed))];
        IReadOnlyList<CheckedSentence> verdicts = SummaryVerifier.Verify(document, changed);
        ILookup<string, SentenceVerdict> verdict = verdicts.ToLookup(static sentence => sentence.Text, static sentence => sentence.Verdict, StringComparer.Ordinal);
        CellAddress address = new(cell / table.Columns.Count / table.Rows.Count, cell / table.Columns.Count % table.Rows.Count, cell % table.Columns.Count);
        foreach (Finding finding in findings)
        {
            string text = finding.Sentence.Markdown(table);
            bool follows = said.Contains(text) && verifier.Verify(finding) == Verdict.Holds;
            follows.ShouldBe(follows && !finding.Sentence.NamedCells().Contains(address), $"{address} is named in: {text}");
            verdict[text].ShouldHaveSingleItem(text).ShouldBe(follows ? SentenceVerdict.Holds : SentenceVerdict.Stale, $"{example.Name}, {address}: {text}");
        }

        return verdicts;
    }

    private static string Document(HeatmapTable table, IEnumerable<Finding> findings) =>
        $"## {LabelText.Markdown(table.Title)}\n" + string.Concat(findings.Select(finding => finding.Sentence.Markdown(table)).Distinct().Select(static sentence => $"- {sentence}\n"));

    /// <summary>Any cell with a value; of statements, one that they name or rest on.</summary>
    private static int Cell(Random random, FindingExample example, IReadOnlyList<Finding> of)
    {
        HeatmapTable table = example.Table;
        int[] named = [.. of.SelectMany(static finding => finding.Cells.Concat(finding.Sentence.NamedCells())).Select(cell => (((cell.Facet * table.Rows.Count) + cell.Row) * table.Columns.Count) + cell.Column).Where(cell => double.IsFinite(example.Values[cell])).Distinct().Order()];
        int[] filled = named.Length > 0 ? named : [.. Enumerable.Range(0, example.Values.Length).Where(cell => double.IsFinite(example.Values[cell]))];
        return filled[random.Next(filled.Length)];
    }

    /// <summary>A few units of the last digit shown, or a good part of the table's range, up or down.</summary>
    private static double Change(Random random, HeatmapTable table, int way)
    {
        double[] present = [.. table.Shown.Where(double.IsFinite)];
        double size = way % 2 == 0 ? -Mutation.Visible(table) * random.Next(1, 4) : Math.Max(-Mutation.Visible(table), Math.Round((present.Max() - present.Min()) * (0.2 + random.NextDouble()), table.Decimals));
        return way < 2 ? size : -size;
    }
}
