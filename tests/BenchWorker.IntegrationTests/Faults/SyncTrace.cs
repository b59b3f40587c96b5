using System.Text.RegularExpressions;

namespace BenchWorker.IntegrationTests;

/// <summary>Reads what strace saw of a publication, and says what a power cut at the moment of the switch could have taken from the new release.</summary>
internal sealed partial class SyncTrace(string site)
{
    /// <summary>Files and folders whose last change is not on the disk for certain, with the line of that change.</summary>
    private readonly Dictionary<string, int> unsynced = new(StringComparer.Ordinal);
    private readonly List<string> endangered = [];

    /// <summary>Whether <c>current</c> may come back from a power cut as what it named before.</summary>
    private bool switching;

    public int Switches { get; private set; }

    /// <summary>Files that were removed.</summary>
    public int Removals { get; private set; }

    /// <returns>A sentence for each file or folder that was not synced when <c>current</c> came to name it, and for each that was removed while <c>current</c> could still fall back.</returns>
    public IReadOnlyList<string> Read(IEnumerable<string> lines)
    {
        Dictionary<string, (string Call, int Began)> open = new(StringComparer.Ordinal);
        int number = 0;
        foreach (Match line in lines.Select(static line => Line().Match(line)))
        {
            number++;
            (string thread, string call) = (line.Groups["thread"].Value, line.Groups["call"].Value);
            if (call.EndsWith("<unfinished ...>", StringComparison.Ordinal))
            {
                open[thread] = (call, number);
                // What is being changed may be changed already; what is being synced is not synced yet.
                if (!call.StartsWith("fsync", StringComparison.Ordinal))
                    Take(call, number, number);
            }
            else if (call.StartsWith("<...", StringComparison.Ordinal) && open.Remove(thread, out (string Call, int Began) begun))
            {
                Take(begun.Call, begun.Began, number);
            }
            else
            {
                Take(call, number, number);
            }
        }

        return endangered;
    }

    private void Take(string text, int began, int number)
    {
        Match call = Call().Match(text);
        string[] paths = [.. Paths().Matches(text).Select(static path => path.Groups["path"].Value).Where(path => path.StartsWith(site, StringComparison.Ordinal))];
        if (paths.Length == 0)
            return;
        switch (call.Groups["name"].Value)
        {
            case "fsync" when unsynced.GetValueOrDefault(paths[0]) <= began:
                unsynced.Remove(paths[0]);
                switching &= paths[0] != site;
                break;
            case "unlink" or "rmdir" when IsOfRelease(paths[^1]):
                Removals++;
                if (switching)
                    endangered.Add($"{paths[^1]} was removed before the switch was synced.");
                break;
            case "write" or "pwrite64" or "ftruncate":
                unsynced[paths[0]] = number;
                break;
            case "open" or "openat" when text.Contains("O_CREAT", StringComparison.Ordinal) && !paths[0].EndsWith(".lock", StringComparison.Ordinal):
            case "mkdir" or "link" or "symlink":
                unsynced[Parent(paths[^1])] = number;
                break;
            case "rename":
                Rename(paths[0], paths[^1], number);
                break;
        }
    }

    private void Rename(string from, string to, int number)
    {
        if (to == $"{site}/current")
        {
            Switches++;
            switching = true;
            // The folder that holds the pointer itself is synced after the switch, and the one above belongs to others.
            endangered.AddRange(unsynced.Keys.Where(path => path.StartsWith($"{site}/", StringComparison.Ordinal) && path != $"{site}/snapshots").Select(static path => $"{path} was not synced before the switch."));
        }

        foreach ((string path, int line) in unsynced.Where(entry => entry.Key == from || entry.Key.StartsWith($"{from}/", StringComparison.Ordinal)).ToArray())
        {
            unsynced.Remove(path);
            unsynced[$"{to}{path[from.Length..]}"] = line;
        }

        unsynced[Parent(to)] = number;
    }

    /// <summary>Of one that readers saw, and not of one that was being made.</summary>
    private bool IsOfRelease(string path) => path.StartsWith($"{site}/releases/", StringComparison.Ordinal) && !path.Contains(".partial", StringComparison.Ordinal);

    private static string Parent(string path) => path[..path.LastIndexOf('/')];

    [GeneratedRegex("^(?<thread>[0-9]+) +(?<call>.*)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Line();

    [GeneratedRegex(@"^(?<name>\w+)\(", RegexOptions.ExplicitCapture)]
    private static partial Regex Call();

    /// <summary>Quoted, or beside the number of an open file.</summary>
    [GeneratedRegex("(\"(?<path>/[^\"]*)\"|<(?<path>/[^>]*)>)", RegexOptions.ExplicitCapture)]
    private static partial Regex Paths();
}
