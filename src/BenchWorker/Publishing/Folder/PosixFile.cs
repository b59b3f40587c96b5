using System.ComponentModel;
using System.Runtime.InteropServices;
using System.Text;

namespace BenchWorker;

/// <summary>The file operations that an atomic switch needs and that the runtime does not offer. On Windows they fall back to what there is.</summary>
internal static class PosixFile
{
    private const int ReadOnly = 0;

    /// <summary>Gives a file a second name; where the file system cannot, copies it.</summary>
    public static void LinkOrCopy(string existing, string name)
    {
        if (OperatingSystem.IsWindows() || Native.Link(Utf8(existing), Utf8(name)) != 0)
            File.Copy(existing, name);
    }

    /// <summary>Renames over whatever bears the new name, in one step; a symbolic link is renamed itself and not followed.</summary>
    public static void Replace(string from, string to)
    {
        if (Native.Rename(Utf8(from), Utf8(to)) != 0)
            throw Failure("rename", from);
    }

    /// <summary>Makes a directory's entries durable. A rename without this may be lost with the power.</summary>
    public static void SyncDirectory(string path)
    {
        if (OperatingSystem.IsWindows())
            return;
        int descriptor = Native.Open(Utf8(path), ReadOnly);
        if (descriptor < 0)
            throw Failure("open", path);
        try
        {
            if (Native.Fsync(descriptor) != 0)
                throw Failure("fsync", path);
        }
        finally
        {
            _ = Native.Close(descriptor);
        }
    }

    private static IOException Failure(string call, string path)
    {
        Win32Exception error = new(Marshal.GetLastPInvokeError());
        return new IOException($"{call} of {path} failed: {error.Message}.", error);
    }

    private static byte[] Utf8(string path) => [.. Encoding.UTF8.GetBytes(path), 0];

    private static class Native
    {
        [DllImport("libc", EntryPoint = "link", SetLastError = true)]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        public static extern int Link(byte[] existing, byte[] name);

        [DllImport("libc", EntryPoint = "rename", SetLastError = true)]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        public static extern int Rename(byte[] from, byte[] to);

        [DllImport("libc", EntryPoint = "open", SetLastError = true)]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        public static extern int Open(byte[] path, int flags);

        [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        public static extern int Fsync(int descriptor);

        [DllImport("libc", EntryPoint = "close", SetLastError = true)]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        public static extern int Close(int descriptor);
    }
}
