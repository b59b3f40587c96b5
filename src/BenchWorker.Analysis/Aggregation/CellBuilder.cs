namespace BenchWorker.Analysis;

/// <summary>All rows of one entity in one column to one cell.</summary>
internal static class CellBuilder
{
    /// <param name="rows">Not empty.</param>
    /// <param name="merged">Names of the result columns in which merged rows differ; empty where all rows are alike.</param>
    public static Cell Build(IReadOnlyList<Result> rows, ScoreTableRules rules, Direction direction, out IReadOnlyList<string> merged)
    {
        merged = [];
        return rows.Count == 1 ? Only(rows[0], rules, direction) : Several(rows, rules, direction, out merged);
    }

    /// <summary>Nearly every cell has one row, and there are many: nothing is made on the way that is not kept.</summary>
    private static Cell Only(Result row, ScoreTableRules rules, Direction direction) =>
        row.SampleId is null && rules.Runs != RunPolicy.Pinned && Read(row, rules) is { Missing: null } run ? RunCombination.Take(run) : Runs([row], rules, direction);

    private static Cell Several(IReadOnlyList<Result> rows, ScoreTableRules rules, Direction direction, out IReadOnlyList<string> merged)
    {
        rows = WithoutMembersOfTotals(rows, rules);
        string[] differing = ConfigurationKey.DifferingFields(rows, rules);
        merged = differing;
        string[] parts = [.. differing.Where(ScoreTableRules.PartFields.Contains)];
        return parts.Length == 0
            ? Runs(rows, rules, direction)
            : MeanOf([.. Group(rows, parts).Select(part => Runs(part, rules, direction))]);
    }

    /// <summary>One row as one run's score: a value that cannot be used is missing with its reason, an impossible uncertainty is forgotten.</summary>
    public static RunScore Read(Result row, ScoreTableRules rules)
    {
        MissingReason? missing = row.Missing
            ?? (rules.Sentinels.TryGetValue(row.Value, out MissingReason meaning) ? meaning : double.IsFinite(row.Value) ? null : MissingReason.NonFinite);
        return missing is not null
            ? new(double.NaN, missing, Run: row.Run, At: row.RunAt)
            : new(row.Value, null, row.StandardError is >= 0 and < double.PositiveInfinity ? row.StandardError : null,
                row.SampleCount > 0 ? row.SampleCount : null, row.Run, row.RunAt, row.ClusterCount);
    }

    public static bool HasImpossibleUncertainty(Result row) =>
        row.StandardError is { } error && !(error is >= 0 and < double.PositiveInfinity) || row.SampleCount <= 0;

    /// <summary>Rows that say the task's own score win over samples of it.</summary>
    private static Cell Runs(IReadOnlyList<Result> rows, ScoreTableRules rules, Direction direction)
    {
        IReadOnlyList<Result> whole = [.. rows.Where(static row => row.SampleId is null)];
        RunScore[] runs = whole.Count > 0
            ? [.. whole.Select(row => Read(row, rules))]
            : [.. SampleReduction.ByRun(rows, rules)];
        return RunCombination.Combine(runs, rules.Runs, rules.PinnedRuns, direction);
    }

    /// <summary>
    /// A task that is a total stands for all, and a row without a subset, or of a subset that is a total, for its task; their members are not averaged with them.
    /// </summary>
    private static IReadOnlyList<Result> WithoutMembersOfTotals(IReadOnlyList<Result> rows, ScoreTableRules rules) => Preferred(
        Preferred(rows, row => rules.IsTotal(row.Task)),
        row => row.SampleId is null && (string.IsNullOrEmpty(row.Subset) || rules.IsTotal(row.Subset)));

    private static IReadOnlyList<Result> Preferred(IReadOnlyList<Result> rows, Func<Result, bool> total) =>
        rows.Where(total).ToArray() is { Length: > 0 } totals ? totals : rows;

    private static IEnumerable<IReadOnlyList<Result>> Group(IReadOnlyList<Result> rows, string[] fields) => rows
        .GroupBy(row => fields.Length == 1 ? row.Field(fields[0]) ?? "" : string.Join('\u001f', fields.Select(row.Field)), StringComparer.Ordinal)
        .Select(static part => (IReadOnlyList<Result>)[.. part]);

    private static Cell MeanOf(Cell[] parts)
    {
        Cell[] present = [.. parts.Where(static part => part.HasValue)];
        if (present.Length == 0)
            return Cell.Absent(RunCombination.Reason(parts.Select(static part => new RunScore(double.NaN, part.Missing))));
        double[] errors = [.. present.Select(static part => part.StandardError).OfType<double>().Order()];
        return new Cell(
            StableSum.Mean([.. present.Select(static part => part.Value)]),
            present.Min(static part => part.RunCount),
            null,
            errors.Length < present.Length ? null : Math.Sqrt(errors.Sum(static error => error * error)) / present.Length,
            present.All(static part => part.SampleCount is not null) ? present.Sum(static part => part.SampleCount) : null);
    }
}
