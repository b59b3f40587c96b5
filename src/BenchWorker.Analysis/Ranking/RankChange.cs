namespace BenchWorker.Analysis;

/// <summary>Why an entity's rank changed between two publications: new - old = leavers + scores + entrants, exactly.</summary>
/// <param name="DueToLeavers">Old rank among those who stayed, less old rank among all.</param>
/// <param name="DueToScores">New rank among those who stayed, less the old one.</param>
/// <param name="DueToEntrants">New rank among all, less new rank among those who stayed.</param>
/// <param name="MeanChange">Mean score change over the shared columns, higher is better; NaN where none is shared.</param>
/// <param name="P">Paired permutation test of the score change; NaN where no column is shared.</param>
/// <param name="Q">P corrected by Benjamini and Hochberg over all who stayed.</param>
public sealed record RankMove(
    string Entity, int OldRank, int NewRank, int DueToLeavers, int DueToScores, int DueToEntrants, double MeanChange, double P, double Q);

/// <summary>Two publications of one board compared by mean score.</summary>
public sealed record RankChange
{
    /// <summary>Ordinal order.</summary>
    public required IReadOnlyList<string> Entered { get; init; }

    /// <summary>Ordinal order.</summary>
    public required IReadOnlyList<string> Left { get; init; }

    /// <summary>Those ranked both times, in ordinal order.</summary>
    public required IReadOnlyList<RankMove> Moves { get; init; }

    /// <summary>Kendall's tau-b between the old and the new order of those who stayed; NaN below two.</summary>
    public required double Agreement { get; init; }

    /// <param name="seed">Of the sign flips where more than 16 columns changed.</param>
    public static RankChange Between(ScoreTable previous, ScoreTable current, MissingPolicy missing, ulong seed)
    {
        var old = Scored.Of(previous, missing);
        var now = Scored.Of(current, missing);
        string[] stayed = [.. old.Ranked.Intersect(now.Ranked, StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        (Dictionary<string, int> oldAll, Dictionary<string, int> oldCommon) = (old.RanksOf(old.Ranked), old.RanksOf(stayed));
        (Dictionary<string, int> newAll, Dictionary<string, int> newCommon) = (now.RanksOf(now.Ranked), now.RanksOf(stayed));
        double[][] changes = [.. stayed.Select(entity => SharedChanges(old, now, entity))];
        double[] p = [.. changes.Select(change => change.Length == 0 ? double.NaN : PermutationTest.Of(change, seed).P)];
        double[] q = Multiplicity.BenjaminiHochberg(p);
        return new()
        {
            Entered = [.. now.Ranked.Except(old.Ranked, StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            Left = [.. old.Ranked.Except(now.Ranked, StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            Moves = [.. stayed.Select((entity, k) => new RankMove(
                entity, oldAll[entity], newAll[entity], oldCommon[entity] - oldAll[entity], newCommon[entity] - oldCommon[entity],
                newAll[entity] - newCommon[entity], StableSum.Mean(changes[k].ToArray()), p[k], q[k]))],
            Agreement = Stability.Agreement([.. stayed.Select(old.Score)], [.. stayed.Select(now.Score)]),
        };
    }

    private static double[] SharedChanges(Scored old, Scored now, string entity) =>
    [
        .. old.Cells(entity).Join(now.Cells(entity), static cell => cell.Column, static cell => cell.Column, static (before, after) => after.Value - before.Value, StringComparer.Ordinal)
            .Where(double.IsFinite),
    ];

    /// <summary>One publication, by name.</summary>
    private sealed class Scored
    {
        private readonly ScoreMatrix matrix;
        private readonly string[] columns;
        private readonly Dictionary<string, int> rows;
        private readonly double[] scores;

        private Scored(ScoreTable table, MissingPolicy missing)
        {
            matrix = ScoreMatrix.Of(table);
            columns = [.. table.Columns.Where(static column => column.Counts).Select(static column => column.Name)];
            rows = table.Entities.Select(static (entity, i) => (entity, i)).ToDictionary(static pair => pair.entity, static pair => pair.i, StringComparer.Ordinal);
            scores = Means.By(missing, matrix, [.. table.Columns.Where(static column => column.Counts).Select(static column => column.Weight)]);
            Ranked = [.. table.Entities.Where(entity => double.IsFinite(Score(entity)))];
        }

        public IReadOnlyList<string> Ranked { get; }

        public static Scored Of(ScoreTable table, MissingPolicy missing) => new(table, missing);

        public double Score(string entity) => scores[rows[entity]];

        public Dictionary<string, int> RanksOf(IReadOnlyList<string> entities)
        {
            int?[] ranks = Ranks.Competition([.. entities.Select(Score)]);
            return entities.Select((entity, k) => (entity, ranks[k])).ToDictionary(static pair => pair.entity, static pair => pair.Item2 ?? 0, StringComparer.Ordinal);
        }

        public IEnumerable<(string Column, double Value)> Cells(string entity) =>
            columns.Select((column, j) => (column, matrix[rows[entity], j])).Where(static cell => !double.IsNaN(cell.Item2));
    }
}
