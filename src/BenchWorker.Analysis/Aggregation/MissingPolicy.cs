namespace BenchWorker.Analysis;

/// <summary>What a mean over columns does with cells that have no value.</summary>
public enum MissingPolicy
{
    /// <summary>Mean over the columns present; not comparable between different sets of columns.</summary>
    Exclude,

    /// <summary>No mean unless every column has a value.</summary>
    Null,

    /// <summary>Only columns that every live entity has.</summary>
    CompleteTasks,

    /// <summary>A missing cell counts as the worst observed in its column.</summary>
    ImputeWorst,

    /// <summary>Least squares of entity plus column effects; the entity's adjusted mean.</summary>
    Additive,
}
