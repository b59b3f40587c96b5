using System.Text;
using BenchWorker.Figures;
using Shouldly;

namespace BenchWorker.Tests;

/// <summary>
/// Compares what was made with a file under Golden/ beside the sources. On difference the new one is written as <c>*.received.*</c>;
/// with the environment variable UPDATE_GOLDEN=1 it is taken as the new golden file, to be reviewed as a changed product.
/// </summary>
internal static class Golden
{
    private const int ChannelTolerance = 8;
    private const double DifferingShare = 0.0005;

    /// <param name="name">File name with extension, for example <c>HeatmapTests.Missing_cells.svg</c>.</param>
    public static void MatchText(string name, string made) => Match(name, Encoding.UTF8.GetBytes(made), static (golden, received) => golden.AsSpan().SequenceEqual(received));

    /// <summary>Bytes that must be the same, for example a PNG of the built-in rasteriser.</summary>
    public static void MatchBytes(string name, byte[] made) => Match(name, made, static (golden, received) => golden.AsSpan().SequenceEqual(received));

    /// <summary>A PNG of ours: same size, and all but 0.05 % of the pixels within 8 of 255 in each channel.</summary>
    public static void MatchPng(string name, byte[] made) => Match(name, made, static (golden, received) => Alike(TestPng.Read(golden), TestPng.Read(received)));

    public static bool Alike(PixelImage one, PixelImage other)
    {
        if ((one.Width, one.Height) != (other.Width, other.Height))
            return false;
        byte[] left = one.ToRgb(), right = other.ToRgb();
        int differing = 0;
        for (int i = 0; i < left.Length; i += 3)
        {
            bool near = Math.Abs(left[i] - right[i]) <= ChannelTolerance
                && Math.Abs(left[i + 1] - right[i + 1]) <= ChannelTolerance
                && Math.Abs(left[i + 2] - right[i + 2]) <= ChannelTolerance;
            differing += near ? 0 : 1;
        }
        return differing <= DifferingShare * one.Width * one.Height;
    }

    private static void Match(string name, byte[] made, Func<byte[], byte[], bool> equal)
    {
        string path = Path.Combine(Folder(), name);
        string received = Path.ChangeExtension(path, ".received" + Path.GetExtension(path));
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") is "1" && !(File.Exists(path) && equal(File.ReadAllBytes(path), made)))
            File.WriteAllBytes(path, made);
        if (File.Exists(path) && equal(File.ReadAllBytes(path), made))
        {
            File.Delete(received);
            return;
        }
        File.WriteAllBytes(received, made);
        throw new ShouldAssertException($"{name} is not what Golden/{name} shows. Compare it with {received}, or accept it with UPDATE_GOLDEN=1.");
    }

    private static string Folder() => Path.Combine(Repository.Root, "tests", "BenchWorker.Tests", "Golden");
}
