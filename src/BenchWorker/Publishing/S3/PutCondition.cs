namespace BenchWorker;

/// <summary>What must hold in the store for a write to happen.</summary>
internal abstract record PutCondition
{
    private PutCondition()
    {
    }

    /// <summary>Nothing has the key yet.</summary>
    public static PutCondition Absent { get; } = new NoObject();

    /// <param name="tag">Entity tag that the object has now; null where there is none.</param>
    public static PutCondition Unchanged(string? tag) => tag is null ? Absent : new Tag(tag);

    public sealed record NoObject : PutCondition;

    public sealed record Tag(string Value) : PutCondition;
}
