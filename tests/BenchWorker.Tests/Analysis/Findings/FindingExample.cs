using BenchWorker.Analysis;
using BenchWorker.Tests.Analysis.Reference;

namespace BenchWorker.Tests.Analysis.Findings;

/// <summary>A table that can be built again from other values: everything that depends on them, the ranking too, comes out anew.</summary>
internal sealed record FindingExample(string Name, double[] Values, Func<double[], HeatmapTable> Build)
{
    public HeatmapTable Table => Build(Values);

    public HeatmapTable With(int cell, double value)
    {
        double[] changed = [.. Values];
        changed[cell] = value;
        return Build(changed);
    }

    /// <summary>One of the reference tables, as it is published beside them.</summary>
    public static FindingExample Reference(string name)
    {
        HeatmapTable table = ReferenceHeatmaps.Of(name);
        return new FindingExample(name, table.Stored, values => new HeatmapTable(table.Title, table.Metric, table.Facets, table.Rows, table.Columns, values, table.Decimals)
        {
            CommensurableColumns = table.CommensurableColumns,
            ColorRanges = table.ColorRanges,
        });
    }

    /// <summary>A reference file with the ranking made from it; costs are those of its column of that name.</summary>
    public static FindingExample Ranked(string file, string? previous = null)
    {
        IReadOnlyList<IReadOnlyDictionary<string, string>> rows = ReferenceTable.Rows(file);
        string key = rows[0].Keys.First();
        string[] columns = [.. rows[0].Keys.Where(column => column != key && column != "cost")];
        EntityCosts? costs = rows[0].ContainsKey("cost") ? new("cost", LowerIsBetter: true, rows.ToDictionary(row => row[key], row => ReferenceTable.Number(row["cost"]))) : null;
        return Ranked(file, [.. rows.Select(row => row[key])], columns, [.. rows.SelectMany(row => columns.Select(column => ReferenceTable.Number(row[column])))],
            board => board with { Costs = costs, Previous = previous is null ? null : Ranked(previous).Table.Board!.Scores });
    }

    /// <summary>A table with the ranking made from it by mean.</summary>
    public static FindingExample Ranked(string name, string[] models, string[] tasks, double[] values, Func<RankedBoard, RankedBoard> complete) => new(name, values, changed =>
    {
        ScoreTable scores = new(
            models, [.. tasks.Select(task => new ScoreColumn(task, Direction.HigherIsBetter))], [.. changed.Select(value => double.IsFinite(value) ? new Cell(value) : Cell.Absent())]);
        return new HeatmapTable("Board", new HeatmapMetric("score", null, Direction.HigherIsBetter), new HeatmapAxis("model", models), new HeatmapAxis("task", tasks), changed, decimals: 1)
        {
            Board = complete(new RankedBoard("model", Ranker.Rank(scores, RankingMethod.Mean, MissingPolicy.Exclude, minCoverage: 0, seed: 1), scores)),
        };
    });

    /// <summary>Two models on the same items.</summary>
    public static FindingExample Pairs(string file)
    {
        IReadOnlyList<IReadOnlyDictionary<string, string>> rows = ReferenceTable.Rows(file);
        return new FindingExample(file, [.. rows.Select(row => ReferenceTable.Number(row["y"])), .. rows.Select(row => ReferenceTable.Number(row["x"]))], values =>
            new HeatmapTable("Progress", new HeatmapMetric("progress", null, Direction.HigherIsBetter) { Lower = 0, Upper = 1 }, new HeatmapAxis("model", ["Y", "X"]),
                new HeatmapAxis("items", [.. rows.Select((_, i) => $"i{i}")]), values)
            {
                Content = new TableContent.Pairs([(0, 1)]),
            });
    }
}
