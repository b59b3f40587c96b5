using System.Globalization;

namespace BenchWorker.Figures;

/// <summary>Where the tables of a font lie in its file: one font, or a collection (.ttc) of several that share tables.</summary>
/// <remarks>OpenType specification, "Organization of an OpenType Font".</remarks>
internal sealed class FontDirectory
{
    private const uint TrueType = 0x00010000;
    private const uint AppleTrueType = 0x74727565; // "true"
    private const uint CompactOutlines = 0x4F54544F; // "OTTO"
    private const uint Collection = 0x74746366; // "ttcf"
    private const int MaxFacesInCollection = 256;

    private readonly Dictionary<string, FontTable> tables = new(StringComparer.Ordinal);

    private FontDirectory(FontTable file, int start)
    {
        uint format = file.UInt32(start);
        if (format == CompactOutlines)
            throw new InvalidDataException("The font holds PostScript outlines (CFF); give a TrueType font (.ttf, or a .ttc of those).");
        if (format is not (TrueType or AppleTrueType))
            throw new InvalidDataException(string.Create(CultureInfo.InvariantCulture, $"The file is no TrueType font: it begins with {format:x8}."));
        int count = file.UInt16(start + 4);
        for (int i = 0; i < count; i++)
        {
            int entry = start + 12 + (16 * i);
            string tag = string.Create(4, (file, entry), static (name, at) =>
            {
                for (int k = 0; k < 4; k++)
                    name[k] = (char)at.file.Byte(at.entry + k);
            });
            tables[tag] = file.Slice(file.Offset32(entry + 8), file.Offset32(entry + 12));
        }
    }

    /// <exception cref="InvalidDataException">The font lacks this table.</exception>
    public FontTable this[string tag] => Find(tag) ?? throw new InvalidDataException(
        tag is "glyf" or "loca"
            ? $"The font has no table \"{tag}\", so it holds no TrueType outlines; give a TrueType font (.ttf, or a .ttc of those)."
            : $"The font is incomplete: it has no table \"{tag}\".");

    public FontTable? Find(string tag) => tables.TryGetValue(tag, out FontTable table) ? table : null;

    /// <summary>The fonts in a file; one, unless it is a collection.</summary>
    /// <exception cref="InvalidDataException">Not a TrueType file, or a damaged one.</exception>
    public static IReadOnlyList<FontDirectory> ReadAll(ReadOnlyMemory<byte> bytes)
    {
        var file = new FontTable("file", bytes);
        if (file.UInt32(0) != Collection)
            return [new FontDirectory(file, 0)];
        int count = file.Offset32(8);
        if (count is < 1 or > MaxFacesInCollection)
            throw new InvalidDataException(string.Create(CultureInfo.InvariantCulture, $"The font collection says it holds {count} fonts; 1 to {MaxFacesInCollection} are read."));
        return [.. Enumerable.Range(0, count).Select(i => new FontDirectory(file, file.Offset32(12 + (4 * i))))];
    }
}
