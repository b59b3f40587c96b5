using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;
using Xunit;

namespace BenchWorker.IntegrationTests;

/// <summary>A real pgbouncer in transaction mode before the server of the tests, with so few connections to it that clients must share them.</summary>
internal sealed class PgBouncer : IAsyncDisposable
{
    private const string Program = "/usr/sbin/pgbouncer";
    private const int ServerConnections = 4;

    private readonly DirectoryInfo folder;
    private readonly TiedProcess process;
    private readonly int port;

    private PgBouncer(DirectoryInfo folder, TiedProcess process, int port) => (this.folder, this.process, this.port) = (folder, process, port);

    /// <summary>Skips the test where there is no pgbouncer, and fails it where there must be one.</summary>
    public static async Task<PgBouncer> StartAsync()
    {
        if (!File.Exists(Program))
        {
            const string Notice = "No pgbouncer here: Debian's package is pgbouncer.";
            if (Environment.GetEnvironmentVariable("CI") is "true" or "1")
                Assert.Fail(Notice);
            Assert.Skip(Notice);
        }

        DirectoryInfo home = Directory.CreateTempSubdirectory("bench-bouncer-");
        int free = FreePort();
        string configuration = Path.Combine(home.FullName, "pgbouncer.ini");
        await File.WriteAllTextAsync(configuration, Configuration(new NpgsqlConnectionStringBuilder((await TestCluster.GetAsync()).ConnectionString), free));
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(home.FullName, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);
        TiedProcess started = await TiedProcess.StartAsync(Path.Combine(home.FullName, "log"), Program, configuration);
        return new PgBouncer(home, started, free);
    }

    /// <param name="direct">To a database of the server.</param>
    public string Through(string direct) => new NpgsqlConnectionStringBuilder(direct) { Host = "127.0.0.1", Port = port, NoResetOnClose = true }.ConnectionString;

    public async ValueTask DisposeAsync()
    {
        await process.DisposeAsync();
        folder.Delete(recursive: true);
    }

    private static string Configuration(NpgsqlConnectionStringBuilder server, int listening) => string.Create(CultureInfo.InvariantCulture, $"""
        [databases]
        * = host={server.Host} port={server.Port} user={server.Username} {(server.Password is null ? "" : $"password={server.Password}")}

        [pgbouncer]
        listen_addr = 127.0.0.1
        listen_port = {listening}
        unix_socket_dir =
        auth_type = any
        pool_mode = transaction
        default_pool_size = {ServerConnections}
        {(Environment.UserName == "root" ? "user = postgres" : "")}
        """);

    private static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
