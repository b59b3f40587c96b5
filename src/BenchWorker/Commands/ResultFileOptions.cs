using System.CommandLine;

namespace BenchWorker;

/// <summary>How a file of results is read: options that every command that takes one has.</summary>
internal sealed class ResultFileOptions
{
    private readonly Option<bool> allowRejects;
    private readonly Option<string[]> sentinels = new("--sentinel") { Description = "A text or number that stands for \"missing\", such as -1; may be repeated", HelpName = "TEXT" };
    private readonly Option<string[]> columns = Pairs("--column", "The file's name of a standard column, as in --column value=main_score; may be repeated");
    private readonly Option<string[]> defaults = Pairs("--default", "What a standard column holds where the file has none, as in --default benchmark=MTEB; may be repeated");

    /// <param name="command">Gets the options.</param>
    /// <param name="rejects">What the command does with the good rows of a file that also has bad ones.</param>
    public ResultFileOptions(Command command, string rejects)
    {
        allowRejects = new("--allow-rejects") { Description = rejects };
        command.Add(allowRejects);
        command.Add(sentinels);
        command.Add(columns);
        command.Add(defaults);
    }

    public ImportOptions Read(ParseResult parsed) => new()
    {
        AllowRejects = parsed.GetValue(allowRejects),
        Sentinels = parsed.GetValue(sentinels) ?? [],
        Columns = KeyValueOption.Read(parsed, columns),
        Defaults = KeyValueOption.Read(parsed, defaults),
    };

    private static Option<string[]> Pairs(string name, string description) => KeyValueOption.Create(name, "COLUMN=TEXT", description);
}
