namespace BenchWorker.Analysis;

/// <summary>The trend of one row, tested beside those of all other rows of the table.</summary>
internal sealed record RowTrend(int Facet, int Row, LineSeries Series, MannKendall Test, double Q, double Slope)
{
    public TrendVerdict Verdict => Q > TestResult.Alpha ? TrendVerdict.NoTrend : Test.Score < 0 ? TrendVerdict.Falls : TrendVerdict.Rises;

    /// <summary>Rows with at least four values, facet by facet.</summary>
    public static IEnumerable<RowTrend> Of(TableFacts facts)
    {
        List<(int Facet, int Row, LineSeries Series, MannKendall Test)> tested = [];
        foreach (FacetFacts facet in facts.Facets)
        {
            for (int row = 0; row < facts.Table.Rows.Count; row++)
            {
                LineSeries series = facet.Row(row);
                if (MannKendall.Of(series.Stored) is { } test)
                    tested.Add((facet.Index, row, series, test));
            }
        }

        double[] q = Multiplicity.BenjaminiHochberg([.. tested.Select(static row => row.Test.P)]);
        return tested.Select((row, i) =>
            new RowTrend(row.Facet, row.Row, row.Series, row.Test, q[i], row.Series.Slope));
    }
}
