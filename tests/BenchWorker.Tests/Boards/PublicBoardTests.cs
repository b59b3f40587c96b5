using BenchWorker.Figures;
using BenchWorker.Site;
using BenchWorker.Tests.Analysis.PublicData;
using Shouldly;
using Xunit;

namespace BenchWorker.Tests.Boards;

/// <summary>Boards over every public data set, by the files in <c>Boards/Public</c>: what <c>render</c> draws of them.</summary>
public sealed class PublicBoardTests
{
    /// <summary>How the corpus is called where it is not called as everywhere else.</summary>
    private static readonly ImportOptions Corpus = new()
    {
        Columns = new Dictionary<string, string> { ["value"] = "main_score", ["run_at"] = "date" },
        Defaults = new Dictionary<string, string> { ["benchmark"] = "MTEB", ["metric"] = "main_score", ["higher_is_better"] = "true" },
    };

    public static TheoryData<string, string, string, int> Tables => new()
    {
        { "seed_tables", "seed0_excerpt.csv", "languages", 1 },
        { "seed_tables", "seed2_truth_probes.csv", "truth-probes", 1 },
        { "seed_tables", "seed3_type_length.csv", "core-generalization", 1 },
        { "seed_tables", "seed4_transfer.csv", "transfer", 1 },
        { "tales_pairwise", "tales_games.csv", "games", 3 },
        { "tales_pairwise", "tales_frameworks.csv", "frameworks", 3 },
        { "aider_leaderboards", "aider.csv", "polyglot", 1 },
        { "arena_hard", "arena_hard.csv", "arena-hard", 2 },
        { "global_mmlu_lite", "global_mmlu_lite.csv", "languages", 3 },
        { "livecodebench", "lcb_generation.csv", "questions", 3 },
        { "mteb_wide", "mteb_wide.csv", "mteb", 3 },
        { "mteb_corpus", "mteb_main_scores.csv.gz", "english", 1 },
        { "pythia_lm_eval", "pythia_checkpoints.csv", "training", 3 },
        { "pythia_lm_eval", "pythia_final_mmlu_crows.csv", "subjects", 1 },
        { "harness_native", "runs.csv", "helm", 1 },
        { "harness_native", "runs.csv", "inspect", 1 },
        { "harness_native", "runs.csv", "lm-eval", 1 },
        { "harness_native", "samples.csv", "helm", 1 },
    };

    [Theory]
    [MemberData(nameof(Tables))]
    public void Every_figure_of_a_public_data_set_is_drawn_and_passes_its_own_check(string set, string table, string slug, int figures)
    {
        string path = Path.Combine(Facts.Folder(set), table);
        Board board = BoardsOf(set).Single(board => board.Slug == slug);
        FileResults results = FileResults.Read(path, (set is "mteb_corpus" ? Corpus : new ImportOptions()) with { AllowRejects = set is "harness_native" });

        IReadOnlyList<BoardFigure> drawn = BoardComposer.Compose(board, results.For(board), FontSet.Default).Figures;

        drawn.Count.ShouldBe(figures);
        foreach (BoardFigure figure in drawn)
        {
            figure.IsDrawn.ShouldBeTrue(figure.Title);
            SceneCheck.Check(figure.Light).ShouldBeEmpty(figure.Title);
            SceneCheck.Check(figure.Dark).ShouldBeEmpty(figure.Title);
            figure.Values.Count().ShouldBeGreaterThan(1, figure.Title);
        }
    }

    private static IReadOnlyList<Board> BoardsOf(string set)
    {
        string file = Path.Combine(Repository.Root, "tests", "BenchWorker.Tests", "Boards", "Public", $"{set}.yaml");
        return BoardFile.Parse(file, File.ReadAllText(file));
    }
}
