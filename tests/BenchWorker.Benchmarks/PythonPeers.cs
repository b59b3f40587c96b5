using System.Diagnostics;

namespace BenchWorker.Benchmarks;

/// <summary>What Python's libraries take for the same work, where they are installed.</summary>
internal static class PythonPeers
{
    private static readonly string[] Pythons = ["/usr/bin/python3", "python3"];

    /// <param name="folder">Of the benchmark, which holds a script that prints a table.</param>
    /// <param name="package">To install where the script cannot run.</param>
    public static void Report(string folder, string package)
    {
        string script = Path.Combine(AppContext.BaseDirectory, folder, "peers.py");
        foreach (string python in Pythons)
        {
            if (Output(python, script) is { } table)
            {
                Console.WriteLine(table);
                return;
            }
        }

        Console.WriteLine($"Nothing here to compare with: apt-get install {package}");
    }

    private static string? Output(string python, string script)
    {
        try
        {
            using Process? process = Process.Start(new ProcessStartInfo(python, [script]) { RedirectStandardOutput = true, UseShellExecute = false });
            if (process is null)
                return null;
            string output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0 ? output.TrimEnd() : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }
}
