using System.Collections.Concurrent;
using System.Text.Json;
using Xunit;

namespace BenchWorker.Tests.Analysis.Reference;

/// <summary>One computed value with its expected result and tolerance, made independently of this program.</summary>
/// <remarks>|got - want| &lt;= atol + rtol |want|; nulls, strings, integers and ranks match exactly. Cross-checked with SciPy, R and brute force.</remarks>
public sealed record ReferenceCase(string Id, string Function, JsonElement Parameters, JsonElement Expected, double Absolute, double Relative)
{
    private static readonly ConcurrentDictionary<string, IReadOnlyDictionary<string, ReferenceCase>> Suites = new(StringComparer.Ordinal);

    /// <summary>The ids of a suite's cases, for a theory.</summary>
    public static TheoryData<string> Ids(string suite) => new(Suite(suite).Keys);

    public static ReferenceCase Find(string id) => Suite(id[..id.IndexOf('.', StringComparison.Ordinal)])[id];

    /// <summary>A parameter as a number.</summary>
    public double Number(string name) => Parameters.GetProperty(name).GetDouble();

    public string Text(string name) => Parameters.GetProperty(name).GetString() ?? "";

    public void ShouldBe(object? got) => Closeness.ShouldMatch(JsonSerializer.SerializeToElement(got, Closeness.Options), Expected, this);

    private static IReadOnlyDictionary<string, ReferenceCase> Suite(string name) => Suites.GetOrAdd(name, static suite =>
    {
        using Stream stream = ReferenceTable.Open("expected", suite + ".json");
        return JsonDocument.Parse(stream).RootElement.GetProperty("cases").EnumerateArray().Select(Read).ToDictionary(one => one.Id, StringComparer.Ordinal);
    });

    private static ReferenceCase Read(JsonElement one) => new(
        one.GetProperty("id").GetString() ?? "",
        one.GetProperty("fn").GetString() ?? "",
        one.GetProperty("params"),
        one.GetProperty("expected"),
        one.GetProperty("atol").GetDouble(),
        one.GetProperty("rtol").GetDouble());
}
