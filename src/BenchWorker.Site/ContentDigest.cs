using System.Security.Cryptography;

namespace BenchWorker.Site;

/// <summary>A hash of values as they are written. They are never together in memory: those of one large board would be tens of megabytes.</summary>
internal static class ContentDigest
{
    private const int BufferBytes = 1 << 16;

    /// <returns>32 lower-case hexadecimal digits.</returns>
    public static string Of(Action<BinaryWriter> write)
    {
        using SHA256 hash = SHA256.Create();
        using (BinaryWriter writer = new(new BufferedStream(new CryptoStream(Stream.Null, hash, CryptoStreamMode.Write), BufferBytes)))
            write(writer);
        return Convert.ToHexStringLower(hash.Hash.AsSpan(0, 16));
    }
}
