namespace BenchWorker;

/// <summary>A private Postgres could not be found or started; the message is a sentence for the user, with the remedy.</summary>
public sealed class EmbeddedPostgresException : Exception
{
    public EmbeddedPostgresException(string message)
        : base(message)
    {
    }

    public EmbeddedPostgresException(string message, Exception inner)
        : base(message, inner)
    {
    }

    public EmbeddedPostgresException()
    {
    }
}
