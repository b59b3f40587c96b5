using System.Globalization;
using System.Text;
using BenchWorker.Figures;

namespace BenchWorker.Benchmarks;

/// <summary>The four figures that every heatmap program was timed with: drawn, and composed and drawn, beside matplotlib and seaborn in the same run.</summary>
/// <remarks>Run: <c>dotnet run -c Release --project tests/BenchWorker.Benchmarks -- figures</c>. Peers run where Debian's python3-seaborn is installed.</remarks>
public static class FigureBenchmark
{
    private static readonly Case[] Cases =
    [
        new("(i) 7 x 20 annotated", FigureScenes.Small, FigureSpecs.Small, 8, 30_000, 1, 14_000),
        new("(ii) 30 x 60 annotated", FigureScenes.Large, FigureSpecs.Large, 45, 310_000, 5, 200_000),
        new("(iii) 1000 x 1000", FigureScenes.Field, FigureSpecs.Field, 80, 1_050_000, null, null),
        new("(iv) 4 x 130 packed", FigureScenes.Packed, FigureSpecs.Packed, 20, 160_000, null, null),
    ];

    public static void Run()
    {
        Console.WriteLine("PNG, warm, one process; CPU milliseconds, best of the repeats. Draw: a finished scene to PNG bytes. Whole: from numbers and names.");
        Console.WriteLine();
        Row("case", "px", "goal ms", "draw ms", "goal bytes", "bytes", "whole ms");
        Row("---", "---", "---", "---", "---", "---", "---");
        foreach (Case one in Cases)
            Png(one, new ManagedRasterizer(), "");
#if SKIASHARP
        using var skia = new SkiaRasterizer();
        foreach (Case one in Cases)
            Png(one, skia, ", SkiaSharp");
#endif
        Console.WriteLine();
        Row("case", "goal ms", "SVG ms", "goal bytes", "bytes", "gzipped", "whole ms");
        Row("---", "---", "---", "---", "---", "---", "---");
        foreach (Case one in Cases.Where(static one => one.SvgMs is not null))
            Svg(one);
        Console.WriteLine();
        FigureMemory.Report();
        Console.WriteLine();
        PythonPeers.Report("Figures", "python3-seaborn");
    }

    internal static void Row(params ReadOnlySpan<string> cells) => Console.WriteLine($"| {string.Join(" | ", cells)} |");

    internal static string Number(double value, int decimals = 0) => value.ToString(decimals == 0 ? "N0" : "N1", CultureInfo.InvariantCulture);

    private static void Png(Case one, IRasterizer rasterizer, string by)
    {
        Scene scene = one.Scene();
        byte[] png = Encode(scene, rasterizer);
        double draw = Timing.BestCpuMs(() => Encode(scene, rasterizer));
        Figure figure = one.Figure();
        double whole = Timing.BestCpuMs(() => Encode(FigureComposer.Compose(figure, Theme.Light, FontSet.Default), rasterizer));
        Row(one.Name + by, $"{2 * scene.WidthPx} x {2 * scene.HeightPx}", Number(one.PngMs), Number(draw, 1), Number(one.PngBytes), Number(png.Length), Number(whole, 1));
    }

    private static void Svg(Case one)
    {
        // The goal is for files without a tooltip in every cell.
        Figure figure = one.Figure() with { Tooltips = false };
        Scene scene = FigureComposer.Compose(figure, Theme.Light, FontSet.Default);
        byte[] svg = Encoding.UTF8.GetBytes(SvgWriter.Write(scene));
        double write = Timing.BestCpuMs(() => SvgWriter.Write(scene));
        double whole = Timing.BestCpuMs(() => SvgWriter.Write(FigureComposer.Compose(figure, Theme.Light, FontSet.Default)));
        Row(one.Name, Number(one.SvgMs ?? 0), Number(write, 1), Number(one.SvgBytes ?? 0), Number(svg.Length), Number(Timing.Gzipped(svg)), Number(whole, 1));
    }

    private static byte[] Encode(Scene scene, IRasterizer rasterizer) => PngWriter.Write(rasterizer.Rasterize(scene, 2), PngMetadata.Of(scene, 2));

    private sealed record Case(string Name, Func<Scene> Scene, Func<Figure> Figure, double PngMs, int PngBytes, double? SvgMs, int? SvgBytes);
}
