using BenchWorker.Analysis;
using BenchWorker.Tests.Analysis.Reference;
using Xunit;

namespace BenchWorker.Tests.Analysis.Aggregation;

public sealed class AggregationReferenceTests
{
    public static TheoryData<string> Cases => ReferenceCase.Ids("aggregation");

    [Theory]
    [MemberData(nameof(Cases))]
    public void Agrees_with_the_reference(string id)
    {
        var reference = ReferenceCase.Find(id);

        object got = Compute(id["aggregation.".Length..]);

        reference.ShouldBe(got);
    }

    private static object Compute(string what)
    {
        ScoreMatrix synA = ReferenceMatrix.Of("synA");
        return what switch
        {
            "synA.exclude" => Means.By(MissingPolicy.Exclude, synA),
            "synA.null" => Means.By(MissingPolicy.Null, synA),
            "synA.complete_tasks" => new { score = Means.By(MissingPolicy.CompleteTasks, synA), tasks = synA.CompleteTasks().Select(j => ReferenceMatrix.SynATasks[j]["task"]) },
            "synA.impute_worst" => Means.By(MissingPolicy.ImputeWorst, synA),
            "synA.coverage80" => Covered(synA),
            "synA.additive" => Means.By(MissingPolicy.Additive, synA),
            "synA.weighted" => Means.By(MissingPolicy.Exclude, synA, Column("weight")),
            "synA.micro" => Means.By(MissingPolicy.Exclude, synA, Column("n_samples")),
            "synA.grouped.null" => Grouped(synA, MissingPolicy.Null),
            "synA.grouped.exclude" => Grouped(synA, MissingPolicy.Exclude),
            "synA.norm.minmax" => Normalised(Normalization.MinMax(synA)),
            "synA.norm.z0" => Normalised(Normalization.ZScore(synA)),
            "synA.norm.z1" => Normalised(Normalization.ZScore(synA, 1)),
            "synA.norm.chance" => Normalised(Normalization.ChanceCorrected(synA, Oriented("chance"), Oriented("best"))),
            "synA.norm.chance_clip" => Normalised(Normalization.ChanceCorrected(synA, Oriented("chance"), Oriented("best"), clip: true)),
            "seed2.rows" => Policies(ReferenceMatrix.Of("seed2")),
            "seed3.rows" => Policies(ReferenceMatrix.Of("seed3")),
            "seed2.cols" => Means.By(MissingPolicy.Exclude, ReferenceMatrix.Of("seed2").Transposed()),
            "seed3.cols" => Means.By(MissingPolicy.Exclude, ReferenceMatrix.Of("seed3").Transposed()),
            "seed4.facets" => new Dictionary<string, object> { ["Probe"] = Facet("seed4.Probe"), ["LoRA + Prompt"] = Facet("seed4.LoRA") },
            _ => throw new ArgumentException(what, nameof(what)),
        };
    }

    private static double[] Column(string name) => [.. ReferenceMatrix.SynATasks.Select(task => ReferenceTable.Number(task[name]))];

    private static double[] Oriented(string name) =>
        [.. ReferenceMatrix.SynATasks.Select(task => ReferenceTable.Number(task[name]) * (task["higher_is_better"] == "1" ? 1 : -1))];

    private static object Covered(ScoreMatrix scores)
    {
        double[] coverage = Means.Coverage(scores);
        return new { score = Means.By(MissingPolicy.Exclude, scores).Zip(coverage, (score, share) => share >= 0.8 ? score : double.NaN), coverage };
    }

    private static object Grouped(ScoreMatrix scores, MissingPolicy policy)
    {
        var grouped = GroupedMean.Of(scores, [.. ReferenceMatrix.SynATasks.Select(task => task["group"])], policy);
        return new
        {
            groups = grouped.Groups,
            group_means = Enumerable.Range(0, scores.Models).Select(i => Enumerable.Range(0, grouped.Groups.Count).Select(g => grouped.WithinGroup[i, g])),
            mean = grouped.Mean,
        };
    }

    private static object Normalised(Normalization found) => new
    {
        flags = found.Outcomes.Select(outcome => outcome switch
        {
            NormalizationOutcome.Constant => "constant",
            NormalizationOutcome.Empty => "empty",
            NormalizationOutcome.TooFew => "n<2",
            _ => null,
        }),
        normalised = Rows(found.Scores),
        mean = Means.By(MissingPolicy.Exclude, found.Scores),
    };

    private static double[][] Rows(ScoreMatrix scores) => [.. Enumerable.Range(0, scores.Models).Select(i => scores.Row(i).ToArray())];

    private static Dictionary<string, object> Policies(ScoreMatrix scores) => new()
    {
        ["exclude"] = Means.By(MissingPolicy.Exclude, scores),
        ["null"] = Means.By(MissingPolicy.Null, scores),
        ["complete_tasks"] = Means.By(MissingPolicy.CompleteTasks, scores),
        ["n_complete"] = scores.CompleteTasks().Length,
        ["impute_worst"] = Means.By(MissingPolicy.ImputeWorst, scores),
        ["additive"] = Means.By(MissingPolicy.Additive, scores),
        ["coverage"] = Means.Coverage(scores),
    };

    private static object Facet(string name)
    {
        ScoreMatrix x = ReferenceMatrix.Of(name);
        return new
        {
            row = Means.By(MissingPolicy.Exclude, x),
            col = Means.By(MissingPolicy.Exclude, x.Transposed()),
            mean = Means.By(MissingPolicy.Exclude, x).Average(),
            diag_minus_off = ((x[0, 0] + x[1, 1]) - (x[0, 1] + x[1, 0])) / 2,
        };
    }
}
