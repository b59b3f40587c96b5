using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using BenchWorker.Analysis;
using BenchWorker.Tests.Analysis.Reference;
using Xunit;

namespace BenchWorker.Tests.Analysis.Statistics;

public sealed class PrimitivesReferenceTests
{
    /// <summary>Number formatting and Kendall's exact distribution have their own tests beside the trends.</summary>
    public static TheoryData<string> Cases =>
        new(ReferenceCase.Ids("primitives").Select(row => row.Data).Where(id => !id.Contains(".kendall.", StringComparison.Ordinal) && id is not "primitives.fmt"));

    [Theory]
    [MemberData(nameof(Cases))]
    public void Agrees_with_the_reference(string id)
    {
        var reference = ReferenceCase.Find(id);

        object got = Compute(reference);

        reference.ShouldBe(got);
    }

    private static object Compute(ReferenceCase reference) => reference.Id["primitives.".Length..] switch
    {
        "rng.u64" => reference.Parameters.GetProperty("triples").EnumerateArray().Select(Word),
        "rng.indices" => Enumerable.Range(0, 3).Select(replicate => Indices(42, replicate, 12)),
        "rng.signs" => Enumerable.Range(0, 2).Select(replicate => Signs(42, replicate, 70)),
        "quantile7" => Numbers(reference, "p").Select(p => Quantiles.Linear(Sorted(reference), p)),
        "quantile1" => Numbers(reference, "p").Select(p => Quantiles.Observed<double>(Sorted(reference), p)),
        "norm.cdf" => Numbers(reference, "z").Select(Normal.Cdf),
        "norm.ppf" => Numbers(reference, "p").Select(Normal.Quantile),
        "t.ppf" => Numbers(reference, "p").Select(p => Numbers(reference, "df").Select(df => Distributions.StudentQuantile(p, df))),
        "chi2.sf" => Numbers(reference, "x").Select(x => Numbers(reference, "df").Select(df => Distributions.ChiSquaredUpper(x, df))),
        "f.sf" => Numbers(reference, "x").Select(x => reference.Parameters.GetProperty("df").EnumerateArray()
            .Select(df => Distributions.FisherUpper(x, df[0].GetDouble(), df[1].GetDouble()))),
        "srange.q05" => Critical(reference, 0.95),
        "srange.q10" => Critical(reference, 0.90),
        "srange.cdf" => Numbers(reference, "q").Select(q => Numbers(reference, "k").Select(k => StudentizedRange.Cdf(q, (int)k))),
        "sign" => reference.Parameters.GetProperty("pos_neg").EnumerateArray().Select(pair => SignTest.P(pair[0].GetInt32(), pair[1].GetInt32())),
        "holm" => Multiplicity.Holm(Numbers(reference, "p")),
        "bh" => Multiplicity.BenjaminiHochberg(Numbers(reference, "p")),
        "by" => Multiplicity.BenjaminiYekutieli(Numbers(reference, "p")),
        "wilson" => reference.Parameters.GetProperty("kn").EnumerateArray()
            .Select(pair => Proportion.Wilson(pair[0].GetDouble() / pair[1].GetDouble(), pair[1].GetDouble())?.ToArray() ?? [double.NaN, double.NaN]),
        "pass_at_k" => reference.Expected.EnumerateArray().Select(row =>
            new[] { row[0].GetInt32(), row[1].GetInt32(), row[2].GetInt32(), Proportion.PassAtK(row[0].GetInt32(), row[1].GetInt32(), row[2].GetInt32()) }),
        "order_stat_bias" => Enumerable.Range(1, 10).ToDictionary(n => n.ToString(CultureInfo.InvariantCulture), OrderStatistics.BestOfBias, StringComparer.Ordinal),
        _ => throw new UnreachableException(reference.Id),
    };

    private static string Word(JsonElement triple) => CounterRandom
        .Word(ulong.Parse(triple[0].GetString() ?? "", CultureInfo.InvariantCulture), triple[1].GetUInt64(), triple[2].GetUInt64())
        .ToString(CultureInfo.InvariantCulture);

    private static int[] Indices(ulong seed, int replicate, int n)
    {
        int[] indices = new int[n];
        CounterRandom.Indices(seed, replicate, n, indices);
        return indices;
    }

    private static double[] Signs(ulong seed, int replicate, int n)
    {
        double[] signs = new double[n];
        CounterRandom.Signs(seed, replicate, signs);
        return signs;
    }

    private static Dictionary<string, double> Critical(ReferenceCase reference, double p) => reference.Expected.EnumerateObject().ToDictionary(
        entry => entry.Name,
        entry => StudentizedRange.Quantile(p, int.Parse(entry.Name, CultureInfo.InvariantCulture)) / Math.Sqrt(2),
        StringComparer.Ordinal);

    private static double[] Sorted(ReferenceCase reference) => [.. Numbers(reference, "x").Order()];

    private static double[] Numbers(ReferenceCase reference, string name) =>
        [.. reference.Parameters.GetProperty(name).EnumerateArray().Select(value => value.ValueKind == JsonValueKind.Null ? double.NaN : value.GetDouble())];
}
