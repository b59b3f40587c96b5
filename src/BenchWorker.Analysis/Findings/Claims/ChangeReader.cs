namespace BenchWorker.Analysis;

/// <summary>Recomputes what is said of the changes between two publications of a board.</summary>
internal sealed class ChangeReader
{
    private readonly ScoreTable before;
    private readonly ScoreTable now;
    private readonly Dictionary<string, double> oldScores;
    private readonly Dictionary<string, double> newScores;
    private readonly string[] stayed;
    private readonly Lazy<double[]> corrected;

    public ChangeReader(RankedBoard board, ScoreTable previous)
    {
        (before, now) = (previous, board.Scores);
        oldScores = Scores(previous, board.Leaderboard.Missing);
        newScores = Scores(board.Scores, board.Leaderboard.Missing);
        stayed = [.. oldScores.Keys.Where(newScores.ContainsKey)];
        corrected = new Lazy<double[]>(() => Multiplicity.BenjaminiHochberg(
            [.. stayed.Select(entity => Changes(entity) is { Length: > 0 } changes ? PermutationTest.Of(changes, board.Leaderboard.Seed).P : double.NaN)]));
    }

    public double Measure(ChangeMeasure measure, string entity) => measure switch
    {
        ChangeMeasure.Entered => newScores.Keys.Count(name => !oldScores.ContainsKey(name) && (entity.Length == 0 || name == entity)),
        ChangeMeasure.Left => oldScores.Keys.Count(name => !newScores.ContainsKey(name) && (entity.Length == 0 || name == entity)),
        ChangeMeasure.OldRank => Rank(oldScores, oldScores.Keys, entity),
        ChangeMeasure.NewRank => Rank(newScores, newScores.Keys, entity),
        ChangeMeasure.FromLeavers => Rank(oldScores, stayed, entity) - Rank(oldScores, oldScores.Keys, entity),
        ChangeMeasure.FromScores => Rank(newScores, stayed, entity) - Rank(oldScores, stayed, entity),
        ChangeMeasure.FromEntrants => Rank(newScores, newScores.Keys, entity) - Rank(newScores, stayed, entity),
        ChangeMeasure.MeanChange => Changes(entity).DefaultIfEmpty(double.NaN).Average(),
        ChangeMeasure.SharedColumns => Changes(entity).Length,
        ChangeMeasure.Corrected => Array.IndexOf(stayed, entity) is >= 0 and var at ? corrected.Value[at] : double.NaN,
        ChangeMeasure.ChangedCells => Pairs().Count(static pair => pair.Before is { } old && pair.Now is { } value && old != value),
        ChangeMeasure.Gained => Pairs().Count(static pair => pair is { Before: null, Now: not null }),
        ChangeMeasure.Lost => Pairs().Count(static pair => pair is { Before: not null, Now: null }),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static Dictionary<string, double> Scores(ScoreTable table, MissingPolicy missing)
    {
        double[] means = Means.By(missing, ScoreMatrix.Of(table), [.. table.Columns.Where(static column => column.Counts).Select(static column => column.Weight)]);
        return table.Entities.Zip(means).Where(static pair => double.IsFinite(pair.Second)).ToDictionary(static pair => pair.First, static pair => pair.Second, StringComparer.Ordinal);
    }

    private static double Rank(Dictionary<string, double> scores, IEnumerable<string> among, string entity)
    {
        if (!scores.TryGetValue(entity, out double own))
            return double.NaN;
        double[] keys = TieGrid.Of([.. among.Select(name => scores[name]), own]);
        return 1 + keys.Count(key => key > keys[^1]);
    }

    /// <summary>Higher is better; over the ranked columns in which the entity has a value both times, in the order of the old table.</summary>
    private double[] Changes(string entity)
    {
        Dictionary<string, double> values = Row(now, entity);
        return [.. Row(before, entity).Where(cell => values.ContainsKey(cell.Key)).Select(cell => values[cell.Key] - cell.Value)];
    }

    private static Dictionary<string, double> Row(ScoreTable table, string entity)
    {
        int row = table.Entities.ToList().IndexOf(entity);
        return Enumerable.Range(0, table.Columns.Count).Where(column => row >= 0 && table.Columns[column].Counts && table[row, column].HasValue).ToDictionary(
            column => table.Columns[column].Name, column => (table.Columns[column].Direction == Direction.LowerIsBetter ? -1 : 1) * table[row, column].Value, StringComparer.Ordinal);
    }

    /// <summary>Every cell of either publication, by names.</summary>
    private IEnumerable<(double? Before, double? Now)> Pairs()
    {
        Dictionary<(string, string), (double? Before, double? Now)> pairs = [];
        for (int row = 0; row < before.Entities.Count; row++)
            for (int column = 0; column < before.Columns.Count; column++)
                pairs[(before.Entities[row], before.Columns[column].Name)] = (before[row, column].HasValue ? before[row, column].Value : null, null);
        for (int row = 0; row < now.Entities.Count; row++)
            for (int column = 0; column < now.Columns.Count; column++)
                pairs[(now.Entities[row], now.Columns[column].Name)] =
                    (pairs.GetValueOrDefault((now.Entities[row], now.Columns[column].Name)).Before, now[row, column].HasValue ? now[row, column].Value : null);
        return pairs.Values;
    }
}
