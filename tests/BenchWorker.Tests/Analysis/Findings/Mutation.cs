using BenchWorker.Analysis;

namespace BenchWorker.Tests.Analysis.Findings;

/// <summary>A table with one cell changed.</summary>
internal static class Mutation
{
    public static HeatmapTable Of(HeatmapTable table, int cell, double value)
    {
        double[] values = [.. table.Stored];
        values[cell] = value;
        return new HeatmapTable(table.Title, table.Metric, table.Facets, table.Rows, table.Columns, values, table.Decimals)
        {
            CommensurableColumns = table.CommensurableColumns,
            ColorRanges = table.ColorRanges,
        };
    }

    /// <summary>The smallest change that a reader of the table can see, times a few so that it also matters.</summary>
    public static double Visible(HeatmapTable table) => -3 * Math.Pow(10, -table.Decimals);
}
