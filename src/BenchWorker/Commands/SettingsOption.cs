using System.CommandLine;

namespace BenchWorker;

/// <summary><c>--set KEY=VALUE</c>: configuration on the command line, above environment and files.</summary>
internal static class SettingsOption
{
    private static readonly Option<string[]> Option = Recursive(KeyValueOption.Create(
        "--set", "KEY=VALUE", "A setting for this call, as in --set BenchWorker:Site:Folder=/srv/boards; may be repeated"));

    public static Option<string[]> Create() => Option;

    public static IReadOnlyDictionary<string, string?> Settings(this ParseResult parsed) =>
        KeyValueOption.Read(parsed, Option, StringComparer.OrdinalIgnoreCase).ToDictionary(static pair => pair.Key, static string? (pair) => pair.Value, StringComparer.OrdinalIgnoreCase);

    private static Option<string[]> Recursive(Option<string[]> option)
    {
        option.Recursive = true;
        return option;
    }
}
