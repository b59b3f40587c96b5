using System.Diagnostics;
using System.Text;

namespace BenchWorker.IntegrationTests;

/// <summary>A real <c>benchworker run</c>, as a process of its own. It is killed when the test ends.</summary>
internal sealed class WorkerProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process process;
    private readonly StringBuilder log = new();
    private readonly TaskCompletionSource started = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private WorkerProcess(Process process)
    {
        this.process = process;
        process.ErrorDataReceived += (_, line) => Read(line.Data);
        process.OutputDataReceived += (_, line) => Read(line.Data);
        process.EnableRaisingEvents = true;
        process.Exited += (_, _) => started.TrySetException(new InvalidOperationException($"The worker ended: {Log}"));
        process.Start();
        process.BeginErrorReadLine();
        process.BeginOutputReadLine();
    }

    public int Id => process.Id;

    public long ResidentBytes
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64;
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

    /// <summary>Everything the process wrote so far.</summary>
    public string Log
    {
        get
        {
            lock (log) return log.ToString();
        }
    }

    /// <summary>Starts the program and does not wait for it.</summary>
    /// <param name="settings">KEY=VALUE, as for <c>--set</c>.</param>
    /// <param name="environment">Variables of the process beside those of the test.</param>
    public static WorkerProcess Launch(IEnumerable<string> command, IEnumerable<string> settings, IReadOnlyDictionary<string, string>? environment = null)
    {
        ProcessStartInfo start = new("dotnet") { UseShellExecute = false, RedirectStandardError = true, RedirectStandardOutput = true };
        start.ArgumentList.Add(typeof(BenchSchema).Assembly.Location);
        foreach (string word in command)
            start.ArgumentList.Add(word);
        foreach (string setting in settings)
        {
            start.ArgumentList.Add("--set");
            start.ArgumentList.Add(setting);
        }

        start.Environment["DOTNET_TieredPGO"] = "0";
        foreach ((string name, string value) in environment ?? new Dictionary<string, string>())
            start.Environment[name] = value;
        return new WorkerProcess(new Process { StartInfo = start });
    }

    /// <summary>Ends when the host says that it runs.</summary>
    public async Task<WorkerProcess> StartedAsync()
    {
        await started.Task.WaitAsync(Patience);
        return this;
    }

    /// <summary>Ends when the process has written the text.</summary>
    public async Task SaysAsync(string text)
    {
        long began = Stopwatch.GetTimestamp();
        while (!Log.Contains(text, StringComparison.Ordinal))
        {
            if (Stopwatch.GetElapsedTime(began) > Patience)
                throw new TimeoutException($"The worker does not say \"{text}\": {Log}");
            await Task.Delay(10);
        }
    }

    public void Kill() => process.Kill();

    public void Send(Signal signal) => process.Send(signal);

    /// <returns>The exit code.</returns>
    public async Task<int> EndAsync()
    {
        await process.WaitForExitAsync().WaitAsync(Patience);
        return process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill();
            await process.WaitForExitAsync();
        }

        process.Dispose();
    }

    private void Read(string? line)
    {
        if (line is null) return;
        lock (log) log.AppendLine(line);
        if (line.Contains("Application started", StringComparison.Ordinal)) started.TrySetResult();
    }
}
