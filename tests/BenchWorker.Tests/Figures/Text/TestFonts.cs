using System.Buffers.Binary;
using System.Text;
using BenchWorker.Figures;

namespace BenchWorker.Tests.Figures;

/// <summary>Font files made or spoiled for tests.</summary>
internal static class TestFonts
{
    public static byte[] DejaVu()
    {
        using Stream stream = typeof(FontSet).Assembly.GetManifestResourceStream("DejaVuSans.ttf")!;
        byte[] bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    /// <summary>A font of 1000 units an em in which each given character is a square of 800 units, 1000 wide. Its map is of format 4.</summary>
    public static byte[] Squares(params char[] characters)
    {
        byte[] square = Words(1, 100, 0, 900, 800, 3, 0, 0x0101, 0x0101, 100, 0, 800, 0, 0, 800, 0, -800);
        return File(
            ("cmap", Words([0, 1, 3, 1, 0, 12, .. Format4(characters)])),
            ("glyf", square),
            ("head", Words(1, 0, 0, 0, 0, 0, 0x5F0F, 0x3CF5, 0, 1000, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)),
            ("hhea", Words(1, 0, 900, -200, 0, 1000, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1)),
            ("hmtx", Words(1000, 100)),
            ("loca", Words(0, 0, square.Length / 2)),
            ("maxp", Words(1, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)));
    }

    /// <summary>A collection whose fonts are the given files.</summary>
    public static byte[] Collection(params byte[][] files)
    {
        List<byte> bytes = [.. Encoding.ASCII.GetBytes("ttcf"), 0, 1, 0, 0, 0, 0, 0, (byte)files.Length];
        int at = 12 + (4 * files.Length);
        foreach (byte[] file in files)
        {
            bytes.AddRange(Long(at));
            at += file.Length;
        }
        foreach (byte[] file in files)
        {
            int start = bytes.Count;
            byte[] moved = [.. file];
            for (int entry = 12; entry < 12 + (16 * BinaryPrimitives.ReadUInt16BigEndian(file.AsSpan(4))); entry += 16)
                BinaryPrimitives.WriteInt32BigEndian(moved.AsSpan(entry + 8), BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(entry + 8)) + start);
            bytes.AddRange(moved);
        }
        return [.. bytes];
    }

    public static byte[] File(params (string Tag, byte[] Bytes)[] tables)
    {
        List<byte> file = [0, 1, 0, 0, 0, (byte)tables.Length, 0, 0, 0, 0, 0, 0];
        int at = 12 + (16 * tables.Length);
        foreach ((string tag, byte[] bytes) in tables)
        {
            file.AddRange([.. Encoding.ASCII.GetBytes(tag), 0, 0, 0, 0, .. Long(at), .. Long(bytes.Length)]);
            at += bytes.Length;
        }
        return [.. file, .. tables.SelectMany(table => table.Bytes)];
    }

    public static byte[] Words(params int[] values) => [.. values.SelectMany(value => new[] { (byte)(value >> 8), (byte)value })];

    private static byte[] Long(int value) => [(byte)(value >> 24), (byte)(value >> 16), (byte)(value >> 8), (byte)value];

    private static int[] Format4(char[] characters)
    {
        char[] sorted = [.. characters.Order()];
        int segments = sorted.Length + 1;
        return
        [
            4, 16 + (8 * segments), 0, 2 * segments, 0, 0, 0,
            .. sorted.Select(c => (int)c), 0xFFFF, 0,
            .. sorted.Select(c => (int)c), 0xFFFF,
            .. sorted.Select(c => 1 - c), 1,
            .. new int[segments],
        ];
    }
}
