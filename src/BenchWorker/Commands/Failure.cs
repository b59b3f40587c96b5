using Microsoft.Extensions.Options;
using Npgsql;

namespace BenchWorker;

/// <summary>Something outside the program stands in the way; the message says what, where and what to do.</summary>
public sealed class CommandFailedException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>Exceptions as sentences for a terminal.</summary>
internal static class Failure
{
    /// <returns>Null when the exception is a defect of ours and its stack belongs on the screen.</returns>
    public static string? Describe(Exception exception) => exception switch
    {
        CommandFailedException or BoardFileException or EmbeddedPostgresException or SchemaMismatchException
            or ImportException or ResultSourceException or PublishException => exception.Message,
        OptionsValidationException options => string.Join('\n', options.Failures),
        PostgresException { SqlState: PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification } e =>
            $"The database refused the login: {e.MessageText}. Check the user and password in ConnectionStrings__Results.",
        PostgresException { SqlState: PostgresErrorCodes.InvalidCatalogName } e =>
            $"{Capitalised(e.MessageText)}. Create it, or name another in ConnectionStrings__Results.",
        PostgresException { SqlState: PostgresErrorCodes.InsufficientPrivilege } e =>
            $"The database role may not do this: {e.MessageText}. deploy/grants.sql shows what each role needs.",
        PostgresException { SqlState: PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.InvalidSchemaName } e =>
            $"{Capitalised(e.MessageText)}. Run \"benchworker migrate\" first.",
        PostgresException e => $"The database answered: {e.MessageText} ({e.SqlState}).",
        NpgsqlException e => $"The database cannot be reached: {Innermost(e).Message}. Check ConnectionStrings__Results and that the server runs.",
        ArgumentException { ParamName: "connectionString" or "keyword" } e => $"ConnectionStrings__Results is not a connection string: {e.Message}",
        UnauthorizedAccessException or IOException => exception.Message,
        OutOfMemoryException => $"The memory is used up. Give the worker more, or lower {QueryLimits.Section}:MaxRows or {WorkerOptions.Section}:Parallelism.",
        InvalidOperationException setting => BadSetting.Describe(setting),
        _ => null,
    };

    private static Exception Innermost(Exception e) => e.InnerException is null ? e : Innermost(e.InnerException);

    private static string Capitalised(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
