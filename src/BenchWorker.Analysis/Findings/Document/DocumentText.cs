namespace BenchWorker.Analysis;

/// <summary>What a document has said so far.</summary>
internal sealed class DocumentText
{
    private readonly List<HeatmapTable> tables = [];
    private readonly HashSet<string> said = new(StringComparer.Ordinal);

    public bool Has(string line) => said.Contains(line);

    /// <summary>The title of an earlier figure with the same cells, whatever their order; null for none.</summary>
    public string? FigureWithSameValues(HeatmapTable table) => tables.FirstOrDefault(earlier => SameValues(earlier, table))?.Title;

    public FigureSections Add(FigureSections figure)
    {
        tables.Add(figure.Table);
        said.UnionWith(figure.Axes);
        said.UnionWith(figure.Stated.Select(finding => finding.Sentence.Markdown(figure.Table)));
        return figure;
    }

    private static bool SameValues(HeatmapTable one, HeatmapTable other)
    {
        if (!ShowsScores(one) || !ShowsScores(other) || one.Metric != other.Metric || one.Decimals != other.Decimals || one.Stored.Length != other.Stored.Length
            || Places(one.Facets, other.Facets) is not { } facets || Places(one.Rows, other.Rows) is not { } rows || Places(one.Columns, other.Columns) is not { } columns)
            return false;
        for (int i = 0; i < one.Stored.Length; i++)
        {
            (int facet, int row, int column) = (i / one.Columns.Count / one.Rows.Count, i / one.Columns.Count % one.Rows.Count, i % one.Columns.Count);
            if (!one.Stored[i].Equals(other[facets[facet], rows[row], columns[column]]))
                return false;
        }

        return true;
    }

    private static bool ShowsScores(HeatmapTable table) => table.Content is TableContent.Scores or TableContent.Packed;

    /// <summary>Where the labels of one axis stand on the other; null where they are not the same labels of the same thing.</summary>
    private static int[]? Places(HeatmapAxis one, HeatmapAxis other)
    {
        if (one.Count != other.Count || one.Name != other.Name || one.Ordered != other.Ordered)
            return null;
        Dictionary<string, int> places = other.Labels.Select(static (label, i) => (label, i)).ToDictionary(static pair => pair.label, static pair => pair.i, StringComparer.Ordinal);
        int[] found = [.. one.Labels.Select(label => places.GetValueOrDefault(label, -1))];
        return found.Contains(-1) ? null : found;
    }
}
