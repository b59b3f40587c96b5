using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace BenchWorker.Analysis;

/// <summary>Sixteen hexadecimal digits that stand for values which a document does not print one by one; any change to any of them gives others.</summary>
internal static class Fingerprint
{
    /// <param name="values">NaN where missing, whatever its bits; the order counts.</param>
    public static string Of(ReadOnlySpan<double> values) => Convert.ToHexStringLower(SHA256.HashData(MemoryMarshal.AsBytes(values)).AsSpan(0, 8));
}
