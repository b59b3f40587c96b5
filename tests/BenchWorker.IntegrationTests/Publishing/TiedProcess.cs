using System.Diagnostics;

namespace BenchWorker.IntegrationTests;

/// <summary>A program that ends with the tests, even when they are killed.</summary>
internal sealed class TiedProcess : IAsyncDisposable
{
    private readonly Process process;

    private TiedProcess(Process process) => this.process = process;

    public bool HasExited => process.HasExited;

    /// <param name="log">Gets what the program says.</param>
    /// <remarks>The kernel watches the thread that started a program, so one of its own does and waits.</remarks>
    public static Task<TiedProcess> StartAsync(string log, params string[] command)
    {
        TaskCompletionSource<TiedProcess> started = new(TaskCreationOptions.RunContinuationsAsynchronously);
        new Thread(() => Keep(log, command, started)) { IsBackground = true, Name = command[0] }.Start();
        return started.Task;
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
            process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private static void Keep(string log, string[] command, TaskCompletionSource<TiedProcess> started)
    {
        Process server = new() { StartInfo = new ProcessStartInfo("setpriv", ["--pdeathsig", "KILL", .. command]) { UseShellExecute = false, RedirectStandardError = true, RedirectStandardOutput = true } };
        try
        {
            server.Start();
        }
        catch (Exception e)
        {
            started.SetException(e);
            return;
        }

        server.OutputDataReceived += static (_, _) => { };
        server.BeginOutputReadLine();
        started.SetResult(new TiedProcess(server));
        using StreamWriter writer = new(log, append: true) { AutoFlush = true };
        try
        {
            while (server.StandardError.ReadLine() is { } line)
                writer.WriteLine(line);
            server.WaitForExit();
        }
        catch (Exception gone) when (gone is ObjectDisposedException or InvalidOperationException)
        {
            // Disposed by the owner while the last lines were read.
        }
    }
}
