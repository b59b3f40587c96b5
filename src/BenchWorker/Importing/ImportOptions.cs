namespace BenchWorker;

/// <summary>How rows are taken over.</summary>
public sealed record ImportOptions
{
    /// <summary>Takes the good rows of a file that also has bad ones; otherwise one bad row and nothing is taken.</summary>
    public bool AllowRejects { get; init; }

    /// <summary>A row that is stored with another value gets the new one; otherwise it is rejected.</summary>
    public bool Replace { get; init; }

    /// <summary>Texts and numbers that stand for "missing", such as "-1" or "N/A".</summary>
    public IReadOnlyCollection<string> Sentinels { get; init; } = [];

    /// <summary>The file's name of a standard column, by standard name: <c>value</c> is called <c>main_score</c>.</summary>
    public IReadOnlyDictionary<string, string> Columns { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>What a standard column holds in every row where the file has no such column.</summary>
    public IReadOnlyDictionary<string, string> Defaults { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
}

/// <summary>How far an import is.</summary>
/// <param name="Bytes">Read of the file as it lies on disk.</param>
/// <param name="TotalBytes">Null when the length is unknown.</param>
/// <param name="Rows">Read so far, good and bad.</param>
public readonly record struct ImportProgress(long Bytes, long? TotalBytes, long Rows);
