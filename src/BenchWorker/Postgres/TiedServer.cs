using System.ComponentModel;
using System.Diagnostics;

namespace BenchWorker;

/// <summary>A server that the kernel interrupts when this process dies, even by kill -9.</summary>
internal static class TiedServer
{
    /// <remarks>
    /// The kernel watches the thread that started the server, not the process. So a thread of its own starts it and then waits for it to end.
    /// </remarks>
    /// <returns>Null where setpriv is not installed.</returns>
    public static Task<Process?> TryStartAsync(EmbeddedCluster cluster)
    {
        IReadOnlyList<string> server = cluster.Command("postgres", ["-D", cluster.Data]);
        string[] tied = cluster.Account is null
            ? ["setpriv", "--pdeathsig", "INT", .. server]
            : [server[0], "--pdeathsig", "INT", .. server.Skip(1)];
        var started = new TaskCompletionSource<Process?>(TaskCreationOptions.RunContinuationsAsynchronously);
        var keeper = new Thread(() => Keep(ExternalProgram.Describe(tied, cluster.Root), cluster.Log, started)) { IsBackground = true, Name = "embedded Postgres" };
        keeper.Start();
        return started.Task;
    }

    private static void Keep(ProcessStartInfo start, string log, TaskCompletionSource<Process?> started)
    {
        var process = new Process { StartInfo = start };
        try
        {
            process.Start();
        }
        catch (Win32Exception)
        {
            started.SetResult(null);
            return;
        }

        started.SetResult(process);
        using var writer = new StreamWriter(log, append: true) { AutoFlush = true };
        // A later start may run under another account; the folder is closed to everyone else.
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(log, (UnixFileMode)0b110_110_110);
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        while (process.StandardError.ReadLine() is { } line) writer.WriteLine(line);
        process.WaitForExit();
    }
}
