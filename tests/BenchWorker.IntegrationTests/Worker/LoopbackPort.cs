using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace BenchWorker.IntegrationTests;

/// <summary>Where a server of a test may listen.</summary>
internal static class LoopbackPort
{
    /// <returns>An address that nobody listened at a moment ago: <c>http://127.0.0.1:PORT</c>.</returns>
    public static string Free()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
    }
}
