using System.Diagnostics;
using BenchWorker.Figures;

namespace BenchWorker.Benchmarks;

/// <summary>The most memory that a process holds while it draws one large figure; each in a process of its own.</summary>
internal static class FigureMemory
{
    public const string Verb = "figures-memory";

    private static readonly (string Name, int Rows, int Columns, bool Labels)[] Sizes =
        [("200 x 500 with labels", 200, 500, true), ("2,000 x 2,000 without", 2000, 2000, false)];

    public static void Report()
    {
        FigureBenchmark.Row("figure", "goal MB", "most resident MB", "PNG bytes", "whole ms, cold");
        FigureBenchmark.Row("---", "---", "---", "---", "---");
        for (int i = 0; i < Sizes.Length; i++)
        {
            using Process child = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, [.. Self(), Verb, $"{i}"]) { RedirectStandardOutput = true, UseShellExecute = false })!;
            string[] said = child.StandardOutput.ReadToEnd().Trim().Split(' ');
            child.WaitForExit();
            FigureBenchmark.Row(Sizes[i].Name, "300", said[0], said[1], said[2]);
        }
    }

    /// <summary>In the child.</summary>
    public static void Draw(int size)
    {
        (string name, int rows, int columns, bool labels) = Sizes[size];
        MatrixFigure figure = FigureSpecs.Matrix(name, rows, columns, 1600);
        if (!labels)
            figure = figure with { RowAxis = null, ColumnAxis = null, Annotate = false };
        var watch = Stopwatch.StartNew();
        Scene scene = FigureComposer.Compose(figure, Theme.Light, FontSet.Default);
        byte[] png = PngWriter.Write(new ManagedRasterizer().Rasterize(scene, 2), PngMetadata.Of(scene, 2));
        using Process self = Process.GetCurrentProcess();
        Console.WriteLine($"{FigureBenchmark.Number(self.PeakWorkingSet64 / 1e6)} {FigureBenchmark.Number(png.Length)} {FigureBenchmark.Number(watch.ElapsedMilliseconds)}");
    }

    /// <summary>The assembly, where a host runs it.</summary>
    private static string[] Self() =>
        Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? [typeof(FigureMemory).Assembly.Location] : [];
}
