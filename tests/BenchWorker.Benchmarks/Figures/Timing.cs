using System.IO.Compression;

namespace BenchWorker.Benchmarks;

/// <summary>Processor time of short pieces of work, which other programs on the machine disturb least.</summary>
internal static class Timing
{
    private const int FewestRepeats = 12, MostRepeats = 200;

    private static readonly TimeSpan Budget = TimeSpan.FromSeconds(2);

    /// <summary>The best of many repeats, after as many as the just-in-time compiler needs to be done.</summary>
    public static double BestCpuMs<T>(Func<T> work)
    {
        for (int warm = 0; warm < 30; warm++)
            work();
        double best = double.PositiveInfinity;
        TimeSpan start = Environment.CpuUsage.TotalTime;
        for (int i = 0; i < MostRepeats && (i < FewestRepeats || Environment.CpuUsage.TotalTime - start < Budget); i++)
        {
            TimeSpan before = Environment.CpuUsage.TotalTime;
            work();
            best = Math.Min(best, (Environment.CpuUsage.TotalTime - before).TotalMilliseconds);
        }

        return best;
    }

    public static int Gzipped(byte[] bytes)
    {
        using MemoryStream zipped = new();
        using (GZipStream gzip = new(zipped, CompressionLevel.SmallestSize))
            gzip.Write(bytes);
        return zipped.ToArray().Length;
    }
}
