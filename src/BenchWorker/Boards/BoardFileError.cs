namespace BenchWorker;

/// <summary>One thing wrong with a board file.</summary>
/// <param name="Line">Starts at 1.</param>
/// <param name="Message">A sentence with the value, the allowed ones and what to do.</param>
public sealed record BoardFileError(string File, long Line, string Message)
{
    public override string ToString() => $"{File}({Line}): {Message}";
}

/// <summary>A board file cannot be used; every error found in it stands in <see cref="Errors"/>.</summary>
public sealed class BoardFileException(IReadOnlyList<BoardFileError> errors)
    : Exception(string.Join('\n', errors))
{
    public IReadOnlyList<BoardFileError> Errors { get; } = errors;
}
