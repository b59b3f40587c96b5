using System.Reflection;
using BenchmarkDotNet.Running;
using BenchWorker.Benchmarks;

if (args is ["import", .. var files])
    await ImportBenchmark.RunAsync(files, CancellationToken.None);
else if (args is ["analysis"])
    AnalysisBenchmark.Run();
else if (args is ["corpus", var corpus])
    await CorpusBenchmark.RunAsync(corpus, CancellationToken.None);
else if (args is [CorpusPart.Verb, var connection])
    await CorpusPart.RunAsync(connection, CancellationToken.None);
else if (args is ["findings"])
    FindingsBenchmark.Run();
else if (args is ["figures"])
    FigureBenchmark.Run();
else if (args is [FigureMemory.Verb, var size])
    FigureMemory.Draw(int.Parse(size, System.Globalization.CultureInfo.InvariantCulture));
else if (args is ["worker", .. var parts])
    await WorkerBenchmark.RunAsync(parts);
else if (args is ["site"])
    await SiteBenchmark.RunAsync();
else if (args is ["publishing"])
    await PublishingBenchmark.RunAsync();
else if (args is ["screenshots", var page, var target])
    await ScreenshotsAsync(page, target);
else
    BenchmarkSwitcher.FromAssembly(Assembly.GetExecutingAssembly()).Run(args);

static async Task ScreenshotsAsync(string page, string target)
{
    await using Browser browser = await Browser.StartAsync();
    await browser.ShootAsync(new Uri(Path.GetFullPath(page)).AbsoluteUri, target);
}
