namespace BenchWorker.Analysis;

/// <summary>Counter-based SplitMix64: every draw has an address, so that results depend on no order of threads or loops.</summary>
/// <remarks>Steele, Lea and Flood (2014), doi 10.1145/2660193.2660195. A word is <c>u64(seed, stream, i)</c>; a stream is one replicate.</remarks>
public static class CounterRandom
{
    private const ulong Golden = 0x9E3779B97F4A7C15;

    /// <summary>The i-th 64-bit word of a stream.</summary>
    public static ulong Word(ulong seed, ulong stream, ulong i) => WordOf(Stream(seed, stream), i);

    /// <summary>What all words of one stream have in common; hoisted out of loops.</summary>
    internal static ulong Stream(ulong seed, ulong stream) => Mix(seed + (Golden * (stream + 1)));

    internal static ulong WordOf(ulong state, ulong i) => Mix(state + (Golden * (i + 1)));

    /// <summary>An index in [0, n) from a word, by the high half of the product.</summary>
    public static int Below(ulong word, int n) => (int)Math.BigMul(word, (ulong)n, out _);

    /// <summary>Fills one replicate of a bootstrap: indices in [0, n), drawn with replacement.</summary>
    public static void Indices(ulong seed, int replicate, int n, Span<int> indices)
    {
        ulong state = Stream(seed, (ulong)replicate);
        for (int i = 0; i < indices.Length; i++)
            indices[i] = Below(WordOf(state, (ulong)i), n);
    }

    /// <summary>Fills one replicate of a sign flip: bit j mod 64 of word j / 64 set gives -1, clear +1.</summary>
    public static void Signs(ulong seed, int replicate, Span<double> signs)
    {
        ulong state = Stream(seed, (ulong)replicate);
        ulong word = 0;
        for (int j = 0; j < signs.Length; j++)
        {
            if (j % 64 == 0)
                word = WordOf(state, (ulong)(j / 64));
            signs[j] = ((word >> (j % 64)) & 1) == 1 ? -1 : 1;
        }
    }

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
