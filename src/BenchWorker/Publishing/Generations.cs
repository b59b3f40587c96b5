using System.Collections.Frozen;
using BenchWorker.Site;

namespace BenchWorker;

/// <summary>Fencing: of two workers that hold a board, only the newer claim may publish it.</summary>
internal static class Generations
{
    /// <summary>What the next release records.</summary>
    /// <exception cref="StaleGenerationException">The place holds a newer generation of one of the boards.</exception>
    public static IReadOnlyDictionary<string, long> Advance(string target, Release? current, IReadOnlyDictionary<string, long> ours)
    {
        SortedDictionary<string, long> next = new(StringComparer.Ordinal);
        foreach ((string board, long generation) in current?.Generations ?? FrozenDictionary<string, long>.Empty)
            next[board] = generation;
        foreach ((string board, long generation) in ours)
        {
            if (next.TryGetValue(board, out long theirs) && theirs > generation)
                throw new StaleGenerationException(target, board, generation, theirs);
            next[board] = generation;
        }

        return next;
    }
}
