using System.Text.Json;
using Shouldly;
using Xunit;

namespace BenchWorker.Tests.Analysis.PublicData;

/// <summary>Every number that others computed from the public data, leaf by leaf, against the same number made here.</summary>
public sealed class FactSheetTests
{
    private static readonly Dictionary<string, Func<JsonElement, object>> Made = new(StringComparer.Ordinal)
    {
        ["aider_leaderboards"] = static _ => AiderFacts.Made(),
        ["arena_hard"] = static _ => ArenaHardFacts.Made(),
        ["global_mmlu_lite"] = GlobalMmluFacts.Made,
        ["harness_native"] = static _ => HarnessFacts.Made(),
        ["livecodebench"] = LiveCodeBenchFacts.Made,
        ["mteb_wide"] = MtebFacts.Made,
        ["pythia_lm_eval"] = PythiaFacts.Made,
        ["seed_tables"] = SeedTableFacts.Made,
        ["tales_pairwise"] = TalesFacts.Made,
    };

    public static TheoryData<string> Sets => new(Made.Keys);

    [Theory]
    [MemberData(nameof(Sets))]
    public void Every_fact_of_a_sheet_is_made_again_and_nothing_else(string set)
    {
        JsonElement sheet = Facts.Of(set);

        FactSheet.Differences(sheet, Made[set](sheet)).ShouldBeEmpty();
    }

    [Fact]
    public void Every_sheet_beside_the_data_is_compared()
    {
        string data = Path.GetDirectoryName(Facts.Folder("mteb_wide"))!;

        Directory.GetDirectories(data).Where(static folder => File.Exists(Path.Combine(folder, "facts.json"))).Select(Path.GetFileName)
            .ShouldBe(Made.Keys, ignoreOrder: true);
    }

    [Theory]
    [InlineData("""{ "n": 3, "means": { "a": 1.00000001 } }""", "$.means.a: 1.00000001 is not 1")]
    [InlineData("""{ "n": 3, "means": {} }""", "$.means.a was not made")]
    [InlineData("""{ "n": 3, "means": { "a": 1, "b": 2 } }""", "$.means.b is no fact")]
    [InlineData("""{ "n": null, "means": { "a": 1 } }""", "$.n:  is not 3")]
    [InlineData("""{ "n": 3, "means": [1] }""", "$.means: [1] is not { \"a\": 1 }")]
    public void A_fact_that_is_wrong_or_lacking_is_found(string made, string difference)
    {
        JsonElement sheet = JsonDocument.Parse("""{ "_definitions": { "n": "rows" }, "n": 3, "means": { "a": 1 } }""").RootElement;

        FactSheet.Differences(sheet, JsonDocument.Parse(made).RootElement).ShouldBe([difference]);
    }
}
