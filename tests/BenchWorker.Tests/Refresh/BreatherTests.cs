using Shouldly;
using Xunit;

namespace BenchWorker.Tests;

public sealed class BreatherTests
{
    private readonly Clock clock = new();

    [Fact]
    public void Memory_is_given_back_once_after_each_burst()
    {
        Breather breather = new(clock);
        clock.Seconds = 2;
        breather.Rest().ShouldBeTrue();
        clock.Seconds = 60;
        breather.Rest().ShouldBeFalse();

        breather.Worked();
        clock.Seconds = 62;

        breather.Rest().ShouldBeTrue();
        breather.Rest().ShouldBeFalse();
    }

    [Fact]
    public void Work_that_goes_on_is_not_held_up()
    {
        Breather breather = new(clock);
        for (int second = 1; second < 10; second++)
        {
            clock.Seconds = second;
            breather.Rest().ShouldBeFalse();
            breather.Worked();
        }
    }

    private sealed class Clock : TimeProvider
    {
        public long Seconds { get; set; }

        public override long TimestampFrequency => 1;

        public override long GetTimestamp() => Seconds;
    }
}
