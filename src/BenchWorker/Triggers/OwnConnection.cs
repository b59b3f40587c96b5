using Npgsql;

namespace BenchWorker;

/// <summary>Connections that one loop keeps for itself, outside the pool.</summary>
internal static class OwnConnection
{
    /// <returns>A source whose connections know the built-in types alone: reading the catalogue of the others takes time and memory for nothing.</returns>
    public static NpgsqlDataSource Source(string connectionString, Action<NpgsqlConnectionStringBuilder> settings)
    {
        NpgsqlDataSourceBuilder builder = new(connectionString);
        builder.ConnectionStringBuilder.Pooling = false;
        settings(builder.ConnectionStringBuilder);
        builder.ConfigureTypeLoading(static types => types.EnableTypeLoading(false));
        return builder.Build();
    }
}
