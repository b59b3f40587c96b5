using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace BenchWorker;

/// <summary>The folder of a private server: <c>data</c> is the cluster, <c>run</c> holds the socket and the log.</summary>
/// <param name="Account">Who runs the server's programs; null for ourselves.</param>
internal sealed record EmbeddedCluster(string Root, PostgresBinaries Binaries, UnprivilegedAccount? Account)
{
    public const string User = "benchworker";

    private const string Included = "benchworker.conf";

    /// <summary>Limit of a Unix socket's path in bytes, on the strictest system.</summary>
    private const int LongestSocketPath = 103;

    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Safe only inside the folders that nobody but the server's account may enter.</summary>
    private const UnixFileMode ReadableByServer = OwnerOnly | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    public string Data => Path.Combine(Root, "data");

    public string Run => Path.Combine(Root, "run");

    public string Log => Path.Combine(Run, "server.log");

    public string PasswordFile => Path.Combine(Root, "password");

    /// <summary>Whether clients use a Unix socket; otherwise a loopback port with a password.</summary>
    public bool UsesSocket => !OperatingSystem.IsWindows() && Encoding.UTF8.GetByteCount(Path.Combine(Run, ".s.PGSQL.5432")) <= LongestSocketPath;

    /// <summary>Makes the cluster, completely or not at all: it is prepared beside its place and then moved there.</summary>
    public async Task CreateAsync(CancellationToken ct)
    {
        string unfinished = Data + ".new";
        if (Directory.Exists(unfinished)) Directory.Delete(unfinished, recursive: true);
        await MakeFolderAsync(unfinished, ct);
        string secret = RandomNumberGenerator.GetHexString(40);
        await WriteAsync(PasswordFile, secret, OwnerOnly, ct);
        string forInitdb = Path.Combine(Run, "password");
        await WriteAsync(forInitdb, secret, ReadableByServer, ct);
        try
        {
            await RequireAsync(
                "initdb",
                ["-D", unfinished, "-U", User, "--auth-local=trust", "--auth-host=scram-sha-256", $"--pwfile={forInitdb}", "-E", "UTF8", "--locale=C", "--no-sync", "--no-instructions"],
                ct);
        }
        finally
        {
            File.Delete(forInitdb);
        }

        await File.AppendAllTextAsync(Path.Combine(unfinished, "postgresql.conf"), $"\ninclude '{Included}'\n", ct);
        Directory.Move(unfinished, Data);
    }

    /// <summary>Writes the settings that the next start takes. The file belongs to us and is written anew each time.</summary>
    public Task ConfigureAsync(int port, bool durable, IReadOnlyDictionary<string, string> settings, CancellationToken ct)
    {
        var all = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["port"] = port.ToString(CultureInfo.InvariantCulture),
            ["listen_addresses"] = UsesSocket ? "" : "127.0.0.1",
            ["unix_socket_directories"] = UsesSocket ? Run : "",
            ["unix_socket_permissions"] = "0700",
            ["timezone"] = "UTC",
            ["log_timezone"] = "UTC",
        };
        if (!durable)
        {
            foreach (string name in (string[])["fsync", "synchronous_commit", "full_page_writes"]) all[name] = "off";
        }

        foreach ((string name, string value) in settings) all[name] = value;
        string text = string.Concat(all.Select(setting => $"{setting.Key} = '{setting.Value.Replace("'", "''", StringComparison.Ordinal)}'\n"));
        return WriteAsync(Path.Combine(Data, Included), text, ReadableByServer, ct);
    }

    /// <summary>Makes a folder that only the server's account may use.</summary>
    public async Task MakeFolderAsync(string folder, CancellationToken ct)
    {
        if (Account is null)
        {
            Directory.CreateDirectory(folder);
            if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(folder, OwnerOnly | UnixFileMode.UserExecute);
            return;
        }

        await RequireAsync(["install", "-d", "-m", "700", "-o", $"{Account.UserId}", "-g", $"{Account.GroupId}", folder], "The folder could not be given to the server's account", ct);
    }

    public Task RequireAsync(string program, IReadOnlyList<string> arguments, CancellationToken ct) =>
        RequireAsync(Command(program, arguments), $"{program} of Postgres {Binaries.Major} failed", ct);

    public IReadOnlyList<string> Command(string program, IReadOnlyList<string> arguments)
    {
        string[] command = [Binaries.Program(program), .. arguments];
        return Account?.Wrap(command) ?? command;
    }

    private static async Task WriteAsync(string path, string text, UnixFileMode mode, CancellationToken ct)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = mode;
        await using var stream = new FileStream(path, options);
        await stream.WriteAsync(Encoding.UTF8.GetBytes(text), ct);
    }

    private async Task RequireAsync(IReadOnlyList<string> command, string failure, CancellationToken ct)
    {
        (int status, string output) = await ExternalProgram.RunAsync(command, Root, ct);
        if (status != 0) throw new EmbeddedPostgresException($"{failure} in {Root} (status {status}): {output.Trim()}");
    }
}
