using System.Globalization;
using System.IO.Compression;
using System.Text.RegularExpressions;
using BenchWorker.Analysis;
using BenchWorker.Figures;
using BenchWorker.Site;
using Shouldly;
using Xunit;

namespace BenchWorker.Tests.Site.Reports;

/// <summary>What is written about real results: every sentence is confirmed, says something, and reads as a sentence.</summary>
public sealed partial class SummariesOfPublicDataTests
{
    public static TheoryData<string> Files =>
    [
        "aider_leaderboards/aider.csv", "arena_hard/arena_hard.csv", "global_mmlu_lite/global_mmlu_lite.csv", "harness_native/runs.csv", "harness_native/samples.csv",
        "livecodebench/lcb_generation.csv", "mteb_wide/mteb_wide.csv", "pythia_lm_eval/pythia_checkpoints.csv", "pythia_lm_eval/pythia_final_mmlu_crows.csv",
        "seed_tables/seed0_excerpt.csv", "seed_tables/seed2_truth_probes.csv", "seed_tables/seed3_type_length.csv", "seed_tables/seed4_transfer.csv",
        "tales_pairwise/tales_frameworks.csv", "tales_pairwise/tales_games.csv",
    ];

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_sentence_about_a_public_data_set_is_confirmed_and_whole(string file)
    {
        string path = Path.Combine(Checkout(), "..", "shared", "data", file);
        Assert.SkipUnless(File.Exists(path), $"The data set {file} is not beside this checkout (../shared/data).");
        FileResults results = FileResults.Read(path, new ImportOptions { AllowRejects = true, Sentinels = [] });

        foreach (Board board in DefaultBoard.Complete([], results.Benchmarks))
            Check(BoardComposer.Compose(board, results.For(board), FontSet.Default).Summary);
    }

    [Fact]
    public void Hundreds_of_models_of_which_each_has_few_of_the_tasks_are_summarised_as_truly()
    {
        string path = Path.Combine(Checkout(), "..", "shared", "data", "mteb_corpus", "mteb_main_scores.csv.gz");
        Assert.SkipUnless(File.Exists(path), "The data set mteb_corpus is not beside this checkout (../shared/data).");
        Board board = DefaultBoard.Complete([], ["MTEB"])[0];

        Check(BoardComposer.Compose(board, new ResultSnapshot(Corpus(path), DataAsOf: null), FontSet.Default).Summary);
    }

    private static void Check(Summary summary)
    {
        summary.Dropped.Select(static statement => statement.Text).ShouldBeEmpty();
        Misprint().Matches(summary.Markdown).Select(match => match.Value).ShouldBeEmpty();
        EmptySection().Matches(summary.Markdown).Select(match => match.Value).ShouldBeEmpty();
        summary.AltText.Length.ShouldBeInRange(20, 600);
        SummaryVerifier.Verify(summary.Markdown, [summary]).Where(sentence => sentence.Verdict != SentenceVerdict.Holds).ShouldBeEmpty();
        Statement[] statements = [.. summary.Figures.SelectMany(static figure => figure.Statements).Concat(summary.Ranking)];
        statements.ShouldNotBeEmpty();
        statements.Where(static statement => !Whole().IsMatch(statement.Text)).Select(static statement => statement.Text).ShouldBeEmpty();
        statements.GroupBy(static statement => statement.Table).SelectMany(TwiceRounded).ShouldBeEmpty();
        statements.GroupBy(static statement => statement.Table).SelectMany(Unlike).ShouldBeEmpty();
    }

    /// <summary>Quantities that two statements about one table print with other digits.</summary>
    private static IEnumerable<string> Unlike(IGrouping<HeatmapTable, Statement> statements) =>
        from number in statements.SelectMany(static statement => statement.Finding.Sentence.Numbers())
        where number.Quantity is not Quantity.Constant && number.Style != NumberStyle.Probability
        group BenchWorker.Analysis.DisplayNumber.Format(number.Value, number.Decimals) by QuantityText.Of(number.Quantity) into same
        where same.Distinct().Count() > 1
        select $"{same.Key}: {string.Join(" and ", same.Distinct())}";

    /// <summary>Printed numbers farther from what they stand for than half of their last digit.</summary>
    private static IEnumerable<string> TwiceRounded(IGrouping<HeatmapTable, Statement> statements)
    {
        QuantityEvaluator evaluator = new(statements.Key);
        return from statement in statements
               from number in statement.Finding.Sentence.Numbers()
               where number.Style != NumberStyle.Probability
               let exact = evaluator.Evaluate(number.Quantity)
               let printed = double.Parse(BenchWorker.Analysis.DisplayNumber.Format(number.Value, number.Decimals), CultureInfo.InvariantCulture)
               where !(Math.Abs(printed - exact) <= (0.5 * Math.Pow(10, -number.Decimals)) + (1e-12 * Math.Abs(exact)))
               select $"{printed} for {exact}: {statement.Text}";
    }

    /// <summary>Every fortieth task of the corpus with the runs of all models.</summary>
    private static List<Result> Corpus(string path)
    {
        using StreamReader lines = new(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        Dictionary<string, int> tasks = new(StringComparer.Ordinal);
        List<Result> results = [];
        lines.ReadLine();
        while (lines.ReadLine() is { } line)
        {
            string[] cells = line.Split(',');
            if (!tasks.TryGetValue(cells[2], out int task))
                tasks[cells[2]] = task = tasks.Count;
            if (task % 40 != 0 || !double.TryParse(cells[5], NumberStyles.Float, CultureInfo.InvariantCulture, out double value))
                continue;
            results.Add(new Result
            {
                Benchmark = "MTEB",
                Model = cells[0],
                Run = cells[1],
                Task = cells[2],
                Subset = cells[4],
                Metric = "main score",
                Direction = Direction.HigherIsBetter,
                Value = value,
            });
        }

        return results;
    }

    /// <summary>What a hole filled wrongly or a noun that does not agree looks like.</summary>
    [GeneratedRegex(@"NaN|not a number|\u221E|(?<![\d.])1 (?:[a-z]+ )?(?:cells|rows|columns|values|steps|panels|pairs|items|groups|bands|draws|runs|places|models|tasks)\b|(?<=[a-z]) {2,}|\( ?\)|\{\w+\}|-0\.0+\b(?!\d)| [.,;]")]
    private static partial Regex Misprint();

    /// <summary>Opens with a capital, a number or a name, has words, and ends.</summary>
    [GeneratedRegex(@"^\S.*[a-z]{2,} .*\.$", RegexOptions.Singleline)]
    private static partial Regex Whole();

    /// <summary>A heading with nothing under it.</summary>
    [GeneratedRegex(@"^#+ [^\n]+\n\s*(?=#|\z)(?!### Overview)", RegexOptions.Multiline)]
    private static partial Regex EmptySection();

    private static string Checkout()
    {
        string folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "BenchWorker.sln")))
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("These tests run inside a checkout.");
        return folder;
    }
}
