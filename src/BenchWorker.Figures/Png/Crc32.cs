using System.Buffers.Binary;

namespace BenchWorker.Figures;

/// <summary>The checksum of PNG chunks (ISO 3309), four bytes a step.</summary>
internal static class Crc32
{
    private const uint Polynomial = 0xEDB88320;

    private static readonly uint[][] Tables = MakeTables();

    public static uint Of(ReadOnlySpan<byte> bytes)
    {
        uint crc = uint.MaxValue;
        for (; bytes.Length >= 4; bytes = bytes[4..])
        {
            crc ^= BinaryPrimitives.ReadUInt32LittleEndian(bytes);
            crc = Tables[3][crc & 255] ^ Tables[2][(crc >> 8) & 255] ^ Tables[1][(crc >> 16) & 255] ^ Tables[0][crc >> 24];
        }
        foreach (byte value in bytes)
            crc = Tables[0][(crc ^ value) & 255] ^ (crc >> 8);
        return ~crc;
    }

    /// <summary>Tables[k][b]: what byte b does to the checksum when k more bytes follow it in the same step.</summary>
    private static uint[][] MakeTables()
    {
        uint[][] tables = [new uint[256], new uint[256], new uint[256], new uint[256]];
        for (uint value = 0; value < 256; value++)
        {
            uint crc = value;
            for (int bit = 0; bit < 8; bit++)
                crc = (crc & 1) != 0 ? (crc >> 1) ^ Polynomial : crc >> 1;
            tables[0][value] = crc;
        }
        for (int k = 1; k < 4; k++)
        {
            for (int value = 0; value < 256; value++)
                tables[k][value] = (tables[k - 1][value] >> 8) ^ tables[0][tables[k - 1][value] & 255];
        }
        return tables;
    }
}
