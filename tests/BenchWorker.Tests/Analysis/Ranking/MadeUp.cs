using BenchWorker.Analysis;

namespace BenchWorker.Tests.Analysis.Ranking;

/// <summary>Complete tables of whole scores, whose sums are exact and often tied.</summary>
internal static class MadeUp
{
    public static ScoreMatrix Whole(int models, int tasks) =>
        new(models, tasks, [.. Enumerable.Range(0, models * tasks).Select(k => (double)(CounterRandom.Below(CounterRandom.Word(5, 1, (ulong)k), 9) + (k / tasks % 4)))]);
}
