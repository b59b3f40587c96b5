using System.Diagnostics;
using System.Runtime.InteropServices;

namespace BenchWorker.IntegrationTests;

/// <summary>What the kernel sends to a process.</summary>
internal enum Signal
{
    Interrupt = 2,
    Quit = 3,
    Kill = 9,
    Terminate = 15,
    Continue = 18,
    Stop = 19,
}

internal static partial class Signals
{
    public static void Send(this Process process, Signal signal)
    {
        if (Kill(process.Id, (int)signal) != 0)
            throw new InvalidOperationException($"Process {process.Id} did not take {signal}.");
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Kill(int process, int signal);
}
