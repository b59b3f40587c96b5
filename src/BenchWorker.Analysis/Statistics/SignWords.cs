namespace BenchWorker.Analysis;

/// <summary>The random signs of many sign-flip draws, one bit an item, made once and shared by all pairs that are tested.</summary>
internal sealed class SignWords
{
    private readonly ulong[] words;
    private readonly int perDraw;

    /// <param name="items">The most items that any test will flip.</param>
    public SignWords(ulong seed, int draws, int items)
    {
        Draws = draws;
        perDraw = Math.Max(1, (items + 63) / 64);
        words = new ulong[draws * perDraw];
        for (int r = 0; r < draws; r++)
        {
            ulong state = CounterRandom.Stream(seed, (ulong)r);
            for (int k = 0; k < perDraw; k++)
                words[(r * perDraw) + k] = CounterRandom.WordOf(state, (ulong)k);
        }
    }

    public int Draws { get; }

    /// <summary>Signs of items 8 b to 8 b + 7 in draw r; a set bit is a minus.</summary>
    public byte Byte(int draw, int b) => (byte)(words[(draw * perDraw) + (b >> 3)] >> ((b & 7) * 8));
}
