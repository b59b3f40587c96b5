using System.Globalization;
using System.Text.RegularExpressions;

namespace BenchWorker;

/// <summary>A folder with initdb, pg_ctl and postgres of one version.</summary>
internal sealed partial record PostgresBinaries(string Folder, int Major)
{
    /// <summary>Older servers lack what the schema uses.</summary>
    public const int OldestMajor = 15;

    private static readonly string[] Programs = ["initdb", "pg_ctl", "postgres"];

    /// <summary>Glob patterns of the folders that the distributions, Homebrew, Postgres.app and the Windows installer use.</summary>
    private static readonly string[] UsualFolders =
    [
        "/usr/lib/postgresql/*/bin", "/usr/pgsql-*/bin", "/usr/local/pgsql/bin", "/opt/homebrew/opt/postgresql*/bin", "/usr/local/opt/postgresql*/bin",
        "/Applications/Postgres.app/Contents/Versions/*/bin", "C:/Program Files/PostgreSQL/*/bin",
    ];

    public string Program(string name) => Path.Combine(Folder, OperatingSystem.IsWindows() ? name + ".exe" : name);

    /// <summary>Every usable set of binaries on the machine, newest first.</summary>
    public static async Task<IReadOnlyList<PostgresBinaries>> FindAsync(CancellationToken ct)
    {
        string[] path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        var found = new List<PostgresBinaries>();
        foreach (string folder in path.Concat(UsualFolders.SelectMany(Expand)).Distinct(StringComparer.Ordinal))
        {
            if (await AtAsync(folder, ct) is { Major: >= OldestMajor } binaries)
                found.Add(binaries);
        }

        return [.. found.OrderByDescending(binaries => binaries.Major)];
    }

    /// <returns>Null when one of the programs is not there or does not tell its version.</returns>
    public static async Task<PostgresBinaries?> AtAsync(string folder, CancellationToken ct)
    {
        var binaries = new PostgresBinaries(folder, 0);
        if (!Programs.All(name => File.Exists(binaries.Program(name)))) return null;
        (int status, string output) = await ExternalProgram.RunAsync([binaries.Program("postgres"), "--version"], Path.GetTempPath(), ct);
        return status == 0 && Version().Match(output) is { Success: true } match
            ? binaries with { Major = int.Parse(match.Groups["major"].ValueSpan, CultureInfo.InvariantCulture) }
            : null;
    }

    private static IEnumerable<string> Expand(string pattern)
    {
        IEnumerable<string> folders = [pattern[..(pattern.IndexOf('/') + 1)]];
        foreach (string part in pattern.Split('/').Skip(1))
        {
            folders = part.Contains('*')
                ? folders.Where(Directory.Exists).SelectMany(folder => Directory.EnumerateDirectories(folder, part)).Order(StringComparer.Ordinal)
                : folders.Select(folder => Path.Combine(folder, part));
        }

        return folders.Where(Directory.Exists);
    }

    [GeneratedRegex(@"PostgreSQL\) (?<major>\d+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Version();
}
