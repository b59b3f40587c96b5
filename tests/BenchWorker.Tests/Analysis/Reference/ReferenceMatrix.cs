using System.Text.Json;
using BenchWorker.Analysis;

namespace BenchWorker.Tests.Analysis.Reference;

/// <summary>The score matrices of the reference inputs, oriented so that higher is better.</summary>
internal static class ReferenceMatrix
{
    public static IReadOnlyList<IReadOnlyDictionary<string, string>> SynATasks { get; } = ReferenceTable.Rows("synA_tasks.csv");

    /// <summary>By the short name in a case's id.</summary>
    public static ScoreMatrix Of(string name) => name switch
    {
        "synA" => SynA(),
        "synF" => Wide("synF_complete.csv"),
        "seed2" => Wide("seed2.csv"),
        "seed2T" => Wide("seed2.csv").Transposed(),
        "seed3" => Wide("seed3.csv"),
        "synG" => Wide("synG_table.csv", skip: 2),
        "seed4" => Seed4(_ => true),
        "seed4.Probe" => Seed4(facet => facet == "Probe"),
        "seed4.LoRA" => Seed4(facet => facet != "Probe"),
        _ => throw new ArgumentException(name, nameof(name)),
    };

    /// <summary>A matrix written into a case's parameters; null = missing.</summary>
    public static ScoreMatrix Inline(JsonElement rows)
    {
        double[][] values = [.. rows.EnumerateArray().Select(row => row.EnumerateArray()
            .Select(value => value.ValueKind == JsonValueKind.Null ? double.NaN : value.GetDouble()).ToArray())];
        return Build(values);
    }

    /// <summary>First columns are labels or costs, the others tasks.</summary>
    public static ScoreMatrix Wide(string file, int skip = 1) =>
        Build([.. ReferenceTable.Rows(file).Select(row => row.Values.Skip(skip).Select(ReferenceTable.Number).ToArray())]);

    private static ScoreMatrix SynA()
    {
        bool[] higher = [.. SynATasks.Select(task => task["higher_is_better"] == "1")];
        return Build([.. ReferenceTable.Rows("synA_scores.csv").Select(row =>
            row.Values.Skip(1).Select((text, j) => higher[j] ? ReferenceTable.Number(text) : -ReferenceTable.Number(text)).ToArray())]);
    }

    private static ScoreMatrix Seed4(Func<string, bool> facet) => Build([.. ReferenceTable.Rows("seed4.csv")
        .Where(row => facet(row["facet"]))
        .GroupBy(row => (row["facet"], row["model"]))
        .Select(model => model.Select(row => ReferenceTable.Number(row["score"])).ToArray())]);

    private static ScoreMatrix Build(double[][] rows) => new(rows.Length, rows[0].Length, rows.SelectMany(row => row).ToArray());
}
