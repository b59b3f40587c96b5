using BenchWorker.Analysis;
using BenchWorker.Tests.Analysis.Ranking;
using BenchWorker.Tests.Analysis.Reference;
using Xunit;

namespace BenchWorker.Tests.Analysis.Statistics;

public sealed class StructureReferenceTests
{
    public static TheoryData<string> Cases => ReferenceCase.Ids("structure");

    [Theory]
    [MemberData(nameof(Cases))]
    public void Agrees_with_the_reference(string id)
    {
        var reference = ReferenceCase.Find(id);
        if (reference.Expected.ValueKind == System.Text.Json.JsonValueKind.Object && reference.Expected.TryGetProperty("cells", out var cells))
            reference = reference with { Expected = cells }; // which scale was used is an inner step
        int dot = id.LastIndexOf('.');
        ScoreMatrix x = ReferenceMatrix.Of(id["structure.".Length..dot]);

        object got = Compute(id[(dot + 1)..], x);

        reference.ShouldBe(got);
    }

    private static object Compute(string what, ScoreMatrix x) => what switch
    {
        "median_polish" => Polish(MedianPolish.Of(x.Values, x.Models, x.Tasks), x),
        "outliers" => OutlierCell.In(x.Values, x.Models, x.Tasks).Select(cell => new[] { cell.Row, cell.Column, cell.Residual, cell.Z }),
        "additive_r2" => AdditiveFit.RSquared(x.Values, x.Models, x.Tasks),
        "correlation" => Correlations(x.Transposed()),
        "pareto" => ParetoFront.Of(Means.By(MissingPolicy.Exclude, x), [.. ReferenceTable.Rows("synG_table.csv").Select(row => ReferenceTable.Number(row["cost"]))]),
        _ => Discrimination(x.Transposed()),
    };

    private static object Polish(MedianPolish polish, ScoreMatrix x) => new
    {
        overall = polish.Overall,
        row = polish.RowEffects,
        col = polish.ColumnEffects,
        residuals = Enumerable.Range(0, x.Models).Select(i => polish.Residuals[(i * x.Tasks)..((i + 1) * x.Tasks)]),
        iterations = polish.Iterations,
        converged = (object)(polish.Iterations < MedianPolish.MaxIterations),
    };

    private static object Correlations(ScoreMatrix tasks) => new
    {
        spearman = Shape.Square(tasks.Models, (i, j) => Correlation.Spearman(tasks.Row(i), tasks.Row(j))),
        pearson = Shape.Square(tasks.Models, (i, j) => Correlation.Pearson(tasks.Row(i), tasks.Row(j))),
        tau_b = Shape.Square(tasks.Models, (i, j) => KendallScore.Of(tasks.Row(i), tasks.Row(j)).TauB),
    };

    private static IEnumerable<object> Discrimination(ScoreMatrix tasks) => Enumerable.Range(0, tasks.Models).Select(j =>
    {
        int[] others = [.. Enumerable.Range(0, tasks.Models).Where(k => k != j)];
        double[] rest = Means.By(MissingPolicy.Exclude, tasks.OfModels(others).Transposed());
        double mean = tasks.Row(j).ToArray().Average();
        return (object)new { rest_corr = Correlation.Spearman(tasks.Row(j), rest), sd = StableSum.Deviation(tasks.Row(j), mean) };
    });
}
