namespace BenchWorker.Site;

public enum AxisOrder
{
    Given,
    Mean,
    Cluster,
}

/// <summary>Which result column runs along an axis.</summary>
/// <param name="Ordered">The labels have an order of their own (numbers, steps); trends along them mean something.</param>
public sealed record AxisDeclaration(string Field, bool Ordered = false, AxisOrder Order = AxisOrder.Given)
{
    /// <summary>The labels in the order wanted; those not named follow in natural order. Empty for natural order throughout.</summary>
    public IReadOnlyList<string> Labels { get; init; } = [];

    /// <summary>Only so many labels are shown, the first in order; null shows all.</summary>
    public int? Top { get; init; }

    /// <summary>Null for an axis without groups.</summary>
    public GroupDeclaration? Groups { get; init; }
}

/// <summary>How the labels of an axis form groups with gaps between them. One of the three is set.</summary>
/// <param name="Pairs">Prefix glob such as <c>neg_*</c>: a label it matches stands in one group with the label of the same name without the prefix.</param>
/// <param name="By">The result column whose entry is a label's group and its title; "group" is the task's own group.</param>
/// <param name="Named">Titles with their labels, in order.</param>
public sealed record GroupDeclaration(string? Pairs = null, string? By = null, IReadOnlyList<NamedGroup>? Named = null);

public sealed record NamedGroup(string Title, IReadOnlyList<string> Labels);

/// <param name="SharedScale">One colour scale for all panels, or one each, announced in the figure.</param>
public sealed record PanelDeclaration(string Field, bool SharedScale = true)
{
    /// <summary>The panels in the order wanted; those not named follow.</summary>
    public IReadOnlyList<string> Labels { get; init; } = [];

    /// <summary>Only so many panels are drawn, the first in order; null draws all.</summary>
    public int? Top { get; init; }
}

/// <summary>Which entities a density pairs with each other.</summary>
public sealed record PairDeclaration
{
    /// <summary>How many of the best, 2 to 8.</summary>
    public int Top { get; init; } = 4;

    /// <summary>Entities by name, instead of the best.</summary>
    public IReadOnlyList<string> Of { get; init; } = [];

    /// <summary>One colour scale for all panels, or one each, announced in the figure.</summary>
    public bool SharedScale { get; init; } = true;
}
