using System.Diagnostics;

namespace BenchWorker.Benchmarks;

/// <summary>A real <c>benchworker run</c> as a process of its own, killed when disposed.</summary>
internal sealed class WorkerProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly TaskCompletionSource started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Process process;

    private WorkerProcess(ProcessStartInfo start)
    {
        process = new Process { StartInfo = start, EnableRaisingEvents = true };
        process.OutputDataReceived += (_, line) => Read(line.Data);
        process.ErrorDataReceived += (_, line) => Read(line.Data);
        process.Exited += (_, _) => started.TrySetException(new InvalidOperationException("The worker ended before it had started."));
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public double ResidentMegabytes
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64 / 1e6;
        }
    }

    public TimeSpan ProcessorTime
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <param name="run">The command <c>run</c> with its settings, and with logging at Information at least: its start is read there.</param>
    public static async Task<WorkerProcess> StartAsync(ProcessStartInfo run)
    {
        WorkerProcess worker = new(run);
        await worker.started.Task.WaitAsync(Patience);
        return worker;
    }

    public void Dispose()
    {
        process.Kill();
        process.WaitForExit();
        process.Dispose();
    }

    private void Read(string? line)
    {
        if (line?.Contains("Application started", StringComparison.Ordinal) == true)
            started.TrySetResult();
    }
}
