using Npgsql;

namespace BenchWorker;

/// <summary>The one database of a private server that its users share.</summary>
internal static class EmbeddedDatabase
{
    /// <summary>Makes the database when it is absent.</summary>
    /// <returns>A connection string to it.</returns>
    public static async Task<string> OpenAsync(EmbeddedCluster cluster, PostmasterFile server, string database, CancellationToken ct)
    {
        var address = new NpgsqlConnectionStringBuilder
        {
            Host = server.SocketFolder ?? server.Address ?? "127.0.0.1",
            Port = server.Port,
            Username = EmbeddedCluster.User,
            Password = server.SocketFolder is null ? await File.ReadAllTextAsync(cluster.PasswordFile, ct) : null,
            Database = "postgres",
            Pooling = false,
        };
        await OwnDatabase.EnsureAsync(address.ConnectionString, database, ct);
        address.Database = database;
        address.Pooling = true;
        return address.ConnectionString;
    }
}
