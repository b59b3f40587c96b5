namespace BenchWorker;

/// <summary>A board's source cannot give its rows; the message is a sentence for the board's owner. Other boards go on.</summary>
public sealed class ResultSourceException : Exception
{
    public ResultSourceException()
    {
    }

    public ResultSourceException(string message)
        : base(message)
    {
    }

    public ResultSourceException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
