using BenchWorker.Site;

namespace BenchWorker;

/// <summary>Files that no page names any more but that readers of an older page may still ask for.</summary>
internal static class Retirement
{
    /// <summary>The hashed files to carry along with the next release: those this plan removes, and those removed less than the grace period ago.</summary>
    public static IReadOnlyList<RetiredFile> Advance(PublishPlan plan, DateTimeOffset now, TimeSpan grace)
    {
        HashSet<string> live = plan.Kept.Concat(plan.Writes).Select(static file => file.Path).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. (plan.Base?.Release.Retired ?? []).Where(retired => now - retired.RetiredAt < grace)
                .Concat(plan.Removals.Where(static file => HashedPath.Matches(file.Path)).Select(file => new RetiredFile(file, now)))
                .Where(retired => !live.Contains(retired.File.Path))
                .DistinctBy(static retired => retired.File.Path, StringComparer.Ordinal)
                .OrderBy(static retired => retired.File.Path, StringComparer.Ordinal),
        ];
    }

    /// <summary>The same where an object stays until it is removed by name: everything that no page needs any more, until it is gone.</summary>
    public static IReadOnlyList<RetiredFile> AdvanceObjects(PublishPlan plan, DateTimeOffset now, Func<string, bool> isThere)
    {
        HashSet<string> live = plan.Kept.Concat(plan.Writes).Select(static file => file.Path).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. (plan.Base?.Release.Retired ?? []).Concat(plan.Removals.Select(file => new RetiredFile(file, now)))
                .Where(retired => !live.Contains(retired.File.Path) && isThere(retired.File.Path))
                .DistinctBy(static retired => retired.File.Path, StringComparer.Ordinal)
                .OrderBy(static retired => retired.File.Path, StringComparer.Ordinal),
        ];
    }
}
