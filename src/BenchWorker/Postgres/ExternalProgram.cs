using System.ComponentModel;
using System.Diagnostics;

namespace BenchWorker;

/// <summary>Runs a program to its end, without a shell.</summary>
internal static class ExternalProgram
{
    /// <returns>The exit status, and what it wrote to both streams. Status 127 where the program does not exist.</returns>
    public static async Task<(int Status, string Output)> RunAsync(IReadOnlyList<string> command, string workingFolder, CancellationToken ct)
    {
        using var process = new Process { StartInfo = Describe(command, workingFolder) };
        try
        {
            process.Start();
        }
        catch (Win32Exception e)
        {
            return (127, e.Message);
        }

        process.StandardInput.Close();
        Task<string> output = process.StandardOutput.ReadToEndAsync(ct);
        Task<string> errors = process.StandardError.ReadToEndAsync(ct);
        try
        {
            await process.WaitForExitAsync(ct);
            return (process.ExitCode, await output + await errors);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    public static ProcessStartInfo Describe(IReadOnlyList<string> command, string workingFolder)
    {
        var start = new ProcessStartInfo(command[0], command.Skip(1))
        {
            WorkingDirectory = workingFolder,
            UseShellExecute = false,
            CreateNoWindow = true,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // The caller's own Postgres (PGDATA, PGPORT, ...) is none of this server's business.
        foreach (string name in start.Environment.Keys.Where(name => name.StartsWith("PG", StringComparison.Ordinal)).ToList())
            start.Environment.Remove(name);
        return start;
    }
}
