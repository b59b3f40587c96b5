using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace BenchWorker.Benchmarks;

/// <summary>The program as it ships: published, compiled ahead, in a folder of its own.</summary>
internal sealed class PublishedProgram : IDisposable
{
    private readonly bool own;

    private PublishedProgram(string folder, bool own) => (Folder, this.own) = (folder, own);

    public string Folder { get; }

    /// <param name="folder">Where it was published to before; null publishes it into a new folder, as deploy/Dockerfile does.</param>
    public static async Task<PublishedProgram> FindAsync(string? folder)
    {
        if (folder is not null)
            return new PublishedProgram(Path.GetFullPath(folder), own: false);
        PublishedProgram program = new(Directory.CreateTempSubdirectory("bench-program-").FullName, own: true);
        string[] arguments = ["publish", Project(), "-c", "Release", "--use-current-runtime", "--self-contained", "false", "-p:PublishReadyToRun=true", "-o", program.Folder, "-v", "quiet", "--nologo"];
        using Process publish = Process.Start(new ProcessStartInfo("dotnet", arguments) { UseShellExecute = false }) ?? throw new InvalidOperationException("dotnet publish could not be started.");
        await publish.WaitForExitAsync();
        return publish.ExitCode == 0 ? program : throw new InvalidOperationException($"dotnet publish ended with status {publish.ExitCode}.");
    }

    public ProcessStartInfo Start(string command, params IEnumerable<string> arguments) =>
        new(Path.Combine(Folder, OperatingSystem.IsWindows() ? "benchworker.exe" : "benchworker"), [command, .. arguments]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };

    public void Dispose()
    {
        if (own)
            Directory.Delete(Folder, recursive: true);
    }

    private static string Project([CallerFilePath] string path = "") => Path.GetFullPath(Path.Combine(path, "..", "..", "..", "..", "src", "BenchWorker"));
}
