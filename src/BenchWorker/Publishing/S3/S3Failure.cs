using System.Net;
using Amazon.Runtime;
using Amazon.S3;

namespace BenchWorker;

/// <summary>What a store or the way to it answered, as a sentence: what is wrong, where, what to do. No key and no address with a secret is in it.</summary>
internal static class S3Failure
{
    /// <returns>Null when the exception has nothing to do with the store.</returns>
    public static PublishException? Describe(string target, S3Options options, Exception exception)
    {
        string where = options.Endpoint?.Authority ?? "AWS";
        string? told = exception switch
        {
            AmazonS3Exception refused => Refused(target, options, refused, where),
            AmazonServiceException { StatusCode: HttpStatusCode.ServiceUnavailable or HttpStatusCode.InternalServerError } failing => $"{where} failed {options.Tries} times ({failing.ErrorCode}).",
            OperationCanceledException or TimeoutException => Late(options, where),
            { } broken when Innermost(broken) is TimeoutException or OperationCanceledException => Late(options, where),
            HttpRequestException or IOException => $"{where} cannot be reached or broke the connection: {Innermost(exception).Message}. Check {Setting(target, "Endpoint")} and that the store runs.",
            AmazonServiceException { InnerException: HttpRequestException or IOException or WebException } => $"{where} cannot be reached or broke the connection: {Innermost(exception).Message}. Check {Setting(target, "Endpoint")} and that the store runs.",
            AmazonClientException => $"There are no credentials for {where}: set {Setting(target, "AccessKey")} and SecretKey, or one of the sources of AWS's default chain (AWS_ACCESS_KEY_ID, a profile, a role).",
            _ => null,
        };
        return told is null ? null : new PublishException($"Target {target}: {told}", exception);
    }

    private static string Refused(string target, S3Options options, AmazonS3Exception e, string where) => e.ErrorCode switch
    {
        "NoSuchBucket" => $"bucket \"{options.Bucket}\" does not exist at {where}. Create it, or correct {Setting(target, "Bucket")}.",
        "InvalidAccessKeyId" or "SignatureDoesNotMatch" or "InvalidToken" or "ExpiredToken" =>
            $"{where} refused the credentials ({e.ErrorCode}). Check {Setting(target, "AccessKey")} and SecretKey, or the source of AWS's default chain that is in use.",
        "AccessDenied" or "Forbidden" =>
            $"{where} does not let these credentials read and write bucket \"{options.Bucket}\". They need GetObject, PutObject and DeleteObject on {options.Prefix}* and ListBucket.",
        "PermanentRedirect" or "TemporaryRedirect" or "AuthorizationHeaderMalformed" or "IllegalLocationConstraintException" or "InvalidRegion" =>
            $"bucket \"{options.Bucket}\" is not in region {options.Region ?? "that was taken as default"} ({e.ErrorCode}). Set {Setting(target, "Region")}.",
        "RequestTimeTooSkewed" => $"{where} refused the request because this machine's clock is wrong.",
        "QuotaExceeded" => $"bucket \"{options.Bucket}\" is full (QuotaExceeded).",
        _ when e.InnerException is HttpRequestException or IOException or WebException =>
            $"{where} cannot be reached or broke the connection: {Innermost(e).Message}. Check {Setting(target, "Endpoint")} and that the store runs.",
        _ => $"{where} answered {(int)e.StatusCode} {e.ErrorCode} to all of {options.Tries} tries.",
    };

    private static string Late(S3Options options, string where) =>
        FormattableString.Invariant($"{where} did not answer within {options.Timeout.TotalSeconds:0.##} s, {options.Tries} times.");

    private static string Setting(string target, string name) =>
        string.Equals(target, SiteTarget.Name, StringComparison.Ordinal) ? name : $"BenchWorker:Targets:{target}:{name}";

    private static Exception Innermost(Exception e) => e.InnerException is null ? e : Innermost(e.InnerException);
}
