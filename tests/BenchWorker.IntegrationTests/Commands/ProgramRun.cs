using System.Diagnostics;

namespace BenchWorker.IntegrationTests;

/// <summary>One call of the program in a process of its own, as a user or a script makes it.</summary>
internal sealed record ProgramRun(int Status, string Output, string Errors)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <param name="connection">What the environment says of the results database; null for nothing.</param>
    public static Task<ProgramRun> StartAsync(string? connection, DirectoryInfo folder, params string[] arguments) =>
        StartAsync(new Dictionary<string, string?> { ["ConnectionStrings__Results"] = connection }, folder, arguments);

    public static async Task<ProgramRun> StartAsync(IReadOnlyDictionary<string, string?> environment, DirectoryInfo folder, params string[] arguments)
    {
        ProcessStartInfo start = new("dotnet", [Path.Combine(AppContext.BaseDirectory, "benchworker.dll"), .. arguments])
        {
            WorkingDirectory = folder.FullName,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach ((string name, string? value) in environment)
            start.Environment[name] = value;
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> errors = process.StandardError.ReadToEndAsync();
        using CancellationTokenSource late = new(Patience);
        try
        {
            await process.WaitForExitAsync(late.Token);
        }
        catch (OperationCanceledException e)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"benchworker {string.Join(' ', arguments)} did not end in {Patience}.", e);
        }

        return new(process.ExitCode, await output, await errors);
    }
}
