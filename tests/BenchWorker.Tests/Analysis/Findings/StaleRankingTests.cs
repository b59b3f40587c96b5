using BenchWorker.Analysis;
using Shouldly;
using Xunit;

namespace BenchWorker.Tests.Analysis.Findings;

/// <summary>A ranking that was published before one of its scores changed: what is said of it no longer comes out of the scores.</summary>
public sealed class StaleRankingTests
{
    [Theory]
    [InlineData("synF_complete.csv", "A1")]
    [InlineData("synF_complete.csv", "A2")]
    [InlineData("synF_complete.csv", "A3")]
    [InlineData("synF_complete.csv", "A4")]
    [InlineData("uneven", "A5")]
    public void What_is_said_of_a_ranking_fails_once_any_score_of_the_one_named_has_changed(string name, string kind)
    {
        HeatmapTable table = FindingExamples.All.First(example => example.Name == name && example.Table.Board is not null).Table;
        RankedBoard board = table.Board!;
        Finding finding = FindingEngine.Find(table).Single(finding => finding.Kind.Id == kind);
        int named = board.Scores.Entities.ToList().IndexOf(finding.Subjects is [var first, ..] ? first : board.Leaderboard.Standings[0].Entity);

        Verdict[] verdicts = [.. Enumerable.Range(0, board.Scores.Columns.Count).Where(column => board.Scores[named, column].HasValue)
            .Select(column => new FindingVerifier(Ranked(table, board with { Scores = Lowered(board.Scores, named, column) })).Verify(finding))];

        new FindingVerifier(Ranked(table, board)).Verify(finding).ShouldBe(Verdict.Holds);
        verdicts.Count(static verdict => verdict == Verdict.Holds).ShouldBe(0);
    }

    /// <summary>The scores with one of them below all others.</summary>
    private static ScoreTable Lowered(ScoreTable scores, int row, int column)
    {
        Cell[] cells = scores.Cells.ToArray();
        cells[(row * scores.Columns.Count) + column] = new Cell(cells.Where(static cell => cell.HasValue).Min(static cell => cell.Value) - 100);
        return new ScoreTable(scores.Entities, scores.Columns, cells);
    }

    private static HeatmapTable Ranked(HeatmapTable table, RankedBoard board) =>
        new(table.Title, table.Metric, table.Rows, table.Columns, table.Stored, table.Decimals) { Board = board };
}
