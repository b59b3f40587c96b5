namespace BenchWorker.Analysis;

/// <summary>Recounts ranks from the published scores, and takes again the scores that are plain means.</summary>
internal sealed class PublishedRanks
{
    private readonly RankedBoard board;
    private readonly Dictionary<string, int> positions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> rows = new(StringComparer.Ordinal);

    /// <summary>By standing; scores equal to twelve digits are equal.</summary>
    private readonly double[] keys;

    public PublishedRanks(RankedBoard board)
    {
        this.board = board;
        for (int position = 0; position < Standings.Count; position++)
            positions.TryAdd(Standings[position].Entity, position);
        for (int row = 0; row < board.Scores.Entities.Count; row++)
            rows.TryAdd(board.Scores.Entities[row], row);
        keys = TieGrid.Of([.. Standings.Select(static standing => standing.Score ?? double.NaN)]);
    }

    private IReadOnlyList<Standing> Standings => board.Leaderboard.Standings;

    public Standing? Of(string entity) => positions.TryGetValue(entity, out int position) ? Standings[position] : null;

    /// <summary>One more than the ranked whose score is better; NaN for an entity without a score.</summary>
    public double Rank(string entity)
    {
        if (Of(entity)?.Score is null)
            return double.NaN;
        double own = keys[positions[entity]];
        return 1 + Standings.Where((other, i) => other.Rank is not null && (board.LowerIsFirst ? keys[i] < own : keys[i] > own)).Count();
    }

    /// <summary>A plain mean is taken again from the cells; the other methods' scores are those that the board publishes.</summary>
    public double Score(string entity)
    {
        if (!board.ByPlainMean || !rows.TryGetValue(entity, out int row))
            return Of(entity)?.Score ?? double.NaN;
        bool asReported = board.LowerIsBetterThroughout;
        (double sum, double weight) = (0, 0);
        for (int i = 0; i < board.Scores.Columns.Count; i++)
        {
            (ScoreColumn column, Cell cell) = (board.Scores.Columns[i], board.Scores[row, i]);
            if (!column.Counts || !cell.HasValue)
                continue;
            int sign = asReported || column.Direction != Direction.LowerIsBetter ? 1 : -1;
            (sum, weight) = (sum + (column.Weight * cell.Value * sign), weight + column.Weight);
        }

        return sum / weight;
    }
}
