using System.Text.Json;
using BenchWorker.Analysis;

namespace BenchWorker.Site;

/// <summary>What a board's order is worth and which choices and constants it rests on, as fields of its JSON.</summary>
internal static class BoardChecksJson
{
    public static void WriteChoices(Utf8JsonWriter json, BoardReport report)
    {
        Texts(json, "scoredOn", report.Board.Columns);
        json.WriteString("rankingReason", report.RankingReason);
        Texts(json, "pinnedRuns", report.Board.PinnedRuns);
        json.WriteString("clusterField", report.Board.ClusterField);
        json.WriteString("pool", report.Pool);
        json.WriteStartObject("constants");
        json.WriteNumber("alpha", RankSets.Alpha);
        json.WriteNumber("permutationDraws", PermutationTest.DefaultDraws);
        json.WriteNumber("exactPermutationUpTo", PermutationTest.MaxExact);
        json.WriteNumber("pairDraws", PairPermutations.DefaultDraws);
        json.WriteNumber("holmUpTo", RankSets.MaxModels);
        json.WriteNumber("maxTFromColumns", MaxT.MinTasks);
        json.WriteNumber("resamplings", RankResampling.DefaultReplicates);
        json.WriteNumber("bradleyTerryRidge", BradleyTerry.Ridge);
        json.WriteEndObject();
        json.WriteStartArray("quarantined");
        foreach (QuarantinedRun run in report.Quarantined)
        {
            json.WriteStartObject();
            json.WriteString("run", run.Run);
            json.WriteString("reason", run.Reason);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    public static void WriteChecks(Utf8JsonWriter json, BoardReport report)
    {
        if (report.Robustness is { } found)
        {
            json.WriteStartObject("order");
            WriteFriedman(json, found);
            json.WriteNumber("leftOut", found.LeftOut);
            json.WriteNumber("leaderChanges", found.LeaderChanges);
            Number(json, "lowestTau", found.LowestTau);
            json.WriteStartArray("agreements");
            foreach (RankingAgreement agreement in found.Agreements)
            {
                json.WriteStartObject();
                json.WriteString("first", MethodText.Key(agreement.First));
                json.WriteString("second", MethodText.Key(agreement.Second));
                Number(json, "tauB", agreement.TauB);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        if (report.Costs is { } costs)
            WriteCosts(json, costs);
    }

    private static void WriteFriedman(Utf8JsonWriter json, Robustness found)
    {
        json.WriteStartObject("friedman");
        json.WriteString("status", MethodText.Key(found.Friedman.Status));
        json.WriteNumber("entities", found.Friedman.Models);
        json.WriteNumber("columns", found.Friedman.Tasks);
        Number(json, "chiSquared", found.Friedman.Q);
        Number(json, "p", found.Friedman.P);
        Number(json, "kendallW", found.Friedman.KendallW);
        Number(json, "criticalDifference", found.CriticalDifference);
        json.WriteEndObject();
    }

    private static void WriteCosts(Utf8JsonWriter json, ScoreAgainstCost costs)
    {
        json.WriteStartObject("costs");
        json.WriteString("cost", costs.Cost);
        json.WriteBoolean("lowerIsBetter", costs.LowerIsBetter);
        json.WriteStartArray("points");
        foreach (CostPoint point in costs.Points)
        {
            json.WriteStartObject();
            json.WriteString("entity", point.Entity);
            json.WriteNumber("score", point.Score);
            json.WriteNumber("cost", point.Cost);
            json.WriteBoolean("onFront", point.OnFront);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Texts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (string text in texts)
            json.WriteStringValue(text);
        json.WriteEndArray();
    }

    private static void Number(Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } number && double.IsFinite(number))
            json.WriteNumber(name, number);
        else
            json.WriteNull(name);
    }
}
