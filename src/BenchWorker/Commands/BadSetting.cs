using System.Text.RegularExpressions;

namespace BenchWorker;

/// <summary>A setting whose text cannot be read as what it stands for, told as a sentence with the allowed values.</summary>
internal static partial class BadSetting
{
    /// <param name="exception">As the configuration binder throws it.</param>
    /// <returns>Null for any other exception.</returns>
    public static string? Describe(InvalidOperationException exception)
    {
        if (Conversion().Match(exception.Message) is not { Success: true } match)
            return null;
        (string value, string key, string type) = (match.Groups["value"].Value, match.Groups["key"].Value, match.Groups["type"].Value);
        string allowed = typeof(BadSetting).Assembly.GetType(type) is { IsEnum: true } choice ? $"one of {string.Join(", ", Enum.GetNames(choice))}" : Kind(type);
        return $"Setting {key} is \"{value}\"; it must be {allowed}.";
    }

    private static string Kind(string type) => type switch
    {
        "System.TimeSpan" => "a duration such as 00:00:10",
        "System.Boolean" => "true or false",
        "System.Int32" or "System.Int64" => "a whole number",
        "System.Double" => "a number",
        "System.Uri" => "an address such as https://example.org/",
        _ => $"readable as {type}",
    };

    [GeneratedRegex("^Failed to convert configuration value '(?<value>.*)' at '(?<key>[^']*)' to type '(?<type>[^']*)'", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Conversion();
}
