using System.Globalization;
using System.Runtime.InteropServices;
using Shouldly;
using Xunit;

namespace BenchWorker.Tests;

public sealed class NativeHeapTests
{
    private const int Blocks = 4096, BlockBytes = 16 * 1024;

    /// <summary>Other tests of the same process take and give memory meanwhile; they do not hide it five times in a row.</summary>
    private const int Attempts = 5;

    [Fact]
    public void What_was_freed_in_the_native_heap_goes_back_to_the_system()
    {
        Assert.SkipUnless(NativeHeap.CanTrim, "Only glibc keeps what is freed.");

        Enumerable.Range(0, Attempts).ShouldContain(static _ => GivenBack() > (long)Blocks * BlockBytes / 2);
    }

    /// <returns>Bytes.</returns>
    private static long GivenBack()
    {
        nint[] blocks = [.. Enumerable.Range(0, Blocks).Select(static _ => Filled())];
        // The last block stays, so that the heap cannot shrink from its end by itself.
        foreach (nint block in blocks[..^1])
            Marshal.FreeHGlobal(block);
        long held = Resident();
        NativeHeap.Trim();
        long trimmed = Resident();
        Marshal.FreeHGlobal(blocks[^1]);
        return held - trimmed;
    }

    private static nint Filled()
    {
        nint block = Marshal.AllocHGlobal(BlockBytes);
        for (int i = 0; i < BlockBytes; i += 1024)
            Marshal.WriteByte(block, i, 1);
        return block;
    }

    /// <summary>Anonymous memory, in bytes, as the kernel counts it now.</summary>
    private static long Resident() =>
        long.Parse(File.ReadLines("/proc/self/status").First(static line => line.StartsWith("RssAnon", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture) * 1024;
}
