using System.Runtime.InteropServices;

namespace BenchWorker;

/// <summary>The C library's heap. The just-in-time compiler, compression and hashing work in it, and what they free it keeps.</summary>
internal static class NativeHeap
{
    /// <summary>Whether this is a system whose heap is told so.</summary>
    public static bool CanTrim { get; } =
        OperatingSystem.IsLinux() && NativeLibrary.TryLoad("libc.so.6", out nint library) && NativeLibrary.TryGetExport(library, "malloc_trim", out _);

    /// <summary>Gives free pages of every arena back to the system; takes milliseconds. Only glibc keeps so much that it needs to be told.</summary>
    public static void Trim()
    {
        if (CanTrim)
            _ = MallocTrim(0);
    }

    [DllImport("libc.so.6", EntryPoint = "malloc_trim")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int MallocTrim(nuint keep);
}
