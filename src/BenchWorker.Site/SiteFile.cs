using System.Security.Cryptography;
using System.Text;

namespace BenchWorker.Site;

/// <summary>One file of the site.</summary>
public sealed record SiteFile
{
    private SiteFile(string path, ReadOnlyMemory<byte> content, string sha256) => (Path, Content, Sha256) = (path, content, sha256);

    /// <summary>Relative, with forward slashes; made of slugs and hashes, so that no name from the database reaches a file system.</summary>
    public string Path { get; }

    public ReadOnlyMemory<byte> Content { get; }

    /// <summary>64 lower-case hexadecimal digits.</summary>
    public string Sha256 { get; }

    public string ContentType => ContentTypes.Of(Path);

    public static SiteFile Of(string path, ReadOnlyMemory<byte> content) => new(path, content, Hash(content));

    /// <summary>UTF-8 without a byte order mark.</summary>
    public static SiteFile Of(string path, string text) => Of(path, Encoding.UTF8.GetBytes(text));

    /// <summary>A file whose name tells its content: <c>stem.3fa9c2d1e0b47a55.extension</c>. It may be cached for ever.</summary>
    public static SiteFile Hashed(string folder, string stem, string extension, ReadOnlyMemory<byte> content) =>
        Of($"{stem}.{extension}", content).Hashed(folder, stem);

    /// <summary>The same content under a name that tells it.</summary>
    public SiteFile Hashed(string folder, string stem) => new($"{folder}{stem}.{Sha256[..HashedPath.Digits]}{System.IO.Path.GetExtension(Path)}", Content, Sha256);

    private static string Hash(ReadOnlyMemory<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content.Span));
}
