using System.CommandLine;

namespace BenchWorker;

/// <summary><c>--set KEY=VALUE</c>: configuration on the command line, above environment and files.</summary>
internal static class SettingsOption
{
    private const string Name = "--set";

    public static Option<string[]> Create()
    {
        Option<string[]> option = new(Name)
        {
            Description = "A setting for this call, as in --set BenchWorker:Site:Folder=/srv/boards; may be repeated",
            HelpName = "KEY=VALUE",
            Recursive = true,
        };
        option.Validators.Add(result =>
        {
            foreach (var token in result.Tokens)
            {
                if (token.Value.IndexOf('=', StringComparison.Ordinal) < 1)
                    result.AddError($"--set takes KEY=VALUE, and \"{token.Value}\" has no key or no \"=\".");
            }
        });
        return option;
    }

    public static IReadOnlyDictionary<string, string?> Settings(this ParseResult parsed) =>
        (parsed.GetValue<string[]>(Name) ?? []).Select(static setting => setting.Split('=', 2)).ToDictionary(static pair => pair[0], static string? (pair) => pair[1], StringComparer.OrdinalIgnoreCase);
}
