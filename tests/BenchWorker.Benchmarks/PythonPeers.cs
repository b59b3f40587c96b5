using System.Diagnostics;

namespace BenchWorker.Benchmarks;

/// <summary>matplotlib and seaborn on the same figures, where they are installed.</summary>
internal static class FigurePeers
{
    private static readonly string[] Pythons = ["/usr/bin/python3", "python3"];

    public static void Report()
    {
        string script = Path.Combine(AppContext.BaseDirectory, "Figures", "peers.py");
        foreach (string python in Pythons)
        {
            if (Output(python, script) is { } table)
            {
                Console.WriteLine(table);
                return;
            }
        }

        Console.WriteLine("No matplotlib and seaborn here to compare with: apt-get install python3-seaborn");
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
