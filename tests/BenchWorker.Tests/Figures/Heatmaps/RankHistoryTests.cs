using BenchWorker.Figures;
using Shouldly;
using Xunit;

namespace BenchWorker.Tests.Figures;

public sealed class RankHistoryTests
{
    [Fact]
    public void Every_line_is_named_and_what_is_in_colour_or_left_out_is_told()
    {
        Scene scene = FigureComposer.Compose(History(12) with { MostEntities = 8 }, Theme.Light, FontSet.Default);

        SceneCheck.Check(scene).ShouldBeEmpty();
        Texts(scene, TextRole.RowLabel).ShouldBe(["model 1", "model 2", "model 3", "model 4", "model 5", "model 6", "model 7", "model 8"], ignoreOrder: true);
        Texts(scene, TextRole.Note).ShouldBe(["8 of 12 are drawn, the best at the newest snapshot.", "In colour: the first 6."]);
    }

    [Fact]
    public void Where_every_line_has_a_colour_nothing_is_told()
    {
        Scene scene = FigureComposer.Compose(History(6), Theme.Dark, FontSet.Default);

        Texts(scene, TextRole.Note).ShouldBeEmpty();
    }

    private static RankHistoryFigure History(int models)
    {
        double[,] ranks = new double[models, 3];
        for (int i = 0; i < models; i++)
            (ranks[i, 0], ranks[i, 1], ranks[i, 2]) = (i + 1, i + 1, i + 1);
        return new RankHistoryFigure([.. Enumerable.Range(1, models).Select(static i => $"model {i}")], ["a", "b", "c"], ranks) { Title = "Places" };
    }

    private static IEnumerable<string> Texts(Scene scene, TextRole role) =>
        scene.Operations.OfType<DrawingOperation.TextRun>().Where(run => run.Role == role).Select(static run => run.Text);
}
