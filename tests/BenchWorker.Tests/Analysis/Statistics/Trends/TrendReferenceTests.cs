using System.Text.Json;
using BenchWorker.Analysis;
using BenchWorker.Tests.Analysis.Findings;
using BenchWorker.Tests.Analysis.Reference;
using Shouldly;
using Xunit;

namespace BenchWorker.Tests.Analysis.Statistics.Trends;

public sealed class TrendReferenceTests
{
    private static readonly HeatmapTable Seed3 = ReferenceHeatmaps.Of("seed3");

    public static TheoryData<string> Rows => [.. Seed3.Rows.Labels];

    [Theory]
    [MemberData(nameof(Rows))]
    public void Trends_of_the_length_table_agree_with_the_reference(string row)
    {
        ReferenceCase reference = ReferenceCase.Find("trends.seed3." + row);
        LineSeries series = LineSeries.OfRow(Seed3, 0, Seed3.Rows.Labels.ToList().IndexOf(row));

        MannKendall test = MannKendall.Of(series.Stored).ShouldNotBeNull();
        KendallScore score = KendallScore.OfSeries(series.Stored);

        test.Score.ShouldBe(reference.Expected.GetProperty("S").GetInt64());
        test.Exact.ShouldBeTrue();
        Near(test.P, reference, "p");
        Near(test.TauB, reference, "tau_b");
        Near(score.Variance, reference, "var");
        Near(series.Slope, reference, "slope");
    }

    [Fact]
    public void Corrected_p_values_of_the_row_trends_agree_with_the_reference()
    {
        double[] p = [.. Enumerable.Range(0, Seed3.Rows.Count).Select(row => MannKendall.Of(LineSeries.OfRow(Seed3, 0, row).Stored).ShouldNotBeNull().P)];

        ReferenceCase.Find("trends.seed3.bh").ShouldBe(Multiplicity.BenjaminiHochberg(p));
        ReferenceCase.Find("trends.seed3.holm").ShouldBe(Multiplicity.Holm(p));
    }

    [Fact]
    public void Kendalls_exact_distribution_agrees_with_the_reference()
    {
        foreach (JsonElement row in ReferenceCase.Find("primitives.kendall.exact").Expected.EnumerateArray())
            KendallDistribution.TwoSided(row[0].GetInt64(), [.. Enumerable.Repeat(1, row[1].GetInt32())]).ShouldBe(row[2].GetDouble(), row[2].GetDouble() * 1e-9);
        foreach (JsonElement row in ReferenceCase.Find("primitives.kendall.exact_ties").Expected.EnumerateArray())
            KendallDistribution.TwoSided(row[0].GetInt64(), [.. row[1].EnumerateArray().Select(tie => tie.GetInt32())]).ShouldBe(row[2].GetDouble(), row[2].GetDouble() * 1e-9);
    }

    [Fact]
    public void Displayed_numbers_round_the_shortest_decimal_half_away_from_zero()
    {
        ReferenceCase reference = ReferenceCase.Find("primitives.fmt");
        double[] values = [.. reference.Parameters.GetProperty("x").EnumerateArray().Select(value => value.GetDouble())];

        for (int i = 0; i < values.Length; i++)
            for (int decimals = 0; decimals < 4; decimals++)
                DisplayNumber.Format(values[i], decimals).ShouldBe(reference.Expected[i][decimals].GetString());
    }

    [Theory]
    [InlineData("seed2")]
    [InlineData("seed3")]
    [InlineData("synF")]
    [InlineData("synG")]
    public void Outliers_and_additive_fit_agree_with_the_reference(string name)
    {
        HeatmapTable table = ReferenceHeatmaps.Of(name);

        IReadOnlyList<OutlierCell> outliers = OutlierCell.In(table.Stored, table.Rows.Count, table.Columns.Count);

        JsonElement[] expected = [.. ReferenceCase.Find($"structure.{name}.outliers").Expected.GetProperty("cells").EnumerateArray()];
        outliers.Count.ShouldBe(expected.Length);
        for (int i = 0; i < expected.Length; i++)
        {
            (outliers[i].Row, outliers[i].Column).ShouldBe((expected[i][0].GetInt32(), expected[i][1].GetInt32()));
            outliers[i].Residual.ShouldBe(expected[i][2].GetDouble(), 1e-9);
            outliers[i].Z.ShouldBe(expected[i][3].GetDouble(), 1e-9);
        }

        AdditiveFit.RSquared(table.Stored, table.Rows.Count, table.Columns.Count)
            .ShouldBe(ReferenceCase.Find($"structure.{name}.additive_r2").Expected.GetDouble(), 1e-8);
    }

    [Fact]
    public void A_constant_series_has_no_trend_and_p_1()
    {
        MannKendall test = MannKendall.Of([1, 1, 1, 1, 1, 1]).ShouldNotBeNull();

        test.P.ShouldBe(1);
        double.IsNaN(test.TauB).ShouldBeTrue();
        MannKendall.Of([1, 2, 3]).ShouldBeNull();
    }

    private static void Near(double got, ReferenceCase reference, string name) =>
        got.ShouldBe(reference.Expected.GetProperty(name).GetDouble(), reference.Absolute + (reference.Relative * Math.Abs(reference.Expected.GetProperty(name).GetDouble())), name);
}
