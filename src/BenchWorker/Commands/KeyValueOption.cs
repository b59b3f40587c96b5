using System.CommandLine;

namespace BenchWorker;

/// <summary>Options of the form <c>KEY=VALUE</c> that may be repeated; the last of one key counts.</summary>
internal static class KeyValueOption
{
    public static Option<string[]> Create(string name, string form, string description)
    {
        Option<string[]> option = new(name) { Description = description, HelpName = form };
        option.Validators.Add(result =>
        {
            foreach (var token in result.Tokens)
            {
                if (token.Value.IndexOf('=', StringComparison.Ordinal) < 1)
                    result.AddError($"{name} takes {form}, and \"{token.Value}\" has nothing before a \"=\".");
            }
        });
        return option;
    }

    public static Dictionary<string, string> Read(ParseResult parsed, Option<string[]> option, StringComparer? keys = null)
    {
        Dictionary<string, string> pairs = new(keys ?? StringComparer.Ordinal);
        foreach (string[] pair in (parsed.GetValue(option) ?? []).Select(static text => text.Split('=', 2)))
            pairs[pair[0]] = pair[1];
        return pairs;
    }
}
