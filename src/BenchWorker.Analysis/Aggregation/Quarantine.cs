namespace BenchWorker.Analysis;

/// <summary>Rows of runs that were declared invalid, taken out before anything is counted.</summary>
internal sealed record Quarantine(IReadOnlyList<Result> Kept, IReadOnlyList<TableFlag> Flags)
{
    public static Quarantine Apply(IReadOnlyList<Result> results, ScoreTableRules rules)
    {
        if (rules.Quarantine.Count == 0)
            return new(results, []);
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var kept = new List<Result>(results.Count);
        foreach (Result row in results)
        {
            if (row.Run is { } run && rules.Quarantine.ContainsKey(run))
                counts[run] = counts.GetValueOrDefault(run) + 1;
            else
                kept.Add(row);
        }

        return new(kept, [.. counts.Select(run => new TableFlag(
            FlagKind.Quarantined, run.Key, $"Run {run.Key} ({run.Value} rows) is invalid and was left out: {rules.Quarantine[run.Key]}"))]);
    }
}
