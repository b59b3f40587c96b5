using System.Net;
using System.Net.Sockets;
using System.Text;

namespace BenchWorker.IntegrationTests;

/// <summary>What a proxy does with one connection.</summary>
internal abstract record Fault
{
    private Fault()
    {
    }

    /// <summary>Nothing wrong.</summary>
    public sealed record None : Fault;

    /// <summary>The line breaks after so many bytes from the client.</summary>
    public sealed record CutAfter(int Bytes) : Fault;

    /// <summary>The request is taken and never answered.</summary>
    public sealed record Silence : Fault;

    /// <summary>This answer, whatever was asked.</summary>
    public sealed record Answer(string Status, string Code) : Fault
    {
        public byte[] Bytes
        {
            get
            {
                string body = $"<?xml version=\"1.0\" encoding=\"UTF-8\"?><Error><Code>{Code}</Code><Message>scripted</Message></Error>";
                return Encoding.ASCII.GetBytes($"HTTP/1.1 {Status}\r\nContent-Type: application/xml\r\nContent-Length: {body.Length}\r\nConnection: close\r\n\r\n{body}");
            }
        }
    }
}

/// <summary>Stands between a client and a store and does what the script says with each connection.</summary>
internal sealed class FaultProxy : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly Uri store;
    private readonly Task accepting;
    private int connections;

    /// <param name="script">By number of the connection, from 0.</param>
    public FaultProxy(Uri store, Func<int, Fault> script)
    {
        this.store = store;
        Script = script;
        listener.Start();
        accepting = AcceptAsync();
    }

    public Func<int, Fault> Script { get; set; }

    public Uri Endpoint => new(FormattableString.Invariant($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}"));

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Stop();
        await accepting;
        stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                TcpClient client = await listener.AcceptTcpClientAsync(stop.Token);
                _ = ServeAsync(client, Script(connections++));
            }
        }
        catch (Exception closed) when (closed is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task ServeAsync(TcpClient client, Fault fault)
    {
        try
        {
            using TcpClient from = client;
            using TcpClient to = new();
            NetworkStream asking = from.GetStream();
            if (fault is Fault.Silence)
            {
                await asking.CopyToAsync(Stream.Null, stop.Token);
                return;
            }

            if (fault is Fault.Answer answer)
            {
                byte[] request = new byte[65536];
                _ = await asking.ReadAsync(request, stop.Token);
                await asking.WriteAsync(answer.Bytes, stop.Token);
                from.Client.Shutdown(SocketShutdown.Send);
                await asking.CopyToAsync(Stream.Null, stop.Token);
                return;
            }

            await to.ConnectAsync(store.Host, store.Port, stop.Token);
            NetworkStream answering = to.GetStream();
            Task back = answering.CopyToAsync(asking, stop.Token);
            await ForwardAsync(asking, answering, fault is Fault.CutAfter cut ? cut.Bytes : int.MaxValue);
            if (fault is Fault.CutAfter)
                from.Client.Close(timeout: 0);
            else
                to.Client.Shutdown(SocketShutdown.Send);
            await back;
        }
        catch (Exception broken) when (broken is IOException or SocketException or OperationCanceledException or ObjectDisposedException)
        {
            // One side has gone, as lines do.
        }
    }

    private async Task ForwardAsync(NetworkStream from, NetworkStream to, int limit)
    {
        byte[] buffer = new byte[8192];
        int taken;
        for (int total = 0; total < limit && (taken = await from.ReadAsync(buffer.AsMemory(0, Math.Min(buffer.Length, limit - total)), stop.Token)) > 0; total += taken)
            await to.WriteAsync(buffer.AsMemory(0, taken), stop.Token);
    }
}
