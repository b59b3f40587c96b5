using System.CommandLine;
using System.CommandLine.Parsing;
using Spectre.Console;

namespace BenchWorker;

/// <summary>The program as people and scripts call it.</summary>
public static class CommandLine
{
    /// <summary>Longer than the worker's host takes at most to stop, and below the 30 seconds that container platforms give before they kill.
    /// On its own the parser would end a command two seconds after SIGTERM or Ctrl+C, claims and transactions still open.</summary>
    private static readonly TimeSpan TerminationTimeout = TimeSpan.FromSeconds(28);

    /// <summary>Parses, runs and turns every failure into a sentence and an exit status.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        ParseResult parsed = Root().Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
                Terminal.Error(error.Message);
            Terminal.Error($"\"{CommandPath(parsed.CommandResult)} --help\" shows how it is used.");
            return ExitStatus.WrongUse;
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = TerminationTimeout });
        }
        catch (OperationCanceledException)
        {
            return ExitStatus.Interrupted;
        }
        catch (Exception e) when (Failure.Describe(e) is { } sentence)
        {
            Terminal.Error(sentence);
            return ExitStatus.Failed;
        }
        catch (Exception e)
        {
            Terminal.Stderr.WriteException(e, ExceptionFormats.ShortenPaths);
            return ExitStatus.Failed;
        }
    }

    /// <summary>As it is typed: the program, the command, the command within it.</summary>
    private static string CommandPath(CommandResult result) =>
        result.Parent is CommandResult outer ? $"{CommandPath(outer)} {result.Command.Name}" : "benchworker";

    private static RootCommand Root() => new("Publishes benchmark results from a Postgres database as heatmaps, rankings and pages.")
    {
        DemoCommand.Create(),
        RunCommand.Create(),
        PublishCommand.Create(),
        ImportCommand.Create(),
        RenderCommand.Create(),
        VerifyCommand.Create(),
        RequestCommand.Create(),
        StatusCommand.Create(),
        CheckCommand.Create(),
        MigrateCommand.Create(),
        InvalidateCommand.Create(),
        SettingsOption.Create(),
    };
}
