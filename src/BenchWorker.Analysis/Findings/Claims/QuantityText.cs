using System.Globalization;

namespace BenchWorker.Analysis;

/// <summary>Quantities and relations as short text for the evidence: <c>Mean(row 3 of facet 0)</c>.</summary>
internal static class QuantityText
{
    public static string Of(Comparison comparison) => comparison switch
    {
        Comparison.Equal => "=",
        Comparison.NotEqual => "!=",
        Comparison.Less => "<",
        Comparison.AtMost => "<=",
        Comparison.Greater => ">",
        _ => ">=",
    };

    public static string Of(Check check) => $"{Of(check.First)} {Of(check.Comparison)} {Of(check.Second)}";

    public static string Of(Quantity quantity) => quantity switch
    {
        Quantity.Constant constant => constant.Value.ToString("R", CultureInfo.InvariantCulture),
        Quantity.Size size => $"size({size.Axis})",
        Quantity.Cell cell => $"cell({Of(cell.Address)})",
        Quantity.Difference difference => $"({Of(difference.First)} - {Of(difference.Second)})",
        Quantity.Absolute absolute => $"abs({Of(absolute.Inner)})",
        Quantity.Percent percent => $"percent({Of(percent.Part)} / {Of(percent.Whole)})",
        Quantity.Over over => $"{over.Measure}({Of(over.Region)})",
        Quantity.CountWhere count => $"count({Of(count.Region)} {Of(count.Comparison)} {Of(count.Bound)})",
        Quantity.Paired paired => $"{paired.Measure}({Of(paired.First)} against {Of(paired.Second)})",
        Quantity.Line line => Invariant($"{line.Measure}({line.Axis} {line.Index} of facet {line.Facet})"),
        Quantity.LinesWhere where => Invariant($"count({where.Axis}s of facet {where.Facet} with {where.Measure} {Of(where.Comparison)} {Of(where.Bound)}, without {List(where.Except)})"),
        Quantity.MedianOfMeans median => Invariant($"median of means({median.Axis}s {List(median.Labels)} of facet {median.Facet})"),
        Quantity.CompleteColumns complete => Invariant($"complete columns(facet {complete.Facet})"),
        Quantity.RowCoverage coverage => $"{coverage.Measure}(values by row)",
        Quantity.Trends trends => Invariant($"count(rows of facet {trends.Facet} with verdict {trends.Verdict})"),
        Quantity.P p => Invariant($"p({p.Family} {p.Facet} {p.First} {p.Second})"),
        Quantity.Corrected q => Invariant($"q({q.Family} {q.Facet} {q.First} {q.Second})"),
        Quantity.Structure structure => Invariant($"{structure.Measure}({structure.Facet} {structure.First} {structure.Second})"),
        Quantity.Duel duel => Invariant($"{duel.Measure}(row {duel.First} against row {duel.Second})"),
        Quantity.Precision precision => $"{precision.Measure}({Of(precision.Address)})",
        Quantity.Change change => $"{change.Measure}({change.Entity})",
        Quantity.Standing standing => $"{standing.Measure}({standing.Entity})",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static string Of(CellAddress cell) => Invariant($"{cell.Facet} {cell.Row} {cell.Column}");

    private static string Of(Region region) => region == Region.All ? "all cells"
        : $"facets {List(region.Facets)}, rows {List(region.Rows)}, columns {List(region.Columns)}";

    private static string List(IReadOnlyList<int>? indices) =>
        indices is null ? "all" : indices.Count == 0 ? "none" : string.Join(' ', indices.Select(static index => index.ToString(CultureInfo.InvariantCulture)));

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
