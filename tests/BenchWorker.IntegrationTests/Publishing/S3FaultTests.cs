using System.Net;
using System.Net.Sockets;
using Amazon.S3;
using Microsoft.Extensions.Logging.Abstractions;
using Shouldly;
using Xunit;

namespace BenchWorker.IntegrationTests;

[Trait("Category", "Fault")]
public sealed class S3FaultTests
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_store_that_throttles_is_asked_again()
    {
        (S3Options options, RadosGateway store) = await PublishedAsync();
        await using FaultProxy proxy = new(store.Endpoint, static connection => connection % 4 == 1 ? new Fault.Answer("503 Slow Down", "SlowDown") : new Fault.None());

        await PublishAsync(store.Options(options.Bucket, proxy.Endpoint, tries: 8), 1);

        (await StateAsync(options)).ShouldBe(1);
    }

    [Theory]
    [InlineData("503 Slow Down", "SlowDown", "503 SlowDown to all of 2 tries.")]
    [InlineData("500 Internal Server Error", "InternalError", "500 InternalError to all of 2 tries.")]
    [InlineData("400 Bad Request", "AuthorizationHeaderMalformed", "is not in region that was taken as default (AuthorizationHeaderMalformed). Set BenchWorker:Targets:s3:Region.")]
    [InlineData("403 Forbidden", "AccessDenied", "They need GetObject, PutObject and DeleteObject on bench/* and ListBucket.")]
    [InlineData("403 Forbidden", "RequestTimeTooSkewed", "because this machine's clock is wrong.")]
    public async Task A_store_that_goes_on_refusing_is_told_of_and_the_old_site_stays(string status, string code, string told)
    {
        (S3Options options, RadosGateway store) = await PublishedAsync();
        await using FaultProxy proxy = new(store.Endpoint, _ => new Fault.Answer(status, code));

        PublishException refused = await Should.ThrowAsync<PublishException>(() => PublishAsync(store.Options(options.Bucket, proxy.Endpoint, tries: 2), 1));

        refused.Message.ShouldStartWith("Target s3: ");
        refused.Message.ShouldEndWith(told);
        refused.Message.ShouldNotContain(RadosGateway.SecretKey);
        (await StateAsync(options)).ShouldBe(0);
    }

    [Fact]
    public async Task A_line_that_breaks_in_the_middle_of_uploads_leaves_the_old_site_and_the_next_try_finishes()
    {
        (S3Options options, RadosGateway store) = await PublishedAsync();
        await using FaultProxy proxy = new(store.Endpoint, static _ => new Fault.CutAfter(8000));
        S3Options through = store.Options(options.Bucket, proxy.Endpoint, tries: 2);

        PublishException broken = await Should.ThrowAsync<PublishException>(() => PublishAsync(through, 1));
        int during = await StateAsync(options);
        proxy.Script = static _ => new Fault.None();
        await PublishAsync(through, 1);

        broken.Message.ShouldContain("cannot be reached or broke the connection");
        during.ShouldBe(0);
        (await StateAsync(options)).ShouldBe(1);
    }

    [Fact]
    public async Task A_store_that_does_not_answer_is_not_waited_for_without_end()
    {
        (S3Options options, RadosGateway store) = await PublishedAsync();
        await using FaultProxy proxy = new(store.Endpoint, static _ => new Fault.Silence());

        PublishException late = await Should.ThrowAsync<PublishException>(() => PublishAsync(store.Options(options.Bucket, proxy.Endpoint, tries: 1, timeout: TimeSpan.FromSeconds(1)), 1));

        late.Message.ShouldBe($"Target s3: {proxy.Endpoint.Authority} did not answer within 1 s, 1 times.");
        (await StateAsync(options)).ShouldBe(0);
    }

    [Fact]
    public async Task Nobody_at_the_address_is_told_with_the_setting()
    {
        RadosGateway store = await RadosGateway.GetAsync();
        using TcpListener free = new(IPAddress.Loopback, 0);
        free.Start();
        int port = ((IPEndPoint)free.LocalEndpoint).Port;
        free.Stop();

        PublishException refused = await Should.ThrowAsync<PublishException>(() => PublishAsync(store.Options("any", new Uri(FormattableString.Invariant($"http://127.0.0.1:{port}")), tries: 1), 1));

        refused.Message.ShouldContain("Connection refused");
        refused.Message.ShouldContain("Check BenchWorker:Targets:s3:Endpoint");
    }

    [Fact]
    public async Task A_wrong_secret_is_told_without_the_secret()
    {
        (S3Options options, RadosGateway store) = await PublishedAsync();
        S3Options wrong = store.Options(options.Bucket, credentials: new S3Credentials(RadosGateway.AccessKey, "not-the-secret", SessionToken: null));

        PublishException refused = await Should.ThrowAsync<PublishException>(() => PublishAsync(wrong, 1));

        refused.Message.ShouldContain("refused the credentials (SignatureDoesNotMatch). Check BenchWorker:Targets:s3:AccessKey and SecretKey");
        refused.Message.ShouldNotContain("not-the-secret");
    }

    [Fact]
    public async Task A_wrong_bucket_is_told_by_name()
    {
        RadosGateway store = await RadosGateway.GetAsync();

        PublishException refused = await Should.ThrowAsync<PublishException>(() => PublishAsync(store.Options("no-such-bucket"), 1));

        refused.Message.ShouldBe($"Target s3: bucket \"no-such-bucket\" does not exist at {store.Endpoint.Authority}. Create it, or correct BenchWorker:Targets:s3:Bucket.");
    }

    private static async Task<(S3Options Options, RadosGateway Store)> PublishedAsync()
    {
        RadosGateway store = await RadosGateway.GetAsync();
        S3Options options = await store.BucketAsync();
        await PublishAsync(options, 0);
        return (options, store);
    }

    private static async Task PublishAsync(S3Options options, int state)
    {
        using S3Publisher publisher = new("s3", options, TimeProvider.System, NullLogger<S3Publisher>.Instance);
        await PublishingProcess.PublishAsync(publisher, state, Ct);
    }

    /// <summary>The state that a visitor finds, after everything that its page names was loaded.</summary>
    private static async Task<int> StateAsync(S3Options options)
    {
        using AmazonS3Client client = RadosGateway.Client(options);
        await using VisitingReader reader = new(async path =>
        {
            try
            {
                using Amazon.S3.Model.GetObjectResponse found = await client.GetObjectAsync(options.Bucket, options.Prefix + path, Ct);
                using MemoryStream content = new();
                await found.ResponseStream.CopyToAsync(content, Ct);
                return content.ToArray();
            }
            catch (AmazonS3Exception missing) when (missing.StatusCode == HttpStatusCode.NotFound)
            {
                return null;
            }
        });
        await reader.VisitAsync();
        reader.Faults.ShouldBeEmpty();
        return reader.Last;
    }
}
