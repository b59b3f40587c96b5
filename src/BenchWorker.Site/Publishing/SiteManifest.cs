using System.Buffers;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace BenchWorker.Site;

/// <summary>The whole content of a published site: every file by hash, every board by entry. It knows no clock; the same results give the same manifest.</summary>
public sealed record SiteManifest
{
    public const string Path = "manifest.json";

    /// <summary>Raised when older manifests can no longer be read; such a site is written anew.</summary>
    public const int CurrentFormat = 1;

    public int Format { get; init; } = CurrentFormat;

    /// <summary>Of what all pages of the whole site depend on beside the boards; pages of another value are written anew.</summary>
    public string? Pages { get; init; }

    /// <summary>In ordinal order of path; the manifest itself and the release record are not among them.</summary>
    public required IReadOnlyList<ManifestFile> Files { get; init; }

    /// <summary>In the order of the index.</summary>
    public required IReadOnlyList<BoardEntry> Boards { get; init; }

    public BoardEntry? Find(string slug) => Boards.FirstOrDefault(board => board.Slug == slug);

    /// <summary>Of the canonical JSON; 64 lower-case hexadecimal digits.</summary>
    public string Hash() => Convert.ToHexStringLower(SHA256.HashData(ToJson()));

    public byte[] ToJson() => ManifestJson.Bytes(this, ManifestJson.Default.SiteManifest);

    /// <returns>Null when the text is of another format and says nothing about what is published.</returns>
    /// <exception cref="JsonException">The text is not a manifest.</exception>
    public static SiteManifest? Parse(ReadOnlySpan<byte> json)
    {
        JsonFormat? format = JsonSerializer.Deserialize(json, ManifestJson.Default.JsonFormat);
        return format?.Format == CurrentFormat ? JsonSerializer.Deserialize(json, ManifestJson.Default.SiteManifest) : null;
    }
}

public sealed record ManifestFile(string Path, string Sha256, int Length);

internal sealed record JsonFormat(int Format);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(SiteManifest))]
[JsonSerializable(typeof(JsonFormat))]
[JsonSerializable(typeof(Release))]
internal sealed partial class ManifestJson : JsonSerializerContext
{
    /// <remarks>Grown in a buffer of its own: the serializer's own way grows through shared pooled arrays, and those of a site of a thousand boards,
    /// a hundred megabytes in all, would stay with the process.</remarks>
    public static byte[] Bytes<T>(T value, JsonTypeInfo<T> type)
    {
        ArrayBufferWriter<byte> bytes = new();
        using (Utf8JsonWriter json = new(bytes))
            JsonSerializer.Serialize(json, value, type);
        return bytes.WrittenSpan.ToArray();
    }
}
