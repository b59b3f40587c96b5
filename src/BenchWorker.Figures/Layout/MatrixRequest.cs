namespace BenchWorker.Figures;

/// <summary>What a matrix figure's layout is solved for: the panels in order, and what of them decides sizes.</summary>
internal sealed record MatrixRequest
{
    public required MatrixFigure Figure { get; init; }

    public required IReadOnlyList<ArrangedPanel> Panels { get; init; }

    public required TextMeasure Measure { get; init; }

    public required ScaleKey Key { get; init; }

    public required SideColumns Sides { get; init; }

    /// <summary>Cells that one pixel-sized cell of <see cref="Panels"/> stands for, in each direction; 1 unless the matrix had to be reduced.</summary>
    public (int Rows, int Columns) Block { get; init; } = (1, 1);

    public IReadOnlyList<string> RowLabels => [.. Panels.SelectMany(static panel => panel.Rows)];

    public IReadOnlyList<string> ColumnLabels => [.. Panels.SelectMany(static panel => panel.Columns)];

    /// <summary>One, or one for each panel where scales are independent.</summary>
    public IReadOnlyList<ColourScale> Scales => [.. Panels.Take(Figure.SharedScale ? 1 : int.MaxValue).Select(static panel => panel.Scale!)];

    public int MostRows => Panels.Max(static panel => panel.Rows.Count);

    public int MostColumns => Panels.Max(static panel => panel.Columns.Count);

    public int CellCount => Panels.Sum(static panel => panel.CellCount);

    /// <summary>Whether every panel has the same rows in the same groups, so that only the first of each line of panels names them.</summary>
    public bool SharesRows => Panels.All(panel => panel.Rows.SequenceEqual(Panels[0].Rows, StringComparer.Ordinal) && panel.Source.RowGroups.SequenceEqual(Panels[0].Source.RowGroups));

    public bool LabelsOnTop => Figure.ColumnLabels switch
    {
        LabelSide.Top => true,
        LabelSide.Bottom => false,
        _ => Figure.Shown is not Triangle.Lower && (MostRows > 20 || MostRows > MostColumns),
    };
}
