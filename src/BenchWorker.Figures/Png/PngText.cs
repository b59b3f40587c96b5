using System.Buffers;
using System.Text;

namespace BenchWorker.Figures;

/// <summary>Writes a text chunk: tEXt where Latin-1 says it all, else iTXt in UTF-8.</summary>
internal static class PngText
{
    /// <param name="keyword">One of those the format registers, in Latin-1, for example "Title".</param>
    public static void Write(ArrayBufferWriter<byte> png, string keyword, string text)
    {
        string shown = string.Join('\n', text.ReplaceLineEndings("\n").Split('\n').Select(DisplayText.Of));
        if (shown.Length == 0)
            return;
        if (shown.All(c => c <= '\u00FF'))
            PngWriter.Chunk(png, "tEXt"u8, [.. Encoding.Latin1.GetBytes(keyword), 0, .. Encoding.Latin1.GetBytes(shown)]);
        else
            PngWriter.Chunk(png, "iTXt"u8, [.. Encoding.Latin1.GetBytes(keyword), 0, 0, 0, 0, 0, .. Encoding.UTF8.GetBytes(shown)]);
    }
}
