using Npgsql;

namespace BenchWorker;

/// <summary>A private Postgres server of this program: found, made, started or joined. Dispose gives it back.</summary>
/// <remarks>Processes that name the same folder share one server; a file lock lets one of them start or stop it at a time.</remarks>
public sealed class EmbeddedPostgres : IAsyncDisposable
{
    private readonly EmbeddedCluster cluster;
    private readonly EmbeddedPostgresOptions options;
    private readonly FileStream use;

    private EmbeddedPostgres(EmbeddedCluster cluster, EmbeddedPostgresOptions options, FileStream use, string connectionString)
    {
        this.cluster = cluster;
        this.options = options;
        this.use = use;
        ConnectionString = connectionString;
    }

    /// <summary>To the database that the options name, as the server's owner.</summary>
    public string ConnectionString { get; }

    /// <exception cref="EmbeddedPostgresException">No binaries, or they would not start; the message says what to do.</exception>
    public static async Task<EmbeddedPostgres> StartAsync(EmbeddedPostgresOptions options, CancellationToken ct)
    {
        string root = Path.GetFullPath(options.Folder);
        UnprivilegedAccount? account = UnprivilegedAccount.Needed();
        MakeRoot(root);
        account?.RequireEntry(root);
        await using FileStream gate = await ClusterLock.EnterAsync(Path.Combine(root, "start.lock"), ct);
        PostgresBinaries binaries = await PostgresChoice.ForAsync(options, root, ct);
        var made = new EmbeddedCluster(root, binaries, account);
        await made.MakeFolderAsync(made.Run, ct);
        if (!Directory.Exists(made.Data)) await made.CreateAsync(ct);

        PostmasterFile server = PostmasterFile.Read(made.Data) is { Ready: true } running && running.IsAlive()
            ? running
            : await ClusterStart.StartAsync(made, options, ct);
        string connection = await EmbeddedDatabase.OpenAsync(made, server, options.Database, ct);
        // Pooled connections of this process may still belong to a server that was killed.
        NpgsqlConnection.ClearPool(new NpgsqlConnection(connection));
        return new(made, options, ClusterLock.Share(Path.Combine(root, "users.lock")), connection);
    }

    public async ValueTask DisposeAsync()
    {
        await using FileStream gate = await ClusterLock.EnterAsync(Path.Combine(cluster.Root, "start.lock"), CancellationToken.None);
        await use.DisposeAsync();
        NpgsqlConnection.ClearPool(new NpgsqlConnection(ConnectionString));
        if (options.Lifetime is EmbeddedPostgresLifetime.KeepRunning || !ClusterLock.IsFree(Path.Combine(cluster.Root, "users.lock"))) return;
        await cluster.StopAsync(CancellationToken.None);
    }

    private static void MakeRoot(string root)
    {
        try
        {
            Directory.CreateDirectory(root);
            if (UnprivilegedAccount.IsRoot && !OperatingSystem.IsWindows())
                File.SetUnixFileMode(root, File.GetUnixFileMode(root) | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new EmbeddedPostgresException($"The folder for the private Postgres cannot be made: {e.Message} Name another folder (BenchWorker__Postgres__Folder), or give a connection string (ConnectionStrings__Results).", e);
        }
    }
}
