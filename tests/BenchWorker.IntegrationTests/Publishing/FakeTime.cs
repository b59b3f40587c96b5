namespace BenchWorker.IntegrationTests;

/// <summary>A clock that stands still until it is moved.</summary>
internal sealed class FakeTime(DateTimeOffset now) : TimeProvider
{
    public DateTimeOffset Now { get; set; } = now;

    public override DateTimeOffset GetUtcNow() => Now;
}
