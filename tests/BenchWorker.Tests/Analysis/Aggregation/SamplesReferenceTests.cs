using BenchWorker.Analysis;
using BenchWorker.Tests.Analysis.Reference;
using Xunit;

namespace BenchWorker.Tests.Analysis.Aggregation;

public sealed class SamplesReferenceTests
{
    private static readonly IReadOnlyList<IReadOnlyDictionary<string, string>> Rows = ReferenceTable.Rows("synC_samples.csv");

    public static TheoryData<string> Cases => ReferenceCase.Ids("samples");

    [Theory]
    [MemberData(nameof(Cases))]
    public void Agrees_with_the_reference(string id)
    {
        var reference = ReferenceCase.Find(id);

        object got = Compute(reference);

        reference.ShouldBe(got);
    }

    private static object Compute(ReferenceCase reference) => reference.Function switch
    {
        "task_score" => Summary(Samples(reference.Text("model"), reference.Text("task"))),
        "bootstrap_mean_ci" => OfMean(Samples(reference.Text("model"), reference.Text("task")).Values, reference),
        "cluster_bootstrap_mean_ci" => OfClusters(Samples(reference.Text("model"), reference.Text("task")), reference),
        "paired_compare" => Paired(reference),
        "SE of macro mean, fixed tasks" => ByModel(tasks => MacroMean.FixedTasksError([.. tasks.Select(task => (1.0, task.StandardError))])),
        "lm-eval pooled_sample_stderr" => ByModel(tasks => MacroMean.PooledError([.. tasks.Select(task => ((long)task.Count, task.StandardError ?? 0))])),
        _ => throw new ArgumentException(reference.Function, nameof(reference)),
    };

    private static (double[] Values, string[] Clusters) Samples(string model, string task)
    {
        IReadOnlyDictionary<string, string>[] rows = [.. Rows.Where(row => row["model"] == model && row["task"] == task)];
        return ([.. rows.Select(row => ReferenceTable.Number(row["score"]))], [.. rows.Select(row => row["cluster"])]);
    }

    private static object Summary((double[] Values, string[] Clusters) samples)
    {
        var summary = SampleSummary.Of(samples.Values, samples.Clusters);
        double z = summary.StandardError ?? double.NaN;
        double g = summary.Clusters;
        return new
        {
            n = summary.Count,
            mean = summary.Mean,
            se = summary.StandardError,
            cluster_se = summary.ClusteredStandardError,
            cluster_se_uncorrected = summary.ClusteredStandardError * Math.Sqrt((g - 1) / g),
            clusters = summary.Clusters,
            ci_normal = summary.Around(z, Normal.Z95).ToArray(),
            ci_t = summary.Around(z, Distributions.StudentQuantile(0.975, summary.Count - 1)).ToArray(),
            ci_cluster_t = summary.MeanInterval()?.ToArray(),
            design_effect = summary.DesignEffect,
            wilson = IsBinary(samples.Values) ? Proportion.Wilson(summary.Mean, summary.Count)?.ToArray() : null,
            wilson_neff = IsBinary(samples.Values) ? summary.WilsonInterval()?.ToArray() : null,
        };
    }

    private static bool IsBinary(double[] values) => values.All(value => value is 0 or 1);

    private static object OfMean(double[] values, ReferenceCase reference) =>
        Shape(Bootstrap.OfMean(values, (ulong)reference.Number("seed"), (int)reference.Number("B")), values.Length);

    private static object OfClusters((double[] Values, string[] Clusters) samples, ReferenceCase reference) =>
        Clustered(samples, (ulong)reference.Number("seed"), (int)reference.Number("B"));

    private static object Clustered((double[] Values, string[] Clusters) samples, ulong seed, int replicates)
    {
        var clusters = samples.Values.Zip(samples.Clusters).GroupBy(pair => int.Parse(pair.Second, System.Globalization.CultureInfo.InvariantCulture)).OrderBy(cluster => cluster.Key).ToArray();
        return Shape(Bootstrap.OfClusters(
            [.. clusters.Select(cluster => cluster.Sum(pair => pair.First))], [.. clusters.Select(cluster => (double)cluster.Count())], seed, replicates), clusters.Length);
    }

    private static object Shape(Bootstrap found, int units) => new
    {
        theta = found.Estimate,
        se = found.StandardError,
        pct = found.Percentile.ToArray(),
        bca = found.BiasCorrected.ToArray(),
        method = found.Method switch { BootstrapMethod.BiasCorrected => "bca", BootstrapMethod.Percentile => "percentile", _ => "degenerate" },
        clusters = units,
    };

    private static object Paired(ReferenceCase reference)
    {
        var a = Samples(reference.Text("a"), reference.Text("task"));
        var b = Samples(reference.Text("b"), reference.Text("task"));
        double[] d = [.. a.Values.Zip(b.Values, (x, y) => x - y)];
        var summary = SampleSummary.Of(d, a.Clusters);
        PairedTest permutation = PermutationTest.Of(d, (ulong)reference.Number("perm_seed"), (int)reference.Number("R"));
        var wilcoxon = Wilcoxon.Of(d);
        ulong seed = (ulong)reference.Number("boot_seed");
        int replicates = (int)reference.Number("B");
        return new
        {
            diff = summary.Mean,
            se = summary.StandardError,
            se_unpaired = Math.Sqrt(Variance(a.Values) + Variance(b.Values)),
            cluster_se = summary.ClusteredStandardError,
            perm = new { p = permutation.P, method = permutation.Exact ? "exact" : "mc", n = permutation.Count },
            wilcoxon = new { w_plus = wilcoxon.WPlus, w_minus = wilcoxon.WMinus, p = wilcoxon.P, z = wilcoxon.Z, method = wilcoxon.Z is null ? "exact" : "normal", n = wilcoxon.Count },
            sign_p = SignTest.P(d.Count(value => value > 0), d.Count(value => value < 0)),
            boot = Shape(Bootstrap.OfMean(d, seed, replicates), d.Length),
            cluster_boot = Clustered((d, a.Clusters), seed, replicates),
        };
    }

    private static double Variance(double[] values) => Math.Pow(SampleSummary.Of(values, []).StandardError ?? double.NaN, 2);

    private static IEnumerable<double?> ByModel(Func<SampleSummary[], double?> error) => Rows.Select(row => row["model"]).Distinct().Select(model =>
        error([.. Rows.Where(row => row["model"] == model).Select(row => row["task"]).Distinct().Select(task => SampleSummary.Of(Samples(model, task).Values, []))]));
}
