namespace BenchWorker;

/// <summary>A publication failed; readers keep the site they had.</summary>
public class PublishException : Exception
{
    public PublishException(string message)
        : base(message)
    {
    }

    public PublishException(string message, Exception inner)
        : base(message, inner)
    {
    }
}

/// <summary>Somebody else published between reading and switching.</summary>
public sealed class PublishConflictException(string target, long expected, long found)
    : PublishException(FormattableString.Invariant($"{target} was at release {expected} when this publication was planned and is at {found} now."));

/// <summary>A newer claim on a board has already published it.</summary>
public sealed class StaleGenerationException(string target, string board, long ours, long theirs)
    : PublishException(FormattableString.Invariant($"{target} holds {board} of generation {theirs}; generation {ours} is too late to publish it."));
