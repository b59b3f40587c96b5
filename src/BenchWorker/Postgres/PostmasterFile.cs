using System.Diagnostics;
using System.Globalization;

namespace BenchWorker;

/// <summary>What a running server wrote into <c>postmaster.pid</c> of its data folder.</summary>
/// <param name="Ready">Accepts connections.</param>
/// <param name="Folder">The data folder as the server names it.</param>
internal sealed record PostmasterFile(int ProcessId, string Folder, int Port, string? SocketFolder, string? Address, bool Ready)
{
    public const string Name = "postmaster.pid";

    /// <returns>Null when there is no such file, or the server has not yet written all of it.</returns>
    public static PostmasterFile? Read(string dataFolder)
    {
        string[] lines;
        try
        {
            lines = File.ReadAllLines(Path.Combine(dataFolder, Name));
        }
        catch (IOException)
        {
            return null;
        }

        return lines.Length >= 6 && int.TryParse(lines[0], CultureInfo.InvariantCulture, out int pid) && int.TryParse(lines[3], CultureInfo.InvariantCulture, out int port)
            ? new(pid, lines[1], port, NullIfEmpty(lines[4]), NullIfEmpty(lines[5]), lines.Length >= 8 && lines[7].AsSpan().Trim() is "ready")
            : null;
    }

    /// <summary>Whether the process still lives and is a server of this very folder: process ids are used again after a restart of the machine.</summary>
    public bool IsAlive()
    {
        try
        {
            string commandLine = $"/proc/{ProcessId}/cmdline";
            if (OperatingSystem.IsLinux())
                return File.ReadAllText(commandLine).Split('\0').Contains(Folder, StringComparer.Ordinal);
            using var process = Process.GetProcessById(ProcessId);
            return process.ProcessName.StartsWith("postgres", StringComparison.OrdinalIgnoreCase);
        }
        catch (Exception e) when (e is IOException or ArgumentException or InvalidOperationException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static string? NullIfEmpty(string line) => line.Trim() is { Length: > 0 } text ? text : null;
}
