using Spectre.Console;

namespace BenchWorker;

/// <summary>Results go to standard output, everything else to standard error. Lines are never wrapped, so that people can copy and scripts can read them.</summary>
internal static class Terminal
{
    /// <summary>Width of tables where no terminal says its own.</summary>
    private const int RedirectedWidth = 200;

    public static IAnsiConsole Stdout { get; } = Create(Console.Out, Console.IsOutputRedirected);

    public static IAnsiConsole Stderr { get; } = Create(Console.Error, Console.IsErrorRedirected);

    public static void Error(string sentence)
    {
        Stderr.Markup("[red]error:[/] ");
        Console.Error.WriteLine(Printable(sentence));
    }

    public static void Warning(string sentence)
    {
        Stderr.Markup("[yellow]warning:[/] ");
        Console.Error.WriteLine(Printable(sentence));
    }

    public static void Note(string sentence) => Console.Error.WriteLine(Printable(sentence));

    public static void Result(string line) => Console.Out.WriteLine(Printable(line));

    /// <summary>Names come from databases and files; a control character in one must not move the cursor or clear the screen.</summary>
    public static string Printable(string text) =>
        text.Any(IsUnsafe) ? string.Concat(text.Select(static c => IsUnsafe(c) ? '\uFFFD' : c)) : text;

    private static bool IsUnsafe(char c) => char.IsControl(c) && c is not ('\n' or '\t');

    private static IAnsiConsole Create(TextWriter writer, bool redirected)
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = redirected ? AnsiSupport.No : AnsiSupport.Detect,
            ColorSystem = redirected ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
            Interactive = redirected ? InteractionSupport.No : InteractionSupport.Detect,
        });
        if (redirected)
            console.Profile.Width = RedirectedWidth;
        return console;
    }
}
