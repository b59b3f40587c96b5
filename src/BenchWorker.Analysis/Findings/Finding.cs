namespace BenchWorker.Analysis;

/// <summary>A statement about a table together with everything that makes it true.</summary>
public sealed record Finding
{
    public required Sentence Sentence { get; init; }

    /// <summary>What the words assert beyond the numbers they print.</summary>
    public IReadOnlyList<Check> Checks { get; init; } = [];

    /// <summary>Effect size in [0, 1], free of scale.</summary>
    public required double Effect { get; init; }

    /// <summary>Cells that the statement rests on; a page can highlight them. Empty where it is about most of the table.</summary>
    public IReadOnlyList<CellAddress> Cells { get; init; } = [];

    /// <summary>How many cells the statement covers, for its score; may exceed <see cref="Cells"/>.</summary>
    public required int Covered { get; init; }

    /// <summary>Rows, columns or facets it is about, by label.</summary>
    public IReadOnlyList<string> Subjects { get; init; } = [];

    /// <summary>p before and after correction over its family; null for plain facts.</summary>
    public TestResult? Test { get; init; }

    /// <summary>Priority x effect x root of coverage x significance x novelty.</summary>
    public double Score { get; init; }

    public FindingKind Kind => Sentence.Template.Kind;
}

/// <param name="Name">The test as a reader may look it up: "Mann-Kendall".</param>
/// <param name="P">Before correction.</param>
/// <param name="Q">After Benjamini-Hochberg over every test of the family.</param>
public readonly record struct TestResult(string Name, double P, double Q)
{
    /// <summary>Level of every corrected test.</summary>
    public const double Alpha = 0.05;

    public bool Significant => Q <= Alpha;
}
