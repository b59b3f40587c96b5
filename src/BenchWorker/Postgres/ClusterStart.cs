using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace BenchWorker;

/// <summary>Starts and stops the server of a cluster folder.</summary>
internal static class ClusterStart
{
    /// <summary>A server that replays a long log after a crash is slow, not broken.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(20);

    /// <exception cref="EmbeddedPostgresException">The server did not become ready; the message ends with its log.</exception>
    public static async Task<PostmasterFile> StartAsync(EmbeddedCluster cluster, EmbeddedPostgresOptions options, CancellationToken ct)
    {
        // A killed server leaves its file behind, and after a restart of the machine its process id may be someone else's.
        if (PostmasterFile.Read(cluster.Data) is { } left && !left.IsAlive())
            File.Delete(Path.Combine(cluster.Data, PostmasterFile.Name));
        await cluster.ConfigureAsync(cluster.UsesSocket ? 5432 : FreePort(), options.Durable, options.Settings, ct);

        Process? tied = options.Lifetime is EmbeddedPostgresLifetime.StopWithProcess && OperatingSystem.IsLinux() ? await TiedServer.TryStartAsync(cluster) : null;
        bool started = tied is not null || await TryStartDetachedAsync(cluster, ct);
        for (long began = Stopwatch.GetTimestamp(); started && Stopwatch.GetElapsedTime(began) < Patience && tied?.HasExited is not true; await Task.Delay(Poll, ct))
        {
            if (PostmasterFile.Read(cluster.Data) is { Ready: true } server) return server;
        }

        string[] log = File.Exists(cluster.Log) ? await File.ReadAllLinesAsync(cluster.Log, ct) : [];
        throw new EmbeddedPostgresException($"The private Postgres in {cluster.Root} did not start. Its log ends:\n{string.Join('\n', log.TakeLast(10))}");
    }

    /// <summary>Ends open sessions and stops; nothing happens when the server is not running.</summary>
    public static Task StopAsync(this EmbeddedCluster cluster, CancellationToken ct) =>
        PostmasterFile.Read(cluster.Data) is { } server && server.IsAlive()
            ? cluster.RequireAsync("pg_ctl", ["stop", "-D", cluster.Data, "-m", "fast", "-w", "-s"], ct)
            : Task.CompletedTask;

    private static async Task<bool> TryStartDetachedAsync(EmbeddedCluster cluster, CancellationToken ct)
    {
        string patience = Patience.TotalSeconds.ToString(CultureInfo.InvariantCulture);
        ProcessStartInfo start = ExternalProgram.Describe(cluster.Command("pg_ctl", ["start", "-D", cluster.Data, "-l", cluster.Log, "-w", "-t", patience, "-s"]), cluster.Root);
        // On Windows the server would inherit the pipes, and reading them would never end.
        start.RedirectStandardOutput = start.RedirectStandardError = !OperatingSystem.IsWindows();
        using Process starter = Process.Start(start) ?? throw new UnreachableException();
        await starter.WaitForExitAsync(ct);
        return starter.ExitCode == 0;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
