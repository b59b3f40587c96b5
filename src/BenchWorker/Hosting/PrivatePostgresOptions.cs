namespace BenchWorker;

/// <summary>Configuration section <c>BenchWorker:Postgres</c>: the private server that is started where no connection string is configured.</summary>
public sealed class PrivatePostgresOptions
{
    public const string Section = "BenchWorker:Postgres";

    /// <summary>Holds the cluster. Empty: the user's data folder, and <c>/var/lib/benchworker</c> for root.</summary>
    public string Folder { get; set; } = "";

    /// <summary>A folder with initdb, pg_ctl and postgres. Empty: the PATH and the usual places, else the npm client.</summary>
    public string Binaries { get; set; } = "";

    internal EmbeddedPostgresOptions ToEmbedded(string database) => new()
    {
        Folder = Folder.Length > 0 ? Folder : EmbeddedPostgresOptions.DefaultFolder,
        BinariesFolder = Binaries.Length > 0 ? Binaries : null,
        Database = database,
    };
}
