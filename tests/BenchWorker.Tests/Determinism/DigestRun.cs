using System.Diagnostics;

namespace BenchWorker.Tests.Determinism;

/// <summary>The digests as a process of its own computes them, under settings that a process can have only from its start.</summary>
internal static class DigestRun
{
    /// <param name="settings">NAME=value, separated by spaces.</param>
    /// <returns>The process's machine, then the lines of <see cref="Digests.Everything"/>.</returns>
    public static async Task<string[]> WithAsync(string settings, CancellationToken ct)
    {
        ProcessStartInfo start = new("dotnet", [typeof(DigestRun).Assembly.Location, Digests.Verb]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (string[] setting in settings.Split(' ').Select(static text => text.Split('=', 2)))
            start.Environment[setting[0]] = setting[1];
        using Process process = Process.Start(start) ?? throw new InvalidOperationException("The process did not start.");
        Task<string> errors = process.StandardError.ReadToEndAsync(ct);
        string output = await process.StandardOutput.ReadToEndAsync(ct);
        await process.WaitForExitAsync(ct);
        return process.ExitCode == 0
            ? output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            : throw new InvalidOperationException($"The process ended with {process.ExitCode}: {await errors}");
    }
}
