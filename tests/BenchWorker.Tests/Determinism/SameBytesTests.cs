using System.Globalization;
using BenchWorker.Analysis;
using Shouldly;
using Xunit;

namespace BenchWorker.Tests.Determinism;

/// <summary>Same input, same bytes: whatever the processor, the number of threads, the culture and the order of rows.</summary>
public sealed class SameBytesTests
{
    private static readonly Lazy<IReadOnlyList<string>> Here = new(Digests.Everything);

    /// <summary>Settings of the .NET runtime, or of the C library, and what the process must say that they did.</summary>
    [Theory]
    [InlineData("DOTNET_PROCESSOR_COUNT=1", "threads 1 ")]
    [InlineData("DOTNET_PROCESSOR_COUNT=3 DOTNET_EnableAVX512=0", "threads 3 avx512 False")]
    [InlineData("DOTNET_PROCESSOR_COUNT=8 DOTNET_EnableAVX2=0", "threads 8 avx512 False avx2 False")]
    [InlineData("DOTNET_EnableHWIntrinsic=0 GLIBC_TUNABLES=glibc.cpu.hwcaps=-FMA,-FMA4,-AVX2", "avx512 False avx2 False fma False")]
    public async Task Threads_and_vectors_change_no_byte(string settings, string machine)
    {
        string[] lines = await DigestRun.WithAsync(settings, TestContext.Current.CancellationToken);

        lines[0].ShouldContain(machine);
        lines[1..].ShouldBe(Here.Value);
    }

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("de-DE")]
    [InlineData("ar-SA")]
    public void The_culture_changes_no_byte(string culture)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        try
        {
            Digests.Boards(MadeUpBoards.Publish()).ShouldBeSubsetOf(Here.Value);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void The_order_of_rows_changes_no_byte(ulong seed) =>
        Digests.Boards(MadeUpBoards.Publish(rows => Shuffled(rows, seed))).ShouldBeSubsetOf(Here.Value);

    private static Result[] Shuffled(Result[] rows, ulong seed)
    {
        ulong[] keys = [.. rows.Select((_, k) => CounterRandom.Word(seed, 1, (ulong)k))];
        Array.Sort(keys, rows);
        return rows;
    }
}
