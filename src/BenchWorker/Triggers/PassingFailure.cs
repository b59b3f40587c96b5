using Npgsql;

namespace BenchWorker;

/// <summary>Failures that say nothing about the board that was being refreshed.</summary>
public static class PassingFailure
{
    private static readonly string[] States =
    [
        PostgresErrorCodes.ReadOnlySqlTransaction, // a failover is under way
        "25P03", // idle in transaction too long: the process was paused
        PostgresErrorCodes.AdminShutdown,
        PostgresErrorCodes.CrashShutdown,
        PostgresErrorCodes.CannotConnectNow,
        "BW001", // our own: the fencing token is old
    ];

    public static bool Is(Exception exception) => exception switch
    {
        OperationCanceledException => true,
        PublishConflictException => true,
        TargetsFailedException targets => targets.All(Is),
        PostgresException e => e.IsTransient || States.Contains(e.SqlState, StringComparer.Ordinal),
        NpgsqlException => true,
        _ => false,
    };

    /// <summary>The place of publication is full, closed or away.</summary>
    public static bool IsOutage(Exception exception) => exception is TargetsFailedException targets
        ? targets.All(static failure => IsOutage(failure) || Is(failure))
        : exception is IOException or UnauthorizedAccessException or HttpRequestException || (exception is PublishException && exception.InnerException is { } inner && IsOutage(inner));
}
