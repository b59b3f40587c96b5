using System.ComponentModel;
using System.Diagnostics;
using Xunit;

namespace BenchWorker.IntegrationTests;

/// <summary>A checker from npm, installed once for all runs beside the system's other temporary files.</summary>
internal static class NpmTool
{
    private static readonly SemaphoreSlim Gate = new(1);

    /// <summary>Folder <c>node_modules</c> that holds the packages; skips the test where npm is missing or cannot install.</summary>
    /// <param name="packages">With versions.</param>
    public static async Task<string> InstallAsync(params string[] packages)
    {
        string prefix = Path.Combine(Path.GetTempPath(), "benchworker-npm", string.Join('_', packages).Replace('/', '-'));
        string modules = Path.Combine(prefix, "node_modules");
        await Gate.WaitAsync();
        try
        {
            if (Directory.Exists(modules))
                return modules;
            (int status, string output) = await RunAsync("npm", ["install", "--silent", "--no-audit", "--no-fund", "--ignore-scripts", "--prefix", prefix, .. packages]);
            Assert.SkipWhen(status != 0, $"npm could not install {string.Join(", ", packages)}: {output}");
            return modules;
        }
        catch (Win32Exception)
        {
            Assert.Skip("No npm here.");
            throw;
        }
        finally
        {
            Gate.Release();
        }
    }

    public static async Task<(int Status, string Output)> RunAsync(string program, IEnumerable<string> arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;
        Task<string> output = process.StandardOutput.ReadToEndAsync(), error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output + await error);
    }
}
