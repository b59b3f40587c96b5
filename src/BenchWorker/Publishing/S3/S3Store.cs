using System.Net;
using System.Security.Cryptography;
using Amazon.S3;
using Amazon.S3.Model;

namespace BenchWorker;

/// <summary>An object as it lies in the store.</summary>
/// <param name="Tag">Entity tag without quotes.</param>
internal sealed record StoredObject(string Tag, DateTimeOffset WrittenAt);

/// <summary>The few requests that publishing needs, below one prefix of one bucket. Paths are those of the site.</summary>
internal sealed class S3Store(string target, S3Options options) : IDisposable
{
    private const string DigestHeader = "x-amz-meta-sha256";

    private readonly AmazonS3Client client = S3Connection.Open(options);

    public void Dispose() => client.Dispose();

    /// <returns>Null when nothing has the key.</returns>
    public Task<(byte[] Content, string Tag)?> ReadAsync(string path, CancellationToken ct) => CallAsync<(byte[], string)?>(
        async () =>
        {
            try
            {
                using GetObjectResponse found = await client.GetObjectAsync(new GetObjectRequest { BucketName = options.Bucket, Key = options.Prefix + path }, ct);
                using MemoryStream content = new();
                await found.ResponseStream.CopyToAsync(content, ct);
                return (content.ToArray(), Bare(found.ETag));
            }
            catch (AmazonS3Exception missing) when (missing.StatusCode == HttpStatusCode.NotFound && missing.ErrorCode != "NoSuchBucket")
            {
                return null;
            }
        },
        ct);

    /// <param name="form">Null to write whatever the store holds.</param>
    /// <returns>The new entity tag; null when the condition does not hold.</returns>
    public Task<string?> WriteAsync(StoreFile file, PutCondition condition, IfMatchForm? form, CancellationToken ct) => CallAsync(
        async () =>
        {
            string digest = Convert.ToHexStringLower(SHA256.HashData(file.Content.Span));
            PutObjectRequest put = new()
            {
                BucketName = options.Bucket,
                Key = options.Prefix + file.Path,
                InputStream = new MemoryStream(file.Content.ToArray(), writable: false),
                ContentType = file.ContentType,
                UseChunkEncoding = options.Endpoint is null,
            };
            put.Headers.CacheControl = file.CacheControl;
            put.Metadata[DigestHeader] = digest;
            if (form is not null && condition is PutCondition.NoObject)
                put.IfNoneMatch = "*";
            else if (form is not null && condition is PutCondition.Tag tag)
                put.IfMatch = form == IfMatchForm.Unquoted ? tag.Value : $"\"{tag.Value}\"";
            try
            {
                return Bare((await client.PutObjectAsync(put, ct)).ETag);
            }
            catch (AmazonS3Exception unmet) when (unmet.StatusCode is HttpStatusCode.PreconditionFailed or HttpStatusCode.Conflict || (unmet.StatusCode == HttpStatusCode.NotFound && unmet.ErrorCode != "NoSuchBucket"))
            {
                // The answer to an earlier try may have been lost after the store had taken it.
                return await HeadAsync(file.Path, ct) is { } there && there.Digest == digest ? there.Tag : null;
            }
        },
        ct);

    /// <summary>Entity tag of one object; null when nothing has the key.</summary>
    public async Task<string?> TagAsync(string path, CancellationToken ct) => (await CallAsync(() => HeadAsync(path, ct), ct))?.Tag;

    /// <summary>Everything below the prefix, by path.</summary>
    public Task<IReadOnlyDictionary<string, StoredObject>> ListAsync(CancellationToken ct) => CallAsync<IReadOnlyDictionary<string, StoredObject>>(
        async () =>
        {
            Dictionary<string, StoredObject> all = new(StringComparer.Ordinal);
            ListObjectsV2Request next = new() { BucketName = options.Bucket, Prefix = options.Prefix };
            while (true)
            {
                ListObjectsV2Response page = await client.ListObjectsV2Async(next, ct);
                foreach (S3Object found in page.S3Objects ?? [])
                    all[found.Key[options.Prefix.Length..]] = new StoredObject(Bare(found.ETag), new DateTimeOffset(found.LastModified?.ToUniversalTime() ?? DateTime.UnixEpoch));
                if (page.IsTruncated != true)
                    return all;
                next.ContinuationToken = page.NextContinuationToken;
            }
        },
        ct);

    public Task DeleteAsync(IReadOnlyList<string> paths, CancellationToken ct) => CallAsync(
        async () =>
        {
            // One by one: some stores lack the request for many, or want checksums for it that others refuse.
            await Parallel.ForEachAsync(paths, new ParallelOptions { MaxDegreeOfParallelism = options.Parallel, CancellationToken = ct }, async (path, stop) =>
                await client.DeleteObjectAsync(new DeleteObjectRequest { BucketName = options.Bucket, Key = options.Prefix + path }, stop));
            return paths.Count;
        },
        ct);

    private async Task<(string Tag, string? Digest)?> HeadAsync(string path, CancellationToken ct)
    {
        try
        {
            GetObjectMetadataResponse found = await client.GetObjectMetadataAsync(new GetObjectMetadataRequest { BucketName = options.Bucket, Key = options.Prefix + path }, ct);
            return (Bare(found.ETag), found.Metadata[DigestHeader]);
        }
        catch (AmazonS3Exception missing) when (missing.StatusCode == HttpStatusCode.NotFound)
        {
            return null;
        }
    }

    private async Task<T> CallAsync<T>(Func<Task<T>> call, CancellationToken ct)
    {
        try
        {
            return await call();
        }
        catch (Exception e) when (!ct.IsCancellationRequested && e is not PublishException && S3Failure.Describe(target, options, e) is not null)
        {
            throw S3Failure.Describe(target, options, e)!;
        }
    }

    private static string Bare(string? tag) => tag?.Trim('"') ?? "";
}

/// <summary>An object to write.</summary>
/// <param name="Path">Of the site.</param>
internal sealed record StoreFile(string Path, ReadOnlyMemory<byte> Content)
{
    /// <summary>A year; what is named by its content cannot change.</summary>
    private const string ForEver = "public, max-age=31536000, immutable";

    /// <summary>Asked again with every visit; what did not change answers 304.</summary>
    private const string Revalidated = "no-cache";

    public string ContentType => Site.ContentTypes.Of(Path);

    public string CacheControl => Site.HashedPath.Matches(Path) ? ForEver : Revalidated;
}
