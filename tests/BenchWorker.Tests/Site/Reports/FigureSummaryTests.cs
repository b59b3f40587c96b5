using System.Text.Json;
using BenchWorker.Analysis;
using BenchWorker.Figures;
using BenchWorker.Site;
using Shouldly;
using Xunit;

namespace BenchWorker.Tests.Site.Reports;

/// <summary>A board of every kind of figure: each has its own words, and what is said of all stands once.</summary>
public sealed class FigureSummaryTests
{
    private static readonly BoardReport Report = BoardComposer.Compose(
        new Board
        {
            Slug = "all",
            Title = "All kinds",
            Source = new BoardSource.Benchmark("b"),
            Columns = ["task"],
            Figures =
            [
                new FigureDeclaration { Title = "Matrix" },
                new FigureDeclaration { Kind = FigureKind.Packed, Title = "Packed", Cell = new AxisDeclaration("task") },
                new FigureDeclaration { Kind = FigureKind.Density, Title = "Density" },
                new FigureDeclaration { Kind = FigureKind.WinRate, Title = "Win rate" },
                new FigureDeclaration { Kind = FigureKind.Delta, Title = "Delta", Baseline = "m2" },
                new FigureDeclaration { Kind = FigureKind.RankHistory, Title = "History" },
            ],
        },
        new ResultSnapshot([.. Rows()], null), FontSet.Default);

    [Fact]
    public void Every_figure_has_a_section_of_its_own_and_the_ranking_stands_once_at_the_end() =>
        Headings("## ").ShouldBe(["Matrix", "Packed", "Density", "Win rate", "Delta", "History", "Leaderboard", "How to read this"]);

    [Fact]
    public void Nothing_is_left_out_because_it_was_not_confirmed() => Report.Summary.Dropped.Select(static statement => statement.Text).ShouldBeEmpty();

    [Fact]
    public void Each_figure_is_told_in_the_terms_of_its_kind() =>
        Report.Summary.Figures.Skip(1).Select(static figure => string.Concat(figure.Statements.Select(static one => one.Finding.Kind.Id[0]).Distinct().Order())).ShouldBe(["C", "CQ", "CW", "CX", "CH"]);

    [Fact]
    public void No_sentence_stands_twice()
    {
        string[] lines = [.. Report.Summary.Markdown.Split('\n').Where(static line => line.Length > 0 && line[0] is not ('|' or '#' or '['))];

        lines.ShouldBeUnique();
    }

    [Fact]
    public void A_figure_of_the_same_values_refers_to_the_one_that_has_told_them() =>
        Report.Summary.Markdown.ShouldContain("The values are those of \u201CMatrix\u201D; what there is to say of them stands there.");

    [Fact]
    public void Evidence_says_of_which_figure_it_is()
    {
        using var evidence = JsonDocument.Parse(Report.Summary.EvidenceJson);

        string?[] figures = [.. evidence.RootElement.EnumerateArray().Select(static entry => entry.TryGetProperty("figure", out JsonElement figure) ? figure.GetString() : null).Distinct()];
        figures.ShouldBe(["figure-1", "figure-2", "figure-3", "figure-4", "figure-5", "figure-6", null]);
    }

    [Fact]
    public void The_whole_document_holds_on_its_own_data() =>
        SummaryVerifier.Verify(Report.Summary.Markdown, [Report.Summary]).Where(static sentence => sentence.Verdict != SentenceVerdict.Holds).ShouldBeEmpty();

    [Fact]
    public void Alternative_texts_are_short_and_differ()
    {
        string[] texts = [.. Report.Summary.Figures.Select(static figure => figure.AltText)];

        texts.ShouldAllBe(static text => text.Length > 20 && text.Length <= 600);
        texts.ShouldBeUnique();
    }

    [Fact]
    public void A_row_of_one_figure_is_not_excused_by_another_that_has_it()
    {
        string header = "## Delta\n";
        string row = Report.Summary.Markdown.Split('\n').First(static line => line.StartsWith("| m1 |", StringComparison.Ordinal));

        SummaryVerifier.Verify(header + row, [Report.Summary]).ShouldHaveSingleItem().Verdict.ShouldBe(SentenceVerdict.Stale);
        SummaryVerifier.Verify("## Matrix\n" + row, [Report.Summary]).ShouldHaveSingleItem().Verdict.ShouldBe(SentenceVerdict.Holds);
    }

    private static string[] Headings(string level) => [.. Report.Summary.Markdown.Split('\n').Where(line => line.StartsWith(level, StringComparison.Ordinal)).Select(line => line[level.Length..])];

    private static IEnumerable<Result> Rows() =>
        from model in Enumerable.Range(1, 5)
        from task in Enumerable.Range(0, 24)
        let day = new DateTimeOffset(2026, 3, 1 + ((model + task) % 3), 12, 0, 0, TimeSpan.Zero)
        select new Result
        {
            Benchmark = "b",
            Task = $"t{task:D2}",
            Model = $"m{model}",
            Metric = "accuracy",
            Direction = Direction.HigherIsBetter,
            Value = 60 + (task % 7) - (model * 2) + (((model * 5) + (task * 11)) % 8),
            RunAt = day,
        };
}
