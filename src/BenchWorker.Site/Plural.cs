using System.Globalization;

namespace BenchWorker.Site;

/// <summary>English nouns by number and as headings; the nouns are column names such as model, language, category.</summary>
internal static class Plural
{
    public static string Of(string noun) => noun switch
    {
        [.., 's' or 'x' or 'z'] => noun + "es",
        [.., 'c' or 's', 'h'] => noun + "es",
        [.., 'a' or 'e' or 'i' or 'o' or 'u', 'y'] => noun + "s",
        [.., 'y'] => noun[..^1] + "ies",
        _ => noun + "s",
    };

    public static string Capital(string noun) => noun.Length == 0 ? noun : char.ToUpperInvariant(noun[0]) + noun[1..];

    public static string Count(int count, string noun) => string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? noun : Of(noun))}");
}
