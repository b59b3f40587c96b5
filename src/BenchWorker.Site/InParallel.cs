using System.Runtime.ExceptionServices;

namespace BenchWorker.Site;

/// <summary>Work on independent items on all processors, the results in the items' order.</summary>
internal static class InParallel
{
    /// <exception cref="Exception">The first that an item threw, as it was thrown.</exception>
    public static IReadOnlyList<TResult> Select<T, TResult>(IEnumerable<T> items, Func<T, TResult> work)
    {
        try
        {
            return [.. items.AsParallel().AsOrdered().Select(work)];
        }
        catch (AggregateException several)
        {
            ExceptionDispatchInfo.Throw(several.InnerExceptions[0]);
            throw;
        }
    }
}
