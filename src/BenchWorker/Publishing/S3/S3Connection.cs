using Amazon;
using Amazon.Runtime;
using Amazon.S3;

namespace BenchWorker;

/// <summary>A client for a store as its options describe it.</summary>
internal static class S3Connection
{
    /// <summary>What stores other than AWS are told where no region is set; they mostly do not care.</summary>
    private const string AnyRegion = "us-east-1";

    public static AmazonS3Client Open(S3Options options)
    {
        AmazonS3Config config = new()
        {
            ForcePathStyle = options.ForcePathStyle,
            Timeout = options.Timeout,
            RetryMode = RequestRetryMode.Standard,
            MaxErrorRetry = options.Tries - 1,
            // A store that throttles a process must not make it refuse to try at all.
            ThrottleRetries = false,
        };
        if (options.Endpoint is { } endpoint)
        {
            config.ServiceURL = endpoint.AbsoluteUri;
            config.AuthenticationRegion = options.Region ?? AnyRegion;
            // Checksums in trailers and chunked signatures are AWS's own; others refuse or corrupt such uploads.
            config.RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED;
            config.ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED;
        }
        else if (options.Region is { } region)
        {
            config.RegionEndpoint = RegionEndpoint.GetBySystemName(region);
        }

        return options.Credentials switch
        {
            null => new AmazonS3Client(config),
            { SessionToken: { } token } keys => new AmazonS3Client(new SessionAWSCredentials(keys.AccessKey, keys.SecretKey, token), config),
            { } keys => new AmazonS3Client(new BasicAWSCredentials(keys.AccessKey, keys.SecretKey), config),
        };
    }
}
