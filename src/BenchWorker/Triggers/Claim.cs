namespace BenchWorker;

/// <summary>The right to refresh one board, until the lease ends or a newer claim is made.</summary>
/// <param name="Token">Fencing token; whatever is written for the board shows it.</param>
/// <param name="Generation">Requests and changes up to this one are answered by the refresh.</param>
/// <param name="Attempts">This claim counted; above 1 an earlier one did not end well.</param>
public sealed record Claim(string Board, long Token, long Generation, int Attempts);

/// <summary>What became of a refresh that failed.</summary>
public enum FailedRefresh
{
    /// <summary>It will be tried again after a pause.</summary>
    Retried,

    /// <summary>It failed too often; its requests have failed, and a new request or change starts afresh.</summary>
    Parked,

    /// <summary>A newer claim has taken the board over.</summary>
    Lost,
}
