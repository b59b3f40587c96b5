using System.Diagnostics;
using System.Globalization;

namespace BenchWorker.IntegrationTests;

/// <summary>The postmaster of a test's own server.</summary>
internal static class ServerProcess
{
    /// <summary>Sends it the signal and waits for its end.</summary>
    /// <param name="folder">Of the <see cref="EmbeddedPostgres"/>.</param>
    public static async Task StopAsync(DirectoryInfo folder, Signal signal)
    {
        int id = int.Parse(File.ReadLines(Path.Combine(folder.FullName, "data", "postmaster.pid")).First(), CultureInfo.InvariantCulture);
        using Process postmaster = Process.GetProcessById(id);
        postmaster.Send(signal);
        await postmaster.WaitForExitAsync();
    }
}
