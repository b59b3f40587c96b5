using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace BenchWorker;

/// <summary>The places that the settings name. Without <c>BenchWorker:Targets</c> there is one, the folder of <c>BenchWorker:Site</c>.</summary>
internal sealed partial class TargetList
{
    private TargetList(IReadOnlyDictionary<string, TargetOptions> targets) => Targets = targets;

    public IReadOnlyDictionary<string, TargetOptions> Targets { get; }

    public IReadOnlyCollection<string> Names => [.. Targets.Keys];

    /// <summary>One line a target: its name, and where people find what is published.</summary>
    public IEnumerable<string> Places => Targets.Select(static target => $"{target.Key}: {Place(target.Value)}");

    /// <exception cref="OptionsValidationException">A target cannot be what its settings say; all failures are told.</exception>
    public static TargetList Read(IConfiguration configuration, SiteTarget site)
    {
        SortedDictionary<string, TargetOptions> targets = new(StringComparer.Ordinal);
        List<string> failures = [];
        foreach (IConfigurationSection section in configuration.GetSection(TargetOptions.Section).GetChildren())
        {
            TargetOptions target = Bind(section, failures);
            targets[section.Key] = target;
            failures.AddRange(Problems(section.Key, target));
        }

        // Named targets replace the default one; a folder that was set by name stays.
        if (targets.Count == 0 || (configuration[$"{SiteTarget.Section}:{nameof(SiteTarget.Folder)}"] is not null && !targets.ContainsKey(SiteTarget.Name)))
            targets[SiteTarget.Name] = new TargetOptions { Folder = site.Folder, KeepReleases = site.KeepReleases };
        failures.AddRange(Twins(targets));
        return failures.Count == 0 ? new TargetList(targets) : throw new OptionsValidationException(TargetOptions.Section, typeof(TargetOptions), failures);
    }

    /// <summary>The first page of a folder, the address of a bucket.</summary>
    private static string Place(TargetOptions target) =>
        target.IsS3 ? $"s3://{target.Bucket}/{target.ToS3().Prefix}" : Path.Combine(Path.GetFullPath(target.Folder ?? ""), "current", "index.html");

    private static TargetOptions Bind(IConfigurationSection section, List<string> failures)
    {
        try
        {
            return section.Get<TargetOptions>(static binder => binder.ErrorOnUnknownConfiguration = true) ?? new TargetOptions();
        }
        catch (InvalidOperationException e)
        {
            failures.Add($"{section.Path}: {(e.InnerException ?? e).Message}");
            return new TargetOptions { Folder = "" };
        }
    }

    private static IEnumerable<string> Problems(string name, TargetOptions target)
    {
        string at = $"{TargetOptions.Section}:{name}";
        if (!Name().IsMatch(name))
            yield return $"{at}: a target's name is made of a-z, 0-9 and hyphens, at most 63, as in {TargetOptions.Section}:archive.";
        if (target.Kind != TargetKind.S3 && target.Folder is null == target.Bucket is null)
            yield return $"{at} needs either Folder, or Bucket.";
        if (target.Kind == TargetKind.S3 && target.Bucket is null)
            yield return $"{at}:Bucket is missing; an S3 target needs one.";
        if (target.Kind == TargetKind.Folder && target.Folder is null)
            yield return $"{at}:Folder is missing; a folder target needs one.";
        if (target.AccessKey is null != target.SecretKey is null)
            yield return $"{at}: AccessKey and SecretKey come together; with neither, AWS's default chain finds credentials.";
        if (target.Endpoint is { } endpoint && (!endpoint.IsAbsoluteUri || endpoint.Scheme is not ("http" or "https")))
            yield return $"{at}:Endpoint must be an address such as https://s3.example.org.";
        if (target.Tries is < 1 or > 20)
            yield return FormattableString.Invariant($"{at}:Tries is {target.Tries}; it must be from 1 to 20.");
        if (target.Parallel is < 1 or > 256)
            yield return FormattableString.Invariant($"{at}:Parallel is {target.Parallel}; it must be from 1 to 256.");
        if (target.KeepReleases is < 0 or > 1000)
            yield return FormattableString.Invariant($"{at}:KeepReleases is {target.KeepReleases}; it must be from 0 to 1000.");
        if (target.MostReleases is < 0 or > 100_000)
            yield return FormattableString.Invariant($"{at}:MostReleases is {target.MostReleases}; it must be from 0 to 100000.");
        if (target.SnapshotDays < 0 || target.SnapshotMonths < 0)
            yield return $"{at}: SnapshotDays and SnapshotMonths cannot be negative.";
        if (target.Timeout < TimeSpan.FromSeconds(1) || target.Timeout > TimeSpan.FromHours(1))
            yield return $"{at}:Timeout is {target.Timeout}; it must be from 00:00:01 to 01:00:00.";
        if (target.Grace < TimeSpan.Zero)
            yield return $"{at}:Grace is {target.Grace}; it cannot be negative.";
    }

    /// <summary>Two names for one place would publish over each other.</summary>
    private static IEnumerable<string> Twins(SortedDictionary<string, TargetOptions> targets) => targets
        .GroupBy(static pair => pair.Value.IsS3 ? $"{pair.Value.Endpoint?.AbsoluteUri} {pair.Value.Bucket}/{pair.Value.ToS3().Prefix}" : Path.GetFullPath(pair.Value.Folder is { Length: > 0 } folder ? folder : "."), StringComparer.Ordinal)
        .Where(static group => group.Count() > 1)
        .Select(static group => $"Targets {string.Join(" and ", group.Select(static pair => pair.Key))} are the same place; give each its own folder, bucket or prefix.");

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{0,62}$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Name();
}
