using Shouldly;
using Xunit;

namespace BenchWorker.Tests;

public sealed class BreatherTests
{
    private readonly Clock clock = new();

    [Fact]
    public void Memory_is_given_back_after_each_burst_and_once_more_when_pools_let_go()
    {
        Breather breather = new(clock) { Allocated = static () => 0 };
        RestsBetween(breather, 0, 600).ShouldBe([2, 75]);

        breather.Worked();

        RestsBetween(breather, 600, 1200).ShouldBe([602, 675]);
    }

    [Fact]
    public void What_idling_litters_is_given_back()
    {
        Breather breather = new(clock) { Allocated = () => clock.Seconds * 40_000 };

        RestsBetween(breather, 0, 600).ShouldBe([2, 75, 285, 495]);
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

    [Fact]
    public void Work_without_a_rest_gives_native_memory_back_once_a_minute()
    {
        Breather breather = new(clock);
        List<long> given = [];
        for (clock.Seconds = 1; clock.Seconds <= 180; clock.Seconds++)
        {
            if (breather.Worked())
                given.Add(clock.Seconds);
        }

        given.ShouldBe([60, 120, 180]);
    }

    private List<long> RestsBetween(Breather breather, long from, long to)
    {
        List<long> rests = [];
        for (clock.Seconds = from; clock.Seconds < to; clock.Seconds++)
        {
            if (breather.Rest())
                rests.Add(clock.Seconds);
        }

        return rests;
    }

    private sealed class Clock : TimeProvider
    {
        public long Seconds { get; set; }

        public override long TimestampFrequency => 1;

        public override long GetTimestamp() => Seconds;
    }
}
