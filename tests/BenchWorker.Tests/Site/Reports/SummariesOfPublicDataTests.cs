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
        {
            Summary summary = BoardComposer.Compose(board, results.For(board), FontSet.Default).Summary;

            summary.Dropped.Select(finding => finding.Sentence.Text(summary.Table!)).ShouldBeEmpty();
            Misprint().Matches(summary.Markdown).Select(match => match.Value).ShouldBeEmpty();
            summary.AltText.Length.ShouldBeInRange(20, 600);
            SummaryVerifier.Verify(summary.Markdown, summary.Table!).Where(sentence => sentence.Verdict != SentenceVerdict.Holds).ShouldBeEmpty();
        }
    }

    /// <summary>What a hole filled wrongly or a noun that does not agree looks like.</summary>
    [GeneratedRegex(@"NaN|not a number|\u221E|(?<![\d.])1 (?:cells|rows|columns|values|steps|panels|pairs) |(?<=[a-z]) {2,}|\( ?\)|\{\w+\}|-0\.0+\b(?!\d)| [.,;]")]
    private static partial Regex Misprint();

    private static string Checkout()
    {
        string folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "BenchWorker.sln")))
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("These tests run inside a checkout.");
        return folder;
    }
}
