namespace BenchWorker.Analysis;

/// <summary>Rows to a score table: place every row, settle the columns' directions, then combine the rows of each cell.</summary>
internal sealed class ScoreTableBuilder
{
    private readonly ScoreTableRules rules;
    private readonly Placement placement;
    private readonly List<TableFlag> flags = [];
    private readonly List<ColumnRemark> remarks = [];

    private ScoreTableBuilder(IReadOnlyList<Result> results, ScoreTableRules rules)
    {
        this.rules = rules;
        Quarantine quarantine = Quarantine.Apply(results, rules);
        placement = Placement.Of(quarantine.Kept, rules);
        flags.AddRange(quarantine.Flags);
        if (placement.Unplaced > 0)
            flags.Add(new(FlagKind.Unplaced, rules.Entity, $"{placement.Unplaced} rows name no {rules.Entity} or no {string.Join(" / ", rules.Columns)} and were left out."));
    }

    public static ScoreTable Build(IReadOnlyList<Result> results, ScoreTableRules rules) => new ScoreTableBuilder(results, rules).Build();

    private ScoreTable Build()
    {
        ScoreColumn[] columns = [.. placement.Columns.Select((name, j) => Column(name, placement.RowsOfColumn(j)))];
        for (int j = 0; j < columns.Length; j++)
            remarks.AddRange(ComparabilityGuard.Check(columns[j].Name, placement.RowsOfColumn(j), rules));
        var cells = new Cell[placement.Entities.Count * columns.Length];
        Array.Fill(cells, Cell.Absent());
        for (int j = 0; j < columns.Length; j++)
            Fill(cells, columns, j);
        return new ScoreTable(placement.Entities, columns, cells) { Flags = [.. flags, .. ColumnRemarks.Flags(remarks, columns.Length)] };
    }

    private void Fill(Cell[] cells, ScoreColumn[] columns, int j)
    {
        var merged = new SortedSet<string>(StringComparer.Ordinal);
        int fewest = int.MaxValue;
        int most = 0;
        foreach ((int i, IReadOnlyList<Result> rows) in placement.CellsOfColumn(j))
        {
            Cell cell = CellBuilder.Build(rows, rules, columns[j].Direction, out IReadOnlyList<string> fields);
            merged.UnionWith(fields);
            cells[(i * columns.Length) + j] = cell;
            if (cell.HasValue)
                (fewest, most) = (Math.Min(fewest, cell.RunCount), Math.Max(most, cell.RunCount));
        }

        if (merged.Count > 0)
            remarks.Add(new(FlagKind.MergedConditions, columns[j].Name, string.Join(", ", merged)));
        if (rules.Runs == RunPolicy.Best && fewest < most)
            remarks.Add(new(FlagKind.UnequalBestOf, columns[j].Name) { Least = fewest, Most = most });
    }

    private ScoreColumn Column(string name, IReadOnlyList<Result> rows)
    {
        Direction direction = rules.Direction ?? DirectionOf(name, rows);
        string task = Only(rows, static row => row.Task) ?? name;
        double weight = Declared(rules.Weights, name, task, out double declared) && declared >= 0 && double.IsFinite(declared) ? declared : 1;
        bool total = placement is { Columns.Count: > 1, HasMembers: true } && rows.All(rules.IsTotal);
        MetricScale? scale = Only(rows, static row => row.Metric) is { } metric ? rules.Scales.GetValueOrDefault(metric) : null;
        return new(name, direction, Declared(rules.Groups, name, task, out string? group) ? group : null, weight, total)
        {
            Chance = scale?.Chance,
            Limit = direction == Direction.LowerIsBetter ? scale?.Min : scale?.Max,
        };
    }

    private static bool Declared<T>(IReadOnlyDictionary<string, T> words, string name, string task, out T? word) =>
        words.TryGetValue(name, out word) || words.TryGetValue(task, out word);

    /// <summary>What all rows of a column say; null where they differ.</summary>
    private static string? Only(IReadOnlyList<Result> rows, Func<Result, string> field)
    {
        string first = field(rows[0]);
        foreach (Result row in rows)
        {
            string one = field(row);
            if (!ReferenceEquals(one, first) && !string.Equals(one, first, StringComparison.Ordinal))
                return null;
        }

        return first;
    }

    private Direction DirectionOf(string name, IReadOnlyList<Result> rows)
    {
        bool higher = rows.Any(static row => row.Direction == Direction.HigherIsBetter);
        bool lower = rows.Any(static row => row.Direction == Direction.LowerIsBetter);
        if (higher && lower)
            remarks.Add(new(FlagKind.ContradictoryDirection, name));
        return higher == lower ? Direction.Unknown : higher ? Direction.HigherIsBetter : Direction.LowerIsBetter;
    }
}
