using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Xml.Linq;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BenchWorker.IntegrationTests;

/// <summary>An object store in memory that takes conditional writes and ignores their conditions, as some do.</summary>
internal sealed class ForgetfulStore : IAsyncDisposable
{
    private static readonly XNamespace S3 = "http://s3.amazonaws.com/doc/2006-03-01/";

    private readonly ConcurrentDictionary<string, (byte[] Content, string? Digest, string? Type)> objects = new(StringComparer.Ordinal);
    private readonly WebApplication server;

    private ForgetfulStore(WebApplication server) => this.server = server;

    public IReadOnlyCollection<string> Keys => [.. objects.Keys];

    public S3Options Options => new()
    {
        Bucket = "bucket",
        Endpoint = new Uri(server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()),
        Credentials = new S3Credentials("key", "secret", null),
        ForcePathStyle = true,
    };

    public static async Task<ForgetfulStore> StartAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        ForgetfulStore store = new(builder.Build());
        store.server.Map("/bucket/{**key}", store.AnswerAsync);
        await store.server.StartAsync();
        return store;
    }

    public byte[] Read(string key) => objects[key].Content;

    public ValueTask DisposeAsync() => server.DisposeAsync();

    private async Task AnswerAsync(HttpContext call)
    {
        string key = (string?)call.Request.RouteValues["key"] ?? "";
        switch (call.Request.Method)
        {
            case "PUT":
                using (MemoryStream content = new())
                {
                    await call.Request.Body.CopyToAsync(content);
                    objects[key] = (content.ToArray(), call.Request.Headers["x-amz-meta-sha256"], call.Request.ContentType);
                }

                call.Response.Headers.ETag = Tag(key);
                break;
            case "DELETE":
                objects.TryRemove(key, out _);
                call.Response.StatusCode = StatusCodes.Status204NoContent;
                break;
            case "GET" when key.Length == 0:
                call.Response.ContentType = "application/xml";
                await call.Response.WriteAsync(Listing().ToString());
                break;
            case "GET" or "HEAD" when objects.TryGetValue(key, out (byte[] Content, string? Digest, string? Type) found):
                call.Response.Headers.ETag = Tag(key);
                call.Response.Headers["x-amz-meta-sha256"] = found.Digest;
                call.Response.ContentLength = found.Content.Length;
                if (call.Request.Method == "GET")
                    await call.Response.Body.WriteAsync(found.Content);
                break;
            default:
                call.Response.StatusCode = StatusCodes.Status404NotFound;
                await call.Response.WriteAsync("<Error><Code>NoSuchKey</Code></Error>");
                break;
        }
    }

    private string Tag(string key) => $"\"{Convert.ToHexStringLower(SHA256.HashData(objects[key].Content))}-1\"";

    private XElement Listing() => new(S3 + "ListBucketResult", new XElement(S3 + "IsTruncated", "false"), objects.Keys.Order(StringComparer.Ordinal).Select(key => new XElement(
        S3 + "Contents", new XElement(S3 + "Key", key), new XElement(S3 + "ETag", Tag(key)), new XElement(S3 + "LastModified", "2026-03-01T12:00:00.000Z"))));
}
