using System.Globalization;

namespace BenchWorker;

/// <summary>The account that runs Postgres when we are root, which Postgres refuses to be.</summary>
internal sealed record UnprivilegedAccount(string Name, int UserId, int GroupId)
{
    private static readonly string[] Preferred = ["postgres", "nobody"];

    public static bool IsRoot => !OperatingSystem.IsWindows() && Environment.IsPrivilegedProcess;

    /// <returns>Null when this process may run Postgres itself.</returns>
    public static UnprivilegedAccount? Needed()
    {
        if (!IsRoot) return null;
        ILookup<string, string[]> accounts = File.ReadLines("/etc/passwd").Select(line => line.Split(':'))
            .Where(fields => fields.Length >= 4).ToLookup(fields => fields[0], StringComparer.Ordinal);
        string[] account = Preferred.SelectMany(name => accounts[name]).FirstOrDefault()
            ?? throw new EmbeddedPostgresException("Postgres refuses to run as root, and there is neither an account postgres nor nobody to run it. Start benchworker as an ordinary user.");
        return new(account[0], int.Parse(account[2], CultureInfo.InvariantCulture), int.Parse(account[3], CultureInfo.InvariantCulture));
    }

    public IReadOnlyList<string> Wrap(IReadOnlyList<string> command) =>
    [
        "setpriv", "--reuid", UserId.ToString(CultureInfo.InvariantCulture), "--regid", GroupId.ToString(CultureInfo.InvariantCulture),
        "--clear-groups", .. command,
    ];

    /// <exception cref="EmbeddedPostgresException">An ancestor of the folder is closed to this account.</exception>
    public void RequireEntry(string folder)
    {
        for (DirectoryInfo? at = new(folder); at is not null; at = at.Parent)
        {
            if (at.Exists && !OperatingSystem.IsWindows() && !at.UnixFileMode.HasFlag(UnixFileMode.OtherExecute))
            {
                throw new EmbeddedPostgresException(
                    $"Postgres refuses to run as root, and the account {Name} that would run it cannot enter {at.FullName}. Name another folder (BenchWorker__Postgres__Folder), or start benchworker as an ordinary user.");
            }
        }
    }
}
