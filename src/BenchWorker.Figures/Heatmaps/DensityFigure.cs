namespace BenchWorker.Figures;

/// <summary>Pairs of measurements counted in a grid, one panel for each pair of entities, with the line on which both are equal.</summary>
public sealed record DensityFigure : Figure
{
    /// <summary>In reading order; at least one.</summary>
    public required IReadOnlyList<DensityPanel> Panels { get; init; }

    /// <summary>What both axes measure, with its unit, for example "progress (%)"; null leaves it unsaid.</summary>
    public string? Quantity { get; init; }

    /// <summary>Ends of both axes where they are known; null takes the data's. Values outside are counted at the edge, and a note says so.</summary>
    public (double Low, double High)? Domain { get; init; }

    /// <summary>Bins along each axis, 2 to 200; null finds the lattice the values lie on, or chooses by their spread.</summary>
    public int? Bins
    {
        get;
        init => field = value is null or (>= 2 and <= 200) ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "A density has 2 to 200 bins along each axis.");
    }

    public BinShape Shape { get; init; }

    public bool Parity { get; init; } = true;

    public bool SharedScale { get; init; } = true;

    /// <summary>Panels beside each other; null chooses.</summary>
    public int? PanelColumns { get; init; }

    /// <summary>What is better decides who is ahead.</summary>
    public Better Better { get; init; }

    /// <summary>What a pair is, in the plural, for example "games".</summary>
    public string Pairs { get; init; } = "pairs";
}

public enum BinShape
{
    Square,

    /// <summary>Neighbours are equally far in all directions; <see cref="DensityFigure.Bins"/> counts them from left to right.</summary>
    Hexagon,
}

/// <summary>Two entities measured on the same things.</summary>
public sealed record DensityPanel
{
    /// <param name="x">x[i] and y[i] belong together; a pair with a value that is not finite is left out.</param>
    /// <exception cref="ArgumentException">The two lengths differ.</exception>
    public DensityPanel(string xName, string yName, IReadOnlyList<double> x, IReadOnlyList<double> y)
    {
        if (x.Count != y.Count)
            throw new ArgumentException(FormattableString.Invariant($"{x.Count} values of \"{xName}\" cannot be paired with {y.Count} of \"{yName}\"."), nameof(y));
        (XName, YName, X, Y) = (xName, yName, x, y);
    }

    public string XName { get; }

    public string YName { get; }

    public IReadOnlyList<double> X { get; }

    public IReadOnlyList<double> Y { get; }
}
