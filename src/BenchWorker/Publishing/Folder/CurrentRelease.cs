namespace BenchWorker;

/// <summary>The name <c>current</c> in a target folder: a symbolic link to one release, replaced by one rename.</summary>
/// <remarks>Windows grants symbolic links only to some accounts. Where it refuses, <c>current</c> is a directory that is renamed away
/// before the new one is renamed in; readers may then miss it for about a millisecond.</remarks>
internal sealed class CurrentRelease(string root)
{
    private readonly string name = Path.Combine(root, "current");

    /// <summary>Directory of the release that readers see; null when there is none.</summary>
    /// <exception cref="PublishException">Something else bears the name.</exception>
    public string? Directory()
    {
        if (new DirectoryInfo(name).LinkTarget is { } target)
            return Path.Combine(root, target);
        if (!System.IO.Directory.Exists(name) && !File.Exists(name))
            return null;
        if (OperatingSystem.IsWindows())
            return name;
        throw new PublishException($"{name} is not a link that BenchWorker made; move it away or choose another folder.");
    }

    /// <param name="release">Directory of the new release, below the root.</param>
    public void Switch(string release)
    {
        string relative = Path.GetRelativePath(root, release);
        string staged = $"{name}.{Path.GetRandomFileName()}";
        try
        {
            System.IO.Directory.CreateSymbolicLink(staged, relative);
        }
        catch (Exception refused) when (OperatingSystem.IsWindows() && refused is IOException or UnauthorizedAccessException)
        {
            SwitchWithoutLinks(release);
            return;
        }

        PosixFile.Replace(staged, name);
        PosixFile.SyncDirectory(root);
    }

    private void SwitchWithoutLinks(string release)
    {
        string old = $"{name}.{Path.GetRandomFileName()}";
        if (System.IO.Directory.Exists(name))
            System.IO.Directory.Move(name, old);
        System.IO.Directory.Move(release, name);
        if (System.IO.Directory.Exists(old))
            System.IO.Directory.Delete(old, recursive: true);
    }
}
