namespace BenchWorker.Analysis;

/// <summary>The numbers under one heatmap with everything a statement about them may need. Immutable.</summary>
/// <remarks>Values are [facet, row, column], row-major; NaN = missing. A heatmap without facets has one, named "".</remarks>
public sealed class HeatmapTable
{
    /// <summary>Decimals beyond these are never inferred, only asked for.</summary>
    public const int MostInferredDecimals = 4;

    /// <param name="title">What the summary is headed with; hostile until escaped.</param>
    /// <param name="values">Length facets x rows x columns. Infinities count as missing.</param>
    /// <param name="decimals">Digits after the point of every displayed value, [0, 15]; null infers at most four from the values.</param>
    /// <param name="decimalsByFacet">The same where each facet has its own, because they are different metrics; null where they share it.</param>
    /// <exception cref="ArgumentException">Sizes disagree, or a label is not unique on its axis.</exception>
    public HeatmapTable(
        string title, HeatmapMetric metric, HeatmapAxis facets, HeatmapAxis rows, HeatmapAxis columns, double[] values, int? decimals = null, IReadOnlyList<int>? decimalsByFacet = null)
    {
        if (decimalsByFacet is not null && decimalsByFacet.Count != facets.Count)
            throw new ArgumentException($"{facets.Count} facets cannot have {decimalsByFacet.Count} numbers of decimals.", nameof(decimalsByFacet));
        if (values.Length != facets.Count * rows.Count * columns.Count)
            throw new ArgumentException($"{values.Length} values cannot fill {facets.Count} x {rows.Count} x {columns.Count} cells.", nameof(values));
        foreach (HeatmapAxis axis in (HeatmapAxis[])[facets, rows, columns])
            Check(axis);
        (Title, Metric, Facets, Rows, Columns) = (title, metric, facets, rows, columns);
        Stored = [.. values.Select(static value => double.IsFinite(value) ? value : double.NaN)];
        DecimalsByFacet = decimalsByFacet;
        Decimals = decimalsByFacet?.Max() ?? decimals ?? DisplayNumber.DecimalsOf(Stored, MostInferredDecimals);
        Shown = [.. Stored.Select((value, cell) => DisplayNumber.Round(value, DecimalsOf(cell / rows.Count / columns.Count)))];
        Dictionary<string, int> positions = columns.Labels.Select(static (label, index) => (label, index)).ToDictionary(StringComparer.Ordinal);
        DiagonalColumns = [.. rows.Labels.Select(label => positions.GetValueOrDefault(label, -1))];
    }

    /// <summary>A heatmap without facets.</summary>
    public HeatmapTable(string title, HeatmapMetric metric, HeatmapAxis rows, HeatmapAxis columns, double[] values, int? decimals = null)
        : this(title, metric, new HeatmapAxis("panel", [""]), rows, columns, values, decimals)
    {
    }

    public string Title { get; }

    public HeatmapMetric Metric { get; }

    public HeatmapAxis Facets { get; }

    public HeatmapAxis Rows { get; }

    public HeatmapAxis Columns { get; }

    /// <summary>Digits after the point of every displayed value; the most of any facet where these have their own.</summary>
    public int Decimals { get; }

    /// <summary>Null where all facets share <see cref="Decimals"/>.</summary>
    public IReadOnlyList<int>? DecimalsByFacet { get; }

    /// <summary>The values as stored; statistics are computed on these.</summary>
    internal double[] Stored { get; }

    /// <summary>The values as displayed; "highest", "equal" and counts are facts about these.</summary>
    internal double[] Shown { get; }

    /// <summary>For each row the column of the same label, or -1.</summary>
    internal int[] DiagonalColumns { get; }

    /// <summary>What its evidence calls it, unique within a board: "figure-2"; null for a table that stands alone.</summary>
    public string? Name { get; init; }

    /// <summary>False where the columns are different metrics: no mean and no comparison runs across them then.</summary>
    public bool CommensurableColumns { get; init; } = true;

    /// <summary>False where the facets are different metrics: no comparison runs across them then.</summary>
    public bool CommensurableFacets { get; init; } = true;

    /// <summary>Standard error per cell, NaN = unknown; null for none at all.</summary>
    public double[]? StandardErrors { get; init; }

    /// <summary>Samples per cell, NaN = unknown; null for none at all.</summary>
    public double[]? SampleCounts { get; init; }

    /// <summary>Runs per cell, 0 = missing; null when unknown.</summary>
    public int[]? RunCounts { get; init; }

    /// <summary>Standard deviation over the runs of a cell, NaN = unknown; null for none at all.</summary>
    public double[]? RunSpreads { get; init; }

    /// <summary>How repeated runs became one value.</summary>
    public RunPolicy Runs { get; init; } = RunPolicy.Mean;

    /// <summary>Colour range of each facet; null when the facets share one.</summary>
    public IReadOnlyList<ValueRange>? ColorRanges { get; init; }

    /// <summary>A value the reader asked to count from; null for none.</summary>
    public double? Threshold { get; init; }

    /// <summary>The axis whose labels compete with each other: only along it does one "lead", "win" or "come last".</summary>
    public Axis Compared { get; init; } = Axis.Row;

    /// <summary>What the numbers are: scores, unless said otherwise.</summary>
    public TableContent Content { get; init; } = new TableContent.Scores();

    /// <summary>The ranking that stands beside the heatmap; null for none.</summary>
    public RankedBoard? Board { get; init; }

    /// <summary>Where the whole table can be downloaded, relative to the page; null for nowhere.</summary>
    public string? DataLink { get; init; }

    /// <summary>What every random draw starts from; printed under "How to read this".</summary>
    public ulong Seed { get; init; }

    public double this[int facet, int row, int column] => Stored[Index(facet, row, column)];

    public string Label(Axis axis, int index) => AxisOf(axis).Labels[index];

    /// <summary>Digits after the point of the displayed values of a facet.</summary>
    public int DecimalsOf(int facet) => DecimalsByFacet?[facet] ?? Decimals;

    internal HeatmapAxis AxisOf(Axis axis) => axis switch
    {
        Axis.Facet => Facets,
        Axis.Row => Rows,
        _ => Columns,
    };

    internal int Index(int facet, int row, int column) => (((facet * Rows.Count) + row) * Columns.Count) + column;

    /// <summary>Rows and columns carry the same labels, so that a cell on the diagonal compares a thing with itself.</summary>
    public bool Square => Rows.Count >= 2 && Rows.Count == Columns.Count && Array.TrueForAll(DiagonalColumns, static column => column >= 0);

    private static void Check(HeatmapAxis axis)
    {
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (string label in axis.Labels)
            if (!seen.Add(label))
                throw new ArgumentException($"The axis {axis.Name} holds the label {label} twice.", nameof(axis));
        if (axis.Groups is { } groups && groups.Count != axis.Count)
            throw new ArgumentException($"The axis {axis.Name} has {axis.Count} labels but {groups.Count} groups.", nameof(axis));
    }
}
