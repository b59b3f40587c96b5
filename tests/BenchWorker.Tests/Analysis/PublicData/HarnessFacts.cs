using System.Text.RegularExpressions;
using BenchWorker.Analysis;

namespace BenchWorker.Tests.Analysis.PublicData;

/// <summary>Inspect grades with letters and logs runs without any score, which no importer takes: the sheet counts C as 1 and I as 0, and so does this.</summary>
internal static partial class HarnessFacts
{
    public static object Made()
    {
        IReadOnlyList<Result> runs = Mended("runs.csv", NoMetric(), static _ => ",none,,,");
        IReadOnlyList<Result> graded = Mended("samples.csv", LetterGrade(), static match => match.Value.Contains('C', StringComparison.Ordinal) ? ",score,1,1," : ",score,1,0,");
        return new
        {
            runs_by_harness = runs.By(static row => row.Field("harness")!, static rows => rows.Length),
            samples_by_run = graded.By(static row => $"{row.Field("harness")} | {row.Model} | {row.Task} | {row.Metric}", static rows => rows.Length),
            helm_sample_means = graded.Where(static row => row.Field("harness") == "helm")
                .By(static row => $"{row.Model} | {row.Task} | {row.Metric}", static rows =>
                {
                    SampleSummary summary = Summary(rows);
                    return new { n = summary.Count, mean = summary.Mean };
                }),
            helm_published_means = runs.Where(static row => row.Field("harness") == "helm").By(static row => $"{row.Model} | {row.Task} | {row.Metric} | {row.Subset}", static rows => rows.Single().Value),
            runs_without_scores = runs.Where(static row => row.Missing is not null).Select(static row => new[] { row.Task, row.Model, row.Field("status") }),
            inspect_accuracy_vs_samples = Accuracies(runs, graded),
        };
    }

    /// <summary>The samples of a run have the accuracy that the run logged.</summary>
    private static Dictionary<string, object?> Accuracies(IReadOnlyList<Result> runs, IReadOnlyList<Result> graded)
    {
        ILookup<string?, Result> samples = graded.Where(static row => row.Field("harness") == "inspect").ToLookup(static row => row.Field("file"));
        return runs.Where(row => row.Metric == "accuracy" && samples[row.Field("file")].Any(sample => sample.Subset == row.Subset))
            .ToDictionary(static row => $"{row.Field("file")} | {row.Subset}", row => Accuracy(row, [.. samples[row.Field("file")]]), StringComparer.Ordinal);
    }

    private static object? Accuracy(Result run, Result[] samples)
    {
        SampleSummary summary = Summary(samples);
        return new { samples = summary.Count, mean_C_is_1 = summary.Mean, logged_accuracy = run.Value };
    }

    private static SampleSummary Summary(Result[] rows) => SampleSummary.Of([.. rows.Select(static row => row.Value)], []);

    private static IReadOnlyList<Result> Mended(string file, Regex wrong, MatchEvaluator right)
    {
        string path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, wrong.Replace(File.ReadAllText(Path.Combine(Facts.Folder("harness_native"), file)), right));
            return Facts.Rows(path);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [GeneratedRegex(",score,1,[CI],")]
    private static partial Regex LetterGrade();

    [GeneratedRegex("(?<=gpt-4o-mini),,,,")]
    private static partial Regex NoMetric();
}
