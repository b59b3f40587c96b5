namespace BenchWorker.Figures;

/// <summary>Panels of small cells, each with a code and a score, packed line by line: many scores of few entities on one page.</summary>
/// <remarks>A code stands in the same place of every panel; where a panel lacks it, the place shows no data.</remarks>
public sealed record PackedFigure : Figure
{
    /// <summary>In reading order; at least one.</summary>
    public required IReadOnlyList<PackedPanel> Panels { get; init; }

    /// <summary>Panels beside each other; null chooses.</summary>
    public int? PanelColumns { get; init; }

    /// <summary>Which end of the colour bar is called best.</summary>
    public Better Better { get; init; }
}

/// <param name="Cells">In any number; a code occurs once.</param>
public sealed record PackedPanel(string Title, IReadOnlyList<PackedCell> Cells);

/// <param name="Code">Short, as in a language code.</param>
/// <param name="Value">NaN = no data.</param>
public readonly record struct PackedCell(string Code, double Value);
