using System.Buffers;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace BenchWorker.Analysis;

/// <summary>Passes over the slopes of all pairs of points, eight at a time, that keep those between two bounds.</summary>
internal sealed class SlopeBracket : IDisposable
{
    private const int Lanes = 8;

    /// <summary>One slope of so many lies in a bracket, or fewer.</summary>
    private const int ExpectedShare = 16;

    private readonly int n;

    /// <summary>Followed by a vector of NaN, whose slopes are neither below nor inside.</summary>
    private readonly double[] values;
    private readonly double[] positions;

    /// <summary>Rented, as it is often too large for the heap of small objects.</summary>
    private double[] kept;
    private int count;
    private double low;
    private double high;

    public SlopeBracket(ReadOnlySpan<double> positions, ReadOnlySpan<double> values)
    {
        n = values.Length;
        kept = ArrayPool<double>.Shared.Rent(n * (n - 1) / 2 / ExpectedShare);
        (this.positions, this.values) = (new double[n + Lanes], new double[n + Lanes]);
        positions.CopyTo(this.positions);
        values.CopyTo(this.values);
        this.values.AsSpan(n).Fill(double.NaN);
    }

    /// <summary>How many slopes lay inside in the last pass.</summary>
    public int Count => count;

    /// <summary>The slope at <paramref name="index"/> of the ascending order of those inside in the last pass.</summary>
    public double Nth(int index) => low == high ? low : ValueRanges.Nth(kept.AsSpan(0, count), index);

    /// <summary>Keeps the slopes in [low, high]; where the two are one, as in a series of many equal values, counts them.</summary>
    /// <returns>How many are below.</returns>
    public long Keep(double low, double high)
    {
        (this.low, this.high) = (low, high);
        (Vector512<double> lowest, Vector512<double> highest) = (Vector512.Create(low), Vector512.Create(high));
        ref double value = ref MemoryMarshal.GetArrayDataReference(values);
        ref double position = ref MemoryMarshal.GetArrayDataReference(positions);
        count = 0;
        long below = 0;
        for (int i = 0; i < n; i++)
        {
            (Vector512<double> from, Vector512<double> at) = (Vector512.Create(values[i]), Vector512.Create(positions[i]));
            for (int j = i + 1; j < n; j += Lanes)
            {
                Vector512<double> slopes = (Vector512.LoadUnsafe(ref value, (nuint)j) - from) / (Vector512.LoadUnsafe(ref position, (nuint)j) - at);
                ulong under = Vector512.LessThan(slopes, lowest).ExtractMostSignificantBits();
                below += BitOperations.PopCount(under);
                ulong inside = Vector512.LessThanOrEqual(slopes, highest).ExtractMostSignificantBits() & ~under;
                if (low == high)
                    count += BitOperations.PopCount(inside);
                else
                    Add(slopes, inside);
            }
        }

        return below;
    }

    public void Dispose() => ArrayPool<double>.Shared.Return(kept);

    private void Add(Vector512<double> slopes, ulong chosen)
    {
        if (chosen == 0)
            return;
        if (count + Lanes > kept.Length)
            Grow();
        Span<double> lanes = stackalloc double[Lanes];
        slopes.CopyTo(lanes);
        for (; chosen != 0; chosen &= chosen - 1)
            kept[count++] = lanes[BitOperations.TrailingZeroCount(chosen)];
    }

    private void Grow()
    {
        double[] larger = ArrayPool<double>.Shared.Rent(2 * kept.Length);
        kept.AsSpan(0, count).CopyTo(larger);
        ArrayPool<double>.Shared.Return(kept);
        kept = larger;
    }
}
