using System.Text.Json;
using BenchWorker.Analysis;

namespace BenchWorker.Site;

/// <summary>Comparisons of pairs as a field of a leaderboard's JSON.</summary>
internal static class PairsJson
{
    public static void Write(Utf8JsonWriter json, RankedPairs pairs)
    {
        json.WriteStartObject("pairs");
        json.WriteNumber("columns", pairs.Columns);
        json.WriteBoolean("everySign", pairs.Exact);
        json.WriteStartArray("next");
        for (int i = 0; i < pairs.Next.Count; i++)
        {
            json.WriteStartObject();
            json.WriteString("entity", pairs.Entities[i]);
            json.WriteString("below", pairs.Entities[i + 1]);
            Number(json, "ahead", pairs.Next[i].Ahead);
            Number(json, "p", pairs.Next[i].P);
            Number(json, "corrected", pairs.Next[i].Corrected);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (pairs.All is { } all)
            WriteMatrices(json, pairs.Entities, all);
        json.WriteEndObject();
    }

    private static void WriteMatrices(Utf8JsonWriter json, IReadOnlyList<string> entities, IReadOnlyList<PairEvidence> all)
    {
        json.WriteStartArray("entities");
        foreach (string entity in entities)
            json.WriteStringValue(entity);
        json.WriteEndArray();
        WriteMatrix(json, "ahead", entities.Count, k => all[k].Ahead);
        WriteMatrix(json, "corrected", entities.Count, k => all[k].Corrected);
    }

    private static void WriteMatrix(Utf8JsonWriter json, string name, int entities, Func<int, double> value)
    {
        json.WriteStartArray(name);
        for (int i = 0; i < entities; i++)
        {
            json.WriteStartArray();
            for (int j = 0; j < entities; j++)
                Value(json, value((i * entities) + j));
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    private static void Number(Utf8JsonWriter json, string name, double value)
    {
        json.WritePropertyName(name);
        Value(json, value);
    }

    private static void Value(Utf8JsonWriter json, double value)
    {
        if (double.IsFinite(value))
            json.WriteNumberValue(value);
        else
            json.WriteNullValue();
    }
}
