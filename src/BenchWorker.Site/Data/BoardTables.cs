using BenchWorker.Analysis;

namespace BenchWorker.Site;

/// <summary>A board's data for spreadsheets and notebooks.</summary>
internal static class BoardTables
{
    /// <summary>One row a standing of every ranking.</summary>
    public static ReadOnlyMemory<byte> Leaderboards(BoardReport report)
    {
        CsvText csv = new();
        foreach (string name in new[] { "ranking", report.Board.Entity, "rank", "rank_low", "rank_high", "score", "stderr", "present", "columns", "not_ranked" })
            csv.Field(name);
        csv.EndLine();
        foreach (Leaderboard leaderboard in report.Leaderboards)
        {
            foreach (Standing standing in leaderboard.Standings)
            {
                csv.Field(MethodText.Key(leaderboard.Method)).Field(standing.Entity).Field((long?)standing.Rank)
                    .Field((long?)standing.Interval?.Best).Field((long?)standing.Interval?.Worst)
                    .Field(standing.Score).Field(standing.StandardError)
                    .Field((long?)standing.Present).Field((long?)standing.Columns).Field(standing.NotRanked).EndLine();
            }
        }

        return csv.ToUtf8();
    }

    /// <summary>One row a cell, entities in the table's order; a cell without a value says why.</summary>
    public static ReadOnlyMemory<byte> Scores(BoardReport report)
    {
        ScoreTable table = report.Table;
        CsvText csv = new();
        foreach (string name in new[] { report.Board.Entity, "column", "value", "stderr", "n", "runs", "run_spread", "missing" })
            csv.Field(name);
        csv.EndLine();
        for (int i = 0; i < table.Entities.Count; i++)
        {
            for (int j = 0; j < table.Columns.Count; j++)
            {
                Cell cell = table[i, j];
                csv.Field(table.Entities[i]).Field(table.Columns[j].Name)
                    .Field(cell.HasValue ? cell.Value : null).Field(cell.StandardError).Field(cell.SampleCount)
                    .Field(cell.HasValue ? (long?)cell.RunCount : null).Field(cell.RunSpread).Field(MethodText.Key(cell.Missing)).EndLine();
            }
        }

        return csv.ToUtf8();
    }

    /// <param name="values">What a figure shows, header first.</param>
    public static ReadOnlyMemory<byte> Figure(IEnumerable<IReadOnlyList<string>> values)
    {
        CsvText csv = new();
        foreach (IReadOnlyList<string> row in values)
        {
            for (int column = 0; column < row.Count; column++)
                csv.FieldOrNumber(row[column]);
            csv.EndLine();
        }

        return csv.ToUtf8();
    }
}
