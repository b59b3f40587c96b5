using BenchWorker.Figures;
using Shouldly;
using Xunit;

namespace BenchWorker.Tests.Figures;

public sealed class SeedFigureTests
{
    public static TheoryData<string> Names => ["Languages", "Probes", "Lengths", "Transfer", "Progress"];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_seed_is_drawn_as_reviewed_in_both_themes(string name)
    {
        foreach (Theme theme in new[] { Theme.Light, Theme.Dark })
        {
            Scene scene = FigureComposer.Compose(FigureOf(name), theme, FontSet.Default);

            SceneCheck.Check(scene).ShouldBeEmpty();
            Golden.MatchText($"SeedFigureTests.{name}.{theme.Name}.svg", SvgWriter.Write(scene));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_copy_of_a_seed_800_px_wide_has_numbers_that_can_be_read(string name)
    {
        Scene scene = FigureComposer.Compose(FigureOf(name), Theme.Light, FontSet.Default);

        double shown = Math.Min(1, 800.0 / scene.WidthPx);
        scene.Operations.OfType<DrawingOperation.TextRun>().ShouldAllBe(run => run.SizePx * shown >= 7);
    }

    [Fact]
    public void Accuracy_by_length_shows_97_numbers_43_gaps_and_a_hundred_as_100()
    {
        Scene scene = FigureComposer.Compose(SeedFigures.Lengths, Theme.Light, FontSet.Default);

        string[] cells = [.. Texts(scene, TextRole.Cell)];
        cells.Length.ShouldBe(97);
        cells.Count(static text => text is "100.0").ShouldBe(3);
        scene.Description.ShouldContain("43 of 140 cells have no data.");
        scene.Operations.OfType<DrawingOperation.HatchRectangle>().Count().ShouldBe(43 + 1, "and the key");
    }

    [Fact]
    public void Probes_name_every_topic_in_full_with_two_decimals()
    {
        Scene scene = FigureComposer.Compose(SeedFigures.Probes, Theme.Light, FontSet.Default);

        Texts(scene, TextRole.RowLabel).ShouldContain("neg_element_symb");
        Texts(scene, TextRole.Cell).Count().ShouldBe(36);
        Texts(scene, TextRole.Cell).ShouldAllBe(static text => text.Length == 4);
    }

    [Fact]
    public void Independent_scales_are_announced_and_shared_ones_give_equal_scores_equal_colours()
    {
        Texts(FigureComposer.Compose(SeedFigures.Transfer, Theme.Light, FontSet.Default), TextRole.Note).ShouldContain("Colour scales differ between panels.");

        Rgb[] cells = [.. FigureComposer.Compose(SeedFigures.Transfer with { SharedScale = true }, Theme.Light, FontSet.Default).Operations.OfType<DrawingOperation.FillRectangle>().Select(static cell => cell.Fill)];
        cells[1].ShouldBe(cells[5]);
        cells[5].ShouldBe(cells[6]);
    }

    [Fact]
    public void A_code_without_spread_stays_and_stands_in_the_middle_of_the_scale()
    {
        Scene scene = FigureComposer.Compose(SeedFigures.Languages, Theme.Light, FontSet.Default);

        scene.Operations.OfType<DrawingOperation.FillRectangle>().Where(static cell => cell.Tooltip?.Contains("fz", StringComparison.Ordinal) is true)
            .ShouldAllBe(static cell => cell.Fill == Colormap.Parse("RdYlGn").At(0.5));
        Texts(scene, TextRole.Note).ShouldContain("1 code has the same value everywhere and stands at μ.");
    }

    [Fact]
    public void Densities_find_the_lattice_and_name_both_axes_of_each_pair()
    {
        Scene scene = FigureComposer.Compose(SeedFigures.Progress, Theme.Light, FontSet.Default);

        Texts(scene, TextRole.AxisName).Count().ShouldBe(12);
        Texts(scene, TextRole.Note).ShouldContain("The values lie on multiples of 1/20 of the range; bins are centred on them.");
        scene.Description.ShouldContain("21 by 21 bins");
        Rect[] fields = [.. scene.Operations.OfType<DrawingOperation.StrokeRectangle>().Select(static field => field.Area).Where(static field => field.Width > 100)];
        fields.Length.ShouldBe(6);
        DrawingOperation.FillRectangle[] cells = [.. scene.Operations.OfType<DrawingOperation.FillRectangle>().Where(static cell => cell.Tooltip is not null)];
        cells.ShouldAllBe(cell => fields.Any(field => field.Contains(cell.Area, 0)), "every cell lies in a panel");
        cells.ShouldAllBe(static cell => cell.Tooltip != "0 games", "where there is no pair the ground shows");
    }

    [Fact]
    public void Names_that_differ_at_their_ends_are_told_apart()
    {
        Scene scene = FigureComposer.Compose(SeedFigures.Languages, Theme.Light, FontSet.Default);

        Texts(scene, TextRole.PanelTitle).ShouldBe(["gemma-300m", "bge-m3", "jina-embeddings-v5-text-nano", "jina-embeddings-v5-text-small"]);
    }

    [Fact]
    public void Each_topic_stands_with_its_negation_apart_from_the_others()
    {
        Scene scene = FigureComposer.Compose(SeedFigures.Probes, Theme.Light, FontSet.Default);

        double[] tops = [.. scene.Operations.OfType<DrawingOperation.FillRectangle>().Where(static cell => cell.Tooltip is not null).Select(static cell => cell.Area.Top).Distinct().Order()];
        double[] steps = [.. tops.Zip(tops.Skip(1), static (one, next) => next - one)];
        steps.Where((_, i) => i % 2 == 0).Distinct().ShouldHaveSingleItem();
        steps.Where((_, i) => i % 2 == 1).ShouldAllBe(step => step == steps[0] + 4);
    }

    private static Figure FigureOf(string name) => name switch
    {
        "Languages" => SeedFigures.Languages,
        "Probes" => SeedFigures.Probes,
        "Lengths" => SeedFigures.Lengths,
        "Transfer" => SeedFigures.Transfer,
        _ => SeedFigures.Progress,
    };

    private static IEnumerable<string> Texts(Scene scene, TextRole role) =>
        scene.Operations.OfType<DrawingOperation.TextRun>().Where(run => run.Role == role && !run.Continues).Select(static run => run.Text);
}
