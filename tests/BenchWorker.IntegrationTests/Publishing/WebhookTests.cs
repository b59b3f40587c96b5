using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Shouldly;
using Xunit;

namespace BenchWorker.IntegrationTests;

public sealed class WebhookTests : IDisposable
{
    private const string Secret = "s3cret";

    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("bench-hook-");
    private readonly Receiver receiver = new();

    public void Dispose()
    {
        receiver.Dispose();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_publication_that_changed_something_is_told_signed_and_one_that_did_not_is_not()
    {
        await using TestDatabase database = await ImportedAsync("B,T,M,acc,1,0.5\nB,T,N,acc,1,0.6\n");
        string[] hook = ["--set", $"BenchWorker:Webhooks:ci:Url={receiver.Url}", "--set", $"BenchWorker:Webhooks:ci:Secret={Secret}"];

        ProgramRun first = await ProgramRun.StartAsync(database.ConnectionString, folder, ["publish", .. hook]);
        ProgramRun second = await ProgramRun.StartAsync(database.ConnectionString, folder, ["publish", .. hook]);

        (first.Status, second.Status).ShouldBe((0, 0), first.Errors);
        (string? signature, byte[] body) = receiver.Received.ShouldHaveSingleItem();
        signature.ShouldBe("sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), body)));
        JsonElement news = JsonDocument.Parse(body).RootElement;
        news.GetProperty("event").GetString().ShouldBe("published");
        news.GetProperty("release").GetInt64().ShouldBe(1);
        news.GetProperty("boards")[0].GetProperty("changes")[0].GetString().ShouldStartWith("The board was published for the first time");
        (first.Output + first.Errors + second.Errors).ShouldNotContain(Secret);
    }

    [Theory]
    [InlineData("Slack", "text", "*B @\u200bhere &lt;!channel&gt;*")]
    [InlineData("Mattermost", "text", "**B @\u200bhere \\<!channel\\>**")]
    [InlineData("Discord", "content", "**B @\u200bhere \\<!channel\\>**")]
    public async Task A_chat_gets_text_that_rings_nobodys_bell(string kind, string field, string title)
    {
        await using TestDatabase database = await ImportedAsync("B @here <!channel>,T,M,acc,1,0.5\n");

        await ProgramRun.StartAsync(database.ConnectionString, folder, "publish", "--set", $"BenchWorker:Webhooks:chat:Url={receiver.Url}", "--set", $"BenchWorker:Webhooks:chat:Kind={kind}");

        JsonDocument.Parse(receiver.Received.ShouldHaveSingleItem().Body).RootElement.GetProperty(field).GetString()!.Split('\n')[0].ShouldBe(title);
    }

    [Fact]
    public async Task A_webhook_that_fails_is_retried_and_one_that_is_away_does_not_fail_the_publication()
    {
        await using TestDatabase database = await ImportedAsync("B,T,M,acc,1,0.5\n");
        receiver.Refusals = 1;

        ProgramRun run = await ProgramRun.StartAsync(
            database.ConnectionString, folder, "publish",
            "--set", $"BenchWorker:Webhooks:shaky:Url={receiver.Url}",
            "--set", "BenchWorker:Webhooks:away:Url=http://127.0.0.1:1/", "--set", "BenchWorker:Webhooks:away:Tries=1");

        run.Status.ShouldBe(0, run.Errors);
        receiver.Received.Count.ShouldBe(2);
        run.Errors.ShouldContain("Webhook away was not reached; the message was given up");
    }

    [Fact]
    public async Task A_webhook_without_an_address_is_refused_before_anything_is_done()
    {
        await using TestDatabase database = await ImportedAsync("B,T,M,acc,1,0.5\n");

        ProgramRun run = await ProgramRun.StartAsync(database.ConnectionString, folder, "publish", "--set", "BenchWorker:Webhooks:ci:Secret=x");

        run.Status.ShouldBe(1);
        run.Errors.ShouldContain("BenchWorker:Webhooks:ci:Url must be an address such as https://hooks.example.org/abc.");
        Directory.Exists(Path.Combine(folder.FullName, "site")).ShouldBeFalse();
    }

    private async Task<TestDatabase> ImportedAsync(string rows)
    {
        TestDatabase database = await TestDatabase.CreateMigratedAsync();
        string file = Path.Combine(folder.FullName, "results.csv");
        await File.WriteAllTextAsync(file, "benchmark,task,model,metric,higher_is_better,value\n" + rows, Ct);
        (await ProgramRun.StartAsync(database.ConnectionString, folder, "import", "csv", file)).Status.ShouldBe(0);
        return database;
    }

    /// <summary>A web server that keeps what it gets.</summary>
    private sealed class Receiver : IDisposable
    {
        private readonly HttpListener listener = new();
        private readonly List<(string? Signature, byte[] Body)> received = [];

        public Receiver()
        {
            // A port that was free a moment ago may be taken; another is tried then.
            for (int tries = 0; ; tries++)
            {
                Url = $"http://127.0.0.1:{Random.Shared.Next(20_000, 60_000)}/";
                listener.Prefixes.Clear();
                listener.Prefixes.Add(Url);
                try
                {
                    listener.Start();
                    break;
                }
                catch (HttpListenerException) when (tries < 20)
                {
                }
            }

            _ = ServeAsync();
        }

        public string Url { get; private set; } = "";

        /// <summary>How many requests are still answered with 503.</summary>
        public int Refusals { get; set; }

        public IReadOnlyList<(string? Signature, byte[] Body)> Received
        {
            get
            {
                lock (received) return [.. received];
            }
        }

        public void Dispose() => listener.Close();

        private async Task ServeAsync()
        {
            while (listener.IsListening)
            {
                HttpListenerContext context;
                try
                {
                    context = await listener.GetContextAsync();
                }
                catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
                {
                    return;
                }

                using MemoryStream body = new();
                await context.Request.InputStream.CopyToAsync(body);
                lock (received) received.Add((context.Request.Headers["X-BenchWorker-Signature"], body.ToArray()));
                context.Response.StatusCode = Refusals-- > 0 ? 503 : 204;
                context.Response.Close();
            }
        }
    }
}
