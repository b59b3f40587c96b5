using BenchWorker.Site;
using Shouldly;
using Xunit;

namespace BenchWorker.Tests.Boards;

public sealed class BoardDigestTests
{
    private static readonly Board Declared = Board(new BoardSource.Benchmark("b"));

    [Fact]
    public void A_board_declared_alike_has_the_same_digest() => BoardDigest.Of(Declared).ShouldBe(BoardDigest.Of(Board(new BoardSource.Benchmark("b"))));

    [Fact]
    public void Whatever_is_declared_otherwise_changes_the_digest()
    {
        Board[] others =
        [
            Board(new BoardSource.Benchmark("c")),
            Board(new BoardSource.Benchmark("b", Samples: true)),
            Board(new BoardSource.Benchmark("b") { Sentinels = [-1] }),
            Board(new BoardSource.Benchmark("b") { Sentinels = [-2] }),
            Board(new BoardSource.Query("b")),
            Declared with { MinCoverage = 0.5 },
            Declared with { Figures = [new FigureDeclaration { Colour = new ColourDeclaration { Center = 0.5 } }] },
            Declared with { Refresh = new RefreshPolicy { Debounce = TimeSpan.FromSeconds(1) } },
        ];

        others.Append(Declared).Select(BoardDigest.Of).ShouldBeUnique();
    }

    private static Board Board(BoardSource source) => new() { Slug = "board", Title = "Board", Source = source };
}
