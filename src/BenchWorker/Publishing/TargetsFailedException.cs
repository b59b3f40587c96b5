namespace BenchWorker;

/// <summary>Some targets could not be published to; the others were.</summary>
/// <param name="failures">Target and what happened there, at least one.</param>
public sealed class TargetsFailedException(IReadOnlyList<(string Target, Exception Cause)> failures)
    : PublishException(string.Join(' ', failures.Select(static one => $"Target {one.Target}: {Failure.Describe(one.Cause) ?? one.Cause.Message}")), failures[0].Cause)
{
    public IReadOnlyList<(string Target, Exception Cause)> Failures => failures;

    /// <summary>Whether the place is to blame everywhere.</summary>
    public bool All(Func<Exception, bool> condition) => failures.All(one => condition(one.Cause));
}
