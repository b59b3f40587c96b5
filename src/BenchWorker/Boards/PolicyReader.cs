using System.Collections.Frozen;
using System.Globalization;
using BenchWorker.Analysis;
using BenchWorker.Site;

namespace BenchWorker;

/// <summary>The keys of a board that say how its rows become numbers and its numbers an order.</summary>
internal static class PolicyReader
{
    public static Board Read(MappingReader yaml, Board board)
    {
        (RunPolicy runs, IReadOnlyList<string> pinned) = Runs(yaml);
        return board with
        {
            Runs = runs,
            PinnedRuns = pinned,
            Split = yaml.Texts("split"),
            Missing = yaml.Choice<MissingPolicy>("missing"),
            MinCoverage = yaml.Number("min_coverage", 0, 1),
            Mean = yaml.Choice<MeanKind>("mean") ?? MeanKind.Weighted,
            Normalize = Scale(yaml),
            Weights = Weights(yaml),
            Groups = yaml.Mapping("groups")?.Entries() ?? FrozenDictionary<string, IReadOnlyList<string>>.Empty,
            Pairs = yaml.Choice<PairScope>("pairs") ?? PairScope.None,
            Pareto = Pareto(yaml),
            Ranking = yaml.Choices<RankingMethod>("ranking"),
        };
    }

    private static (RunPolicy Policy, IReadOnlyList<string> Pinned) Runs(MappingReader yaml)
    {
        if (yaml.Mapping("runs", shorthand: "policy") is not { } runs)
            return (RunPolicy.Mean, []);
        RunPolicy policy = runs.Choice<RunPolicy>("policy") ?? RunPolicy.Mean;
        IReadOnlyList<string> pinned = runs.Texts("run");
        runs.Close();
        if (policy == RunPolicy.Pinned && pinned.Count == 0)
            runs.Reject("run", "Pinned runs need their ids, as in runs: { policy: pinned, run: [r17, r18] }.");
        if (policy != RunPolicy.Pinned && pinned.Count > 0)
            runs.Reject("run", "\"run\" names pinned runs; it needs policy: pinned.");
        return (policy, pinned);
    }

    private static ScoreScale Scale(MappingReader yaml) =>
        yaml.Choice<ScoreScale>("normalize") ?? ScoreScale.Raw;

    private static IReadOnlyDictionary<string, double> Weights(MappingReader yaml)
    {
        if (yaml.Mapping("weights") is not { } weights)
            return FrozenDictionary<string, double>.Empty;
        var read = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (string name in weights.Entries().Keys)
        {
            if (weights.Number(name, min: 0) is { } weight)
                read[name] = weight;
        }

        return read;
    }

    private static ParetoDeclaration? Pareto(MappingReader yaml)
    {
        if (yaml.Mapping("pareto", shorthand: "cost") is not { } pareto)
            return null;
        ParetoDeclaration read = new(pareto.RequiredText("cost"), pareto.Flag("lower_is_better") ?? true, Numbers(pareto, "sentinels"));
        pareto.Close();
        return read;
    }

    internal static IReadOnlyList<double> Numbers(MappingReader yaml, string key)
    {
        List<double> numbers = [];
        foreach (string text in yaml.Texts(key))
        {
            if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number))
                numbers.Add(number);
            else
                yaml.Reject(key, $"\"{text}\" among {key} is not a finite number.");
        }

        return numbers;
    }
}
