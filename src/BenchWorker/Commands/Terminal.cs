using Spectre.Console;

namespace BenchWorker;

/// <summary>Results go to standard output, everything else to standard error.</summary>
internal static class Terminal
{
    public static IAnsiConsole Stderr { get; } = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });

    public static void Error(string sentence) => Stderr.MarkupLineInterpolated($"[red]error:[/] {sentence}");

    public static void Note(string sentence) => Stderr.MarkupLineInterpolated($"[grey]{sentence}[/]");

    /// <summary>One line on standard output, as it is: no markup, no wrapping, so that scripts can read it.</summary>
    public static void Result(string line) => Console.Out.WriteLine(line);
}
