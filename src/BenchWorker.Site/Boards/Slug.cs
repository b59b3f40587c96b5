using System.Security.Cryptography;
using System.Text;

namespace BenchWorker.Site;

/// <summary>Names as they stand in paths and URLs: whatever the name holds, the slug is a-z, 0-9 and hyphens, and two names never share one.</summary>
public static class Slug
{
    /// <summary>Readable part; with the hash a slug has at most 59 characters, below every file system's limit.</summary>
    private const int MaxReadable = 50;

    /// <summary>A name that is a slug already is kept; any other becomes its readable part and 8 hex digits of its SHA-256.</summary>
    public static string From(string name)
    {
        string readable = Readable(name);
        if (name.Length > 0 && string.Equals(readable, name, StringComparison.Ordinal))
            return name;
        string hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Encodable(name))).AsSpan(0, 4));
        return readable.Length == 0 ? hash : $"{readable}-{hash}";
    }

    /// <summary>Halves of surrogate pairs, which UTF-8 cannot tell apart, by their numbers.</summary>
    private static string Encodable(string name) => !name.Any(char.IsSurrogate) ? name : string.Concat(name.Select((c, i) =>
        !char.IsSurrogate(c) || char.IsSurrogatePair(name, i) || (i > 0 && char.IsSurrogatePair(name, i - 1)) ? c.ToString() : FormattableString.Invariant($"\\u{(int)c:x4}")));

    private static string Readable(string name)
    {
        StringBuilder slug = new(MaxReadable);
        foreach (char c in name)
        {
            if (slug.Length == MaxReadable)
                break;
            if (char.IsAsciiLetterOrDigit(c))
                slug.Append(char.ToLowerInvariant(c));
            else if (slug.Length > 0 && slug[^1] != '-')
                slug.Append('-');
        }

        return slug.ToString().TrimEnd('-');
    }
}
