using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace BenchWorker.Analysis;

/// <summary>Of two rows of ranks: at how many places the first is ahead, less those at which it is behind. All counts are whole.</summary>
internal static class RankLeads
{
    internal const int Rows = 4;

    private static readonly int Lanes = Vector512<int>.Count;

    /// <summary>One row against four others that lie one after another.</summary>
    public static void OfFour(ReadOnlySpan<int> a, ReadOnlySpan<int> rows, Span<int> leads)
    {
        Vector512<int> c0 = default, c1 = default, c2 = default, c3 = default;
        ref int x = ref MemoryMarshal.GetReference(a);
        ref int y = ref MemoryMarshal.GetReference(rows);
        int length = a.Length;
        int whole = length - (length % Lanes);
        for (int k = 0; k < whole; k += Lanes)
        {
            var rank = Vector512.LoadUnsafe(ref x, (nuint)k);
            c0 += Lead(rank, Vector512.LoadUnsafe(ref y, (nuint)k));
            c1 += Lead(rank, Vector512.LoadUnsafe(ref y, (nuint)(length + k)));
            c2 += Lead(rank, Vector512.LoadUnsafe(ref y, (nuint)((2 * length) + k)));
            c3 += Lead(rank, Vector512.LoadUnsafe(ref y, (nuint)((3 * length) + k)));
        }

        (leads[0], leads[1], leads[2], leads[3]) = (Vector512.Sum(c0), Vector512.Sum(c1), Vector512.Sum(c2), Vector512.Sum(c3));
        for (int row = 0; row < Rows; row++)
            leads[row] += OfOne(a[whole..], rows.Slice((row * length) + whole, length - whole), out _);
    }

    /// <summary>Rank 0 is none, and a place without both ranks is no place.</summary>
    /// <param name="both">Places with both.</param>
    public static int OfOne(ReadOnlySpan<int> a, ReadOnlySpan<int> b, out int both)
    {
        both = 0;
        int lead = 0;
        for (int k = 0; k < a.Length; k++)
        {
            if (a[k] == 0 || b[k] == 0)
                continue;
            both++;
            lead += b[k].CompareTo(a[k]);
        }

        return lead;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<int> Lead(Vector512<int> a, Vector512<int> b) => Vector512.GreaterThan(a, b) - Vector512.LessThan(a, b);
}
