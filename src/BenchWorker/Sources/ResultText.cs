using System.Globalization;
using System.Text;
using BenchWorker.Analysis;

namespace BenchWorker;

/// <summary>Reads the fields of the long result columns from text. Every method answers null when the text is fine, else why not, as the end of a sentence.</summary>
internal static class ResultText
{
    /// <summary>Of a name in UTF-8, as the database's constraints have it.</summary>
    public const int LongestName = 1024;

    public const int LongestSampleId = 512;

    /// <summary>Bare numbers are times only where they can be nothing else: 1973 in seconds to 5138 in milliseconds.</summary>
    private const double FirstEpoch = 1e8;

    private const double MillisecondsFrom = 1e11;

    private const double LastEpoch = 1e14;

    private static readonly string[] TimeFormats =
    [
        "yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd HH:mm:ss.FFFFFFFK", "yyyy-MM-dd HH:mmK", "yyyy-MM-dd HH:mm:ss.FFFFFFFzz",
    ];

    /// <param name="value">Finite, or NaN exactly when <paramref name="missing"/> is set.</param>
    public static string? Value(string text, out double value, out MissingReason? missing)
    {
        ReadOnlySpan<char> number = text.AsSpan().Trim();
        (value, missing) = (double.NaN, null);
        if (number.IsEmpty)
        {
            missing = MissingReason.NotRun;
            return null;
        }

        if (IsNonFinite(number))
        {
            missing = MissingReason.NonFinite;
            return null;
        }

        if (!double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out value)) return $"value {Quote(text)} is not a number";
        return double.IsFinite(value) ? null : $"value {Quote(text)} is beyond the range of a 64-bit number";
    }

    /// <param name="error">Null when the text is empty or NaN: unknown.</param>
    public static string? StandardError(string text, out double? error)
    {
        error = null;
        ReadOnlySpan<char> number = text.AsSpan().Trim();
        if (number.IsEmpty || number.Equals("nan", StringComparison.OrdinalIgnoreCase)) return null;
        if (!double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out double parsed) || !double.IsFinite(parsed) || parsed < 0)
            return $"stderr {Quote(text)} is not a number of 0 or more";
        error = parsed;
        return null;
    }

    public static string? Count(string text, out long? count)
    {
        count = null;
        ReadOnlySpan<char> number = text.AsSpan().Trim();
        if (number.IsEmpty) return null;
        if (long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out long whole))
            count = whole;
        else if (double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out double parsed) && parsed is >= 0 and < 1L << 53 && double.IsInteger(parsed))
            count = (long)parsed;
        return count is null ? $"n {Quote(text)} is not a whole number of 0 or more" : null;
    }

    public static string? HigherIsBetter(string text, out bool? higher)
    {
        higher = text.Trim() switch
        {
            "1" or "t" or "true" or "True" or "TRUE" => true,
            "0" or "f" or "false" or "False" or "FALSE" => false,
            _ => null,
        };
        return higher is null && !string.IsNullOrWhiteSpace(text) ? $"higher_is_better {Quote(text)} is not 1, 0 or empty" : null;
    }

    /// <param name="time">In UTC; a text without a zone is UTC, a bare number is seconds or milliseconds since 1970.</param>
    public static string? Time(string text, out DateTimeOffset? time)
    {
        time = null;
        ReadOnlySpan<char> given = text.AsSpan().Trim();
        if (given.IsEmpty) return null;
        if (double.TryParse(given, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double epoch) && epoch is >= FirstEpoch and < LastEpoch)
        {
            time = DateTimeOffset.UnixEpoch + (epoch < MillisecondsFrom ? TimeSpan.FromSeconds(epoch) : TimeSpan.FromMilliseconds(epoch));
            return null;
        }

        if (!DateTimeOffset.TryParseExact(given, TimeFormats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out DateTimeOffset parsed))
            return $"run_at {Quote(text)} is not a date or time such as 2026-01-31 or 2026-01-31T12:00:00Z";
        time = parsed;
        return null;
    }

    /// <param name="required">Whether a name of nothing but blanks is refused.</param>
    public static string? Name(string column, string text, bool required, int longest = LongestName)
    {
        if (required && string.IsNullOrWhiteSpace(text)) return $"{column} is empty";
        if (text.Contains('\0', StringComparison.Ordinal)) return $"{column} holds a NUL character";
        return text.Length * 3 > longest && Encoding.UTF8.GetByteCount(text) > longest
            ? $"{column} is {Encoding.UTF8.GetByteCount(text)} bytes long; at most {longest} are stored"
            : null;
    }

    private static bool IsNonFinite(ReadOnlySpan<char> text)
    {
        ReadOnlySpan<char> name = text[0] is '+' or '-' ? text[1..] : text;
        return name.Equals("nan", StringComparison.OrdinalIgnoreCase) || name.Equals("inf", StringComparison.OrdinalIgnoreCase)
            || name.Equals("infinity", StringComparison.OrdinalIgnoreCase);
    }

    private static string Quote(string text) => text.Length > 40 ? $"\"{text[..40]}...\"" : $"\"{text}\"";
}
