using System.Globalization;
using BenchWorker.Analysis;
using BenchWorker.Figures;

namespace BenchWorker.Site;

/// <summary>One hash over everything a board's pages are made from, and over the program that makes them. Equal digests mean equal pages,
/// so that a board whose results did not change is neither drawn nor written again.</summary>
internal static class ReportDigest
{
    /// <returns>32 lower-case hexadecimal digits.</returns>
    public static string Of(BoardReport report, IRasterizer rasterizer) => ContentDigest.Of(writer =>
    {
        foreach (Type part in new[] { typeof(ReportDigest), typeof(Scene), typeof(ScoreTable), rasterizer.GetType() })
            writer.Write(part.Module.ModuleVersionId.ToByteArray());
        Write(writer, report);
    });

    private static void Write(DigestWriter writer, BoardReport report)
    {
        Board board = report.Board;
        Write(writer, [board.Slug, board.Title, board.Description ?? "", board.Entity, report.Unit ?? "", board.Metric?.Name ?? "", report.RankingReason ?? ""]);
        Write(writer, report.Warnings);
        writer.Write((int)report.Direction);
        BoardPolicy policy = BoardPolicy.Of(report);
        Write(writer, [policy.ScoredOn, policy.Rankings, policy.Mean ?? "", policy.Scale ?? "", policy.Weights ?? "", policy.Groups ?? "", board.ClusterField]);
        writer.Write((int)policy.Runs);
        writer.Write((int)policy.Missing);
        writer.Write(policy.MinCoverage);
        writer.Write((int)board.Pairs);
        Write(writer, [report.Pool, report.Costs?.Cost ?? "", .. board.Columns, .. board.PinnedRuns, .. report.Quarantined.Select(static run => run.Run + run.Reason)]);
        foreach (CostPoint point in report.Costs?.Points ?? [])
        {
            writer.Write(point.Entity);
            writer.Write(point.Score);
            writer.Write(point.Cost);
            writer.Write(point.OnFront);
        }

        writer.Write(report.DataAsOf?.ToString("O", CultureInfo.InvariantCulture) ?? "");
        Write(writer, [report.Summary.Markdown, report.Summary.AltText, report.Summary.EvidenceJson]);
        Write(writer, report.Table);
        foreach (Leaderboard leaderboard in report.Leaderboards)
            Write(writer, leaderboard);
        foreach (BoardFigure figure in report.Figures)
            Write(writer, figure);
    }

    private static void Write(DigestWriter writer, ScoreTable table)
    {
        Write(writer, table.Entities);
        foreach (ScoreColumn column in table.Columns)
        {
            Write(writer, [column.Name, column.Group ?? ""]);
            writer.Write((int)column.Direction);
            writer.Write(column.Weight);
        }

        foreach (Cell cell in table.Cells)
        {
            writer.Write(cell.Value);
            writer.Write(cell.RunCount);
            writer.Write(cell.RunSpread ?? double.NaN);
            writer.Write(cell.StandardError ?? double.NaN);
            writer.Write(cell.SampleCount ?? -1);
            writer.Write(cell.ClusterCount ?? -1);
            writer.Write((int?)cell.Missing ?? -1);
        }
    }

    private static void Write(DigestWriter writer, Leaderboard leaderboard)
    {
        writer.Write((int)leaderboard.Method);
        writer.Write((int)leaderboard.Missing);
        writer.Write(leaderboard.MinCoverage);
        writer.Write(leaderboard.Seed);
        writer.Write((int)leaderboard.Intervals);
        writer.Write((int?)leaderboard.Mean ?? -1);
        writer.Write((int?)leaderboard.Scale ?? -1);
        writer.Write((int?)leaderboard.Test ?? -1);
        Write(writer, leaderboard.Notes);
        foreach (Standing standing in leaderboard.Standings)
        {
            Write(writer, [standing.Entity, standing.NotRanked ?? ""]);
            writer.Write(standing.Rank ?? 0);
            writer.Write(standing.Interval?.Best ?? 0);
            writer.Write(standing.Interval?.Worst ?? 0);
            writer.Write(standing.Score ?? double.NaN);
            writer.Write(standing.StandardError ?? double.NaN);
            writer.Write(standing.SamplingError ?? double.NaN);
            writer.Write(standing.Present);
            writer.Write(standing.Columns);
        }
    }

    private static void Write(DigestWriter writer, BoardFigure figure)
    {
        Write(writer, [figure.Slug, figure.Title]);
        writer.Write(figure.Csv.Length);
        writer.Write(figure.Csv.Span);
        SceneDigest.Write(writer, figure.Light);
        SceneDigest.Write(writer, figure.Dark);
    }

    private static void Write(DigestWriter writer, IReadOnlyList<string> texts)
    {
        writer.Write(texts.Count);
        foreach (string text in texts)
            writer.Write(text);
    }
}
