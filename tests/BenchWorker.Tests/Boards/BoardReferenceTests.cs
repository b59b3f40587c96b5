using System.Text.RegularExpressions;
using BenchWorker.Figures;
using BenchWorker.Site;
using Shouldly;
using Xunit;

namespace BenchWorker.Tests.Boards;

/// <summary>Holds BOARDS.md to what the program does.</summary>
public sealed partial class BoardReferenceTests
{
    private static readonly string Reference = File.ReadAllText(Path.Combine(Repository.Root, "src", "BenchWorker", "Boards", "BOARDS.md"));

    public static TheoryData<string> Examples => [.. Yaml().Matches(Reference).Select(match => match.Groups["board"].Value)];

    [Theory]
    [MemberData(nameof(Examples))]
    public void Every_example_of_the_reference_is_drawn_from_the_demo_tables(string yaml)
    {
        Board board = BoardFile.Parse("BOARDS.md", yaml).ShouldHaveSingleItem();
        using SampleResults samples = new();

        BoardReport report = BoardComposer.Compose(board, samples.Of(board).For(board), FontSet.Default);

        report.Figures.Count.ShouldBe(board.Figures.Count);
        report.Figures.ShouldAllBe(figure => figure.IsDrawn);
        report.Warnings.ShouldNotContain(warning => warning.StartsWith("Figure", StringComparison.Ordinal));
    }

    [Fact]
    public void The_demo_boards_are_drawn_without_a_warning()
    {
        using SampleResults samples = new();

        foreach (Board board in BoardFile.Parse("boards.yaml", SampleFiles.Boards))
        {
            BoardReport report = BoardComposer.Compose(board, samples.Of(board).For(board), FontSet.Default);

            report.Figures.ShouldAllBe(figure => figure.IsDrawn);
            report.Warnings.ShouldNotContain(warning => warning.StartsWith("Figure", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void The_reference_names_every_colour_map_and_every_kind()
    {
        Colormap.Names.ShouldAllBe(name => Reference.Contains($"`{name}`", StringComparison.Ordinal));
        Enum.GetNames<FigureKind>().ShouldAllBe(kind => Reference.Contains($"`{Kebab.Case(kind)}`", StringComparison.Ordinal));
    }

    [GeneratedRegex("```yaml\n(?<board>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Yaml();
}
