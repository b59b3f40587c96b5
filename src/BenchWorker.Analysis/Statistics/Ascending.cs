using System.Buffers;
using System.Runtime.InteropServices;

namespace BenchWorker.Analysis;

/// <summary>Sorts doubles digit by digit of their bits: for hundreds of values some three times as fast as comparing them.</summary>
/// <remarks>Knuth, The Art of Computer Programming 3, 5.2.5. The order is total: -0 before 0, NaN at the ends.</remarks>
internal static class Ascending
{
    private const int Digits = 8;
    private const int Radix = 256;

    /// <summary>Fewer are compared.</summary>
    private const int Few = 128;

    public static void Sort(Span<double> values)
    {
        if (values.Length < Few)
        {
            values.Sort();
            return;
        }

        int n = values.Length;
        Span<ulong> keys = MemoryMarshal.Cast<double, ulong>(values);
        ulong[] rented = ArrayPool<ulong>.Shared.Rent(n);
        Span<int> counts = stackalloc int[Digits * Radix];
        counts.Clear();
        foreach (ref ulong key in keys)
        {
            key = Ordered(key);
            for (int digit = 0; digit < Digits; digit++)
                counts[(digit * Radix) + (byte)(key >> (8 * digit))]++;
        }

        Span<ulong> from = keys, to = rented.AsSpan(0, n);
        for (int digit = 0; digit < Digits; digit++)
        {
            Span<int> places = counts.Slice(digit * Radix, Radix);
            if (places[(byte)(from[0] >> (8 * digit))] == n)
                continue;
            Place(from, to, 8 * digit, places);
            Span<ulong> placed = to;
            to = from;
            from = placed;
        }

        for (int k = 0; k < n; k++)
            keys[k] = Restored(from[k]);
        ArrayPool<ulong>.Shared.Return(rented);
    }

    /// <param name="places">How many keys have each digit; overwritten.</param>
    private static void Place(ReadOnlySpan<ulong> from, Span<ulong> to, int shift, Span<int> places)
    {
        int next = 0;
        foreach (ref int place in places)
            (place, next) = (next, next + place);
        foreach (ulong key in from)
            to[places[(byte)(key >> shift)]++] = key;
    }

    /// <summary>Bits that order as the numbers do: all flipped below zero, the sign alone above.</summary>
    private static ulong Ordered(ulong bits) => bits ^ ((ulong)((long)bits >> 63) | 0x8000000000000000);

    private static ulong Restored(ulong key) => key ^ (((key >> 63) - 1) | 0x8000000000000000);
}
