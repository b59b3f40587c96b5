namespace BenchWorker;

/// <summary>A file cannot be imported at all; the message is a sentence for whoever brought it.</summary>
public sealed class ImportException : Exception
{
    public ImportException()
    {
    }

    public ImportException(string message)
        : base(message)
    {
    }

    public ImportException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
