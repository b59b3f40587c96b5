using BenchWorker.Figures;
using BenchWorker.Site;
using BenchWorker.Tests.Boards;
using Shouldly;
using Xunit;

namespace BenchWorker.Tests;

/// <summary>The pictures of the README are what the program draws now. <c>UPDATE_GOLDEN=1</c> draws them anew.</summary>
public sealed class GalleryTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, ".github", "gallery");

    public static TheoryData<string, string, int> Pictures => new()
    {
        { "sparse-matrix", "core-generalization", 0 },
        { "grouped-matrix", "truth-probes", 0 },
        { "panels", "transfer", 0 },
        { "packed", "embedding-languages", 0 },
        { "density", "game-progress", 0 },
        { "clustered", "simulated-suite", 0 },
        { "win-rate", "simulated-suite", 1 },
        { "delta", "simulated-suite", 2 },
        { "rank-history", "training-run", 0 },
        { "hexagons", "recipes-in-pairs", 0 },
        { "triangle", "recipes-in-pairs", 1 },
    };

    [Theory]
    [MemberData(nameof(Pictures))]
    public void A_picture_of_the_readme_is_what_the_program_draws(string name, string slug, int figure)
    {
        Board board = Boards().Single(board => board.Slug == slug);
        board = board with { Figures = [.. board.Figures.Select(static declared => declared with { Tooltips = false })] };
        using SampleResults samples = new();

        BoardFigure drawn = BoardComposer.Compose(board, samples.Of(board).For(board), FontSet.Default).Figures[figure];

        Golden.MatchText(Path.Combine(Folder, $"{name}.svg"), SvgWriter.Write(drawn.Light));
        Golden.MatchText(Path.Combine(Folder, $"{name}-dark.svg"), SvgWriter.Write(drawn.Dark));
    }

    [Fact]
    public void The_gallery_holds_these_pictures_and_no_others() =>
        Directory.GetFiles(Folder, "*.svg").Select(Path.GetFileName).Order(StringComparer.Ordinal)
            .ShouldBe(Pictures.SelectMany(static picture => new[] { $"{picture.Data.Item1}-dark.svg", $"{picture.Data.Item1}.svg" }).Order(StringComparer.Ordinal));

    /// <summary>Those of the demo, and those over its tables that are drawn for the README alone.</summary>
    private static IEnumerable<Board> Boards() =>
    [
        .. BoardFile.Parse("boards.yaml", SampleFiles.Boards),
        .. BoardFile.Parse("Gallery.yaml", File.ReadAllText(Path.Combine(Repository.Root, "tests", "BenchWorker.Tests", "Boards", "Gallery.yaml"))),
    ];
}
