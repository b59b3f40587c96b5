using System.Text.Json;
using BenchWorker.Tests.Analysis.Reference;

namespace BenchWorker.Tests.Analysis.PublicData;

/// <summary>Compares a whole sheet of facts with what was made again: every leaf of the one must stand in the other.</summary>
internal static class FactSheet
{
    /// <summary>As the sheets themselves say.</summary>
    public const double Relative = 1e-9;

    /// <summary>Below this size differences are absolute.</summary>
    private const double Small = 1e-3;

    /// <summary>What no number of ours answers to: words about the facts; a smooth density, where figures here count in bins; letters in native logs of which
    /// the tables hold only a part.</summary>
    private static readonly string[] Provenance = ["_definitions", "note", "false_sentences_in_the_seed_text", "kde", "inspect_letter_scores"];

    /// <returns>One line a leaf that is wrong, lacking or too many; empty where the sheet was made again.</returns>
    public static IReadOnlyList<string> Differences(JsonElement sheet, object? made)
    {
        var wrong = new List<string>();
        Compare(sheet, JsonSerializer.SerializeToElement(made, Closeness.Options), "$", wrong);
        return wrong;
    }

    private static void Compare(JsonElement want, JsonElement got, string path, List<string> wrong)
    {
        switch (want.ValueKind)
        {
            case JsonValueKind.Object when got.ValueKind == JsonValueKind.Object:
                foreach (JsonProperty fact in want.EnumerateObject().Where(static fact => !Provenance.Contains(fact.Name)))
                {
                    if (got.TryGetProperty(fact.Name, out JsonElement inner))
                        Compare(fact.Value, inner, $"{path}.{fact.Name}", wrong);
                    else
                        wrong.Add($"{path}.{fact.Name} was not made");
                }

                wrong.AddRange(got.EnumerateObject().Where(inner => !want.TryGetProperty(inner.Name, out _)).Select(inner => $"{path}.{inner.Name} is no fact"));
                break;
            case JsonValueKind.Array when got.ValueKind == JsonValueKind.Array:
                if (want.GetArrayLength() != got.GetArrayLength())
                    wrong.Add($"{path} has {got.GetArrayLength()} items, not {want.GetArrayLength()}");
                foreach ((JsonElement First, JsonElement Second) pair in want.EnumerateArray().Zip(got.EnumerateArray()))
                    Compare(pair.First, pair.Second, $"{path}[]", wrong);
                break;
            default:
                if (!Same(want, got))
                    wrong.Add($"{path}: {got} is not {want}");
                break;
        }
    }

    private static bool Same(JsonElement want, JsonElement got) => want.ValueKind == JsonValueKind.Number
        ? got.ValueKind == JsonValueKind.Number && Math.Abs(got.GetDouble() - want.GetDouble()) <= Relative * Math.Max(Math.Abs(want.GetDouble()), Small)
        : want.ValueKind == got.ValueKind && want.ToString() == got.ToString();
}
