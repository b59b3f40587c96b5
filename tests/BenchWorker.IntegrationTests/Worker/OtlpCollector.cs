using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace BenchWorker.IntegrationTests;

/// <summary>The part of an OTLP collector that a worker talks to: gRPC over HTTP/2 that keeps what it gets and answers that it did.</summary>
internal sealed class OtlpCollector : IAsyncDisposable
{
    /// <summary>A gRPC message that is empty: not compressed, no bytes.</summary>
    private static readonly byte[] Empty = new byte[5];

    private readonly WebApplication server;
    private readonly ConcurrentQueue<string> received = new();
    private readonly ConcurrentQueue<byte[]> bodies = new();

    private OtlpCollector()
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(static kestrel => kestrel.Listen(IPAddress.Loopback, 0, static socket => socket.Protocols = HttpProtocols.Http2));
        server = builder.Build();
        server.Run(TakeAsync);
    }

    public string Address => server.Urls.First();

    /// <summary>Paths that were called.</summary>
    public IEnumerable<string> Received => received;

    /// <summary>Every body as text; protobuf keeps names as they are.</summary>
    public string Text => string.Concat(bodies.Select(Encoding.Latin1.GetString));

    public static async Task<OtlpCollector> StartAsync()
    {
        OtlpCollector collector = new();
        await collector.server.StartAsync();
        return collector;
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();

    private async Task TakeAsync(HttpContext context)
    {
        using MemoryStream body = new();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        bodies.Enqueue(body.ToArray());
        received.Enqueue(context.Request.Path.Value ?? "");
        context.Response.ContentType = "application/grpc";
        context.Response.DeclareTrailer("grpc-status");
        await context.Response.Body.WriteAsync(Empty, context.RequestAborted);
        context.Response.AppendTrailer("grpc-status", "0");
    }
}
